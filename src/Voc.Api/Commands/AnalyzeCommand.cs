using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voc.Api.Masking;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Ingest.Masking;

namespace Voc.Api.Commands;

internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var command = new Command("analyze", """Analyse the lines of standard input, plain text or {"id","text"}; one JSON object a line, in order""");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddVoc(parsed.Options()).BuildServiceProvider();
            var reading = services.GetRequiredService<CurrentReading>().Now;
            var masking = Masking(services);
            foreach (var problem in reading.Composed.Problems)
            {
                await Console.Error.WriteLineAsync(problem.Say());
            }
            var wrong = 0;
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await OrderedLines.RunAsync(input, output, (line, number) =>
            {
                var (id, text) = Read(line);
                if (text is null)
                {
                    Interlocked.Increment(ref wrong);
                    Console.Error.WriteLine(NoText(number).Say());
                    return AnalyzedLine.Error(id, NoText(number).En);
                }
                return AnalyzedLine.Write(id, text, reading.Analyzer.Analyze(text), masking.Mask(text));
            }, cancellationToken);
            return wrong == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>With the company's allow-list; without where the database, of which the reading tells, cannot be read.</summary>
    private static PersonalDataMasker Masking(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<MaskingInUse>().Now;
        }
        catch (DbException)
        {
            return new PersonalDataMasker(MaskingServices.Names, AllowList.Empty);
        }
    }

    /// <summary>A line is JSON where it is an object; anything else, even a line that starts with a brace, is what a customer wrote.</summary>
    private static (JsonNode? Id, string? Text) Read(string line)
    {
        if (!line.AsSpan().TrimStart().StartsWith("{"))
        {
            return (null, line);
        }
        try
        {
            var given = JsonNode.Parse(line)!.AsObject();
            return (given["id"], given["text"] is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : null);
        }
        catch (JsonException)
        {
            return (null, line);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            return (null, null); // Half a surrogate pair, or a name twice.
        }
    }

    private static LocalizedText NoText(long line) => new(
        $"{line} 行目: JSON に文字列の text がありません。{{\"id\":…,\"text\":\"…\"}} の形にしてください。",
        $"Line {line}: the JSON holds no string text. Write {{\"id\":…,\"text\":\"…\"}}.");
}
