using System.CommandLine;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Surveys;

namespace Voc.Api.Commands;

internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "CSV, TSV, Excel, JSON Lines, saved review pages, mails (.eml, .mbox) or transcripts of calls (.vtt, .srt, .txt)", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string>("--source") { Description = "Source the feedback belongs to; made if there is none by this name", Required = true };
        var preset = new Option<string?>("--preset") { Description = "Survey tool or contact centre that wrote the file (default: recognised)" };
        preset.AcceptOnlyFromAmong([.. SurveyPresets.All.Select(p => p.Id)]);
        var mapping = new Option<FileInfo?>("--mapping") { Description = "JSON file that says which column is what (default: guessed)", HelpName = "M.json" };
        var channel = new Option<string?>("--channel") { Description = "Channel of what was said (default: of the source or mapping, else survey, for mails contact-form, for calls call-note)" };
        channel.AcceptOnlyFromAmong([.. Channels.Names]);
        var report = new Option<FileInfo?>("--report") { Description = "Where bad rows of one file are reported (default: FILE.bad-rows.csv, beside each file)" };
        var command = new Command("import", "Take in files; running it again adds nothing, and bad rows are reported while good ones go in")
        {
            files, source, preset, mapping, channel, report,
        };
        // One report for several files would hold the rows of the last one alone.
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(report) is not null && parsed.GetValue(files) is { Length: > 1 })
            {
                parsed.AddError(new LocalizedText("--report は 1 ファイルずつ指定してください。指定しなければファイルごとに FILE.bad-rows.csv に書きます。", "--report takes one file at a time. Without it each file has its own FILE.bad-rows.csv.").Say());
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            await new Store(options).MigrateAsync(cancellationToken);
            await using var services = new ServiceCollection().AddLogging(Quietly).AddVoc(options).BuildServiceProvider();
            try
            {
                var map = parsed.GetValue(mapping) is { } file ? FieldMapping.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken)) : null;
                var name = parsed.GetValue(channel);
                var request = new FileRequest("", parsed.GetValue(source)!)
                {
                    Mapping = name is not null && map is not null ? map with { Channel = name } : map,
                    Preset = parsed.GetValue(preset),
                    Channel = Channels.TryParse(name, out var given) ? given
                        : (await services.GetRequiredService<SourceDirectory>().FindAsync(parsed.GetValue(source)!, cancellationToken))?.Channel,
                };
                var import = ActivatorUtilities.CreateInstance<FileImports>(services, parsed.GetValue(report)?.FullName ?? "");
                return await import.RunAsync(parsed.GetValue(files)!, request, cancellationToken);
            }
            catch (UnreadableFileException unreadable)
            {
                await Console.Error.WriteLineAsync($"{parsed.GetValue(mapping)?.Name}: {unreadable.Problem.Say()}");
            }
            catch (Exception failure) when (failure is StoreUnavailableException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(StoreTrouble.Of(failure)?.Say() ?? failure.Message);
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync(new LocalizedText(
                    "中断しました。取り込んだ分は保存されています。もう一度実行すると続きから入ります。",
                    "Interrupted. What was taken in is stored; run it again for the rest.").Say());
            }
            return 1;
        });
        return command;
    }

    private static void Quietly(ILoggingBuilder logging) => logging
        .AddSimpleConsole()
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Warning);
}
