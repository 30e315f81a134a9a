using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Voc.Analysis.Search;
using Voc.Api.Exports;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class ExportCommand
{
    private static readonly Argument<string?> Query = new("QUERY") { Description = "As for voc search; without it everything", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = new("--from") { Description = "First day, YYYY-MM-DD" };
    private static readonly Option<string?> To = new("--to") { Description = "Last day, YYYY-MM-DD" };
    private static readonly Option<string?> Sort = new("--sort") { Description = "newest (default), oldest, relevance, negative or typical" };
    private static readonly Option<string?> Address = new("--search") { Description = "The search as the address of the archive page has it, instead of the options above" };
    private static readonly Option<string?> Format = new("--format") { Description = "csv (default), xlsx or jsonl" };
    private static readonly Option<string?> Encoding = new("--encoding") { Description = "utf-8 (default) or cp932; of CSV" };
    private static readonly Option<string?> Columns = new("--columns") { Description = "Identifiers of columns with commas between, such as id,date,text,score:nps,attribute:地域" };
    private static readonly Option<bool> NoCover = new("--no-cover") { Description = "Begin with the headings, not with query, time, count and version" };
    private static readonly Option<string?> Output = new("--output") { Description = "File to write; standard output without it" };

    public static Command Create()
    {
        var command = new Command("export", "Write all that a search finds, however much that is") { Query, From, To, Sort, Address, Format, Encoding, Columns, NoCover, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = parsed.Options();
        await new Store(options).MigrateAsync(cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddVoc(options).BuildServiceProvider();
        var exporter = services.GetRequiredService<Exporter>();
        try
        {
            var request = new ExportRequest
            {
                Format = ExportParameters.Format(parsed.GetValue(Format)),
                Encoding = ExportParameters.Encoding(parsed.GetValue(Encoding)),
                Columns = ExportParameters.Columns(parsed.GetValue(Columns)),
                Cover = !parsed.GetValue(NoCover),
            };
            var address = parsed.GetValue(Address) ?? AddressOf(parsed);
            exporter.Check(address, request);
            await WriteAsync(exporter, address, request, parsed.GetValue(Output), cancellationToken);
            return 0;
        }
        catch (QueryException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Explanation.In(CultureInfo.CurrentUICulture));
        }
        catch (SearchParameterException wrong)
        {
            await Console.Error.WriteLineAsync($"--{wrong.Name}: {wrong.Explanation.In(CultureInfo.CurrentUICulture)}");
        }
        catch (ExportRequestException wrong)
        {
            await Console.Error.WriteLineAsync($"--{wrong.Field}: {wrong.Explanation.In(CultureInfo.CurrentUICulture)}");
        }
        return 1;
    }

    private static async Task WriteAsync(Exporter exporter, string address, ExportRequest request, string? path, CancellationToken cancellationToken)
    {
        await using var output = path is null ? Console.OpenStandardOutput() : File.Create(path);
        var latest = new Latest();
        var result = new ExportResult(0, ExportLosses.None);
        await ProgressLine.RunAsync(
            () => Task.Run(() => result = exporter.Write(address, request, CultureInfo.CurrentUICulture, output, null, latest, cancellationToken), cancellationToken),
            () => ($"{Number(latest.Value.Written)} / {Number(latest.Value.Total)} 件 / texts", latest.Value.Total == 0 ? null : (double)latest.Value.Written / latest.Value.Total));
        await Console.Error.WriteLineAsync($"{Number(result.Total)} 件を書き出しました / texts written");
        if (result.Losses.ReplacedCharacters > 0)
        {
            await Console.Error.WriteLineAsync($"CP932 にない {Number(result.Losses.ReplacedCharacters)} 文字を 〓 にしました / characters that CP932 does not have were written as 〓");
        }
        if (result.Losses.CutCells > 0)
        {
            await Console.Error.WriteLineAsync($"Excel の上限を超える {Number(result.Losses.CutCells)} セルを切り詰めました / cells longer than Excel allows were cut");
        }
    }

    private static string AddressOf(ParseResult parsed)
    {
        var address = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", parsed.GetValue(Query)), ("from", parsed.GetValue(From)), ("to", parsed.GetValue(To)), ("sort", parsed.GetValue(Sort)) })
        {
            if (value is not null)
            {
                address.Add(name, value);
            }
        }
        return address.ToString();
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Latest : IProgress<ExportProgress>
    {
        public ExportProgress Value { get; private set; }

        public void Report(ExportProgress value) => Value = value;
    }
}
