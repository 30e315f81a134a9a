using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Ingest;

/// <summary>
/// How many rows of a CSV file <c>voc import</c> takes in a second, masked, analysed, committed and indexed, and the most memory it holds.
/// A process of its own with an empty data folder; its start is not counted.
/// </summary>
internal static class WholeImport
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("voc-import").FullName;
        try
        {
            var (file, mapping) = (Path.Combine(folder, "voices.csv"), Path.Combine(folder, "mapping.json"));
            Write(file, rows);
            await File.WriteAllTextAsync(mapping, """{"externalId":"番号","text":"内容","occurredAt":"受付日","product":"商品","customer":"会員番号","channel":"survey"}""");
            using var import = VocProcess.Start("import", file, "--source", "speed", "--mapping", mapping, "--data", Path.Combine(folder, "data"));
            var ended = import.EndAsync();
            using var process = Process.GetProcessById(import.Id);
            var most = 0L;
            while (!ended.IsCompleted)
            {
                await Task.WhenAny(ended, Task.Delay(Glance));
                most = Math.Max(most, Resident(process));
            }
            var (exitCode, output, errors) = await ended;
            var counts = exitCode == 0 ? JsonNode.Parse(output)! : throw new InvalidOperationException(errors);
            var (accepted, seconds) = (counts["accepted"]!.GetValue<int>(), counts["seconds"]!.GetValue<double>());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{accepted:N0} of {rows:N0} rows, {new FileInfo(file).Length / 1e6:F0} MB, in {seconds:F1} s: {accepted / seconds:N0} rows/s; at most {most / 1e6:F0} MB resident"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.HasExited ? 0 : process.WorkingSet64;
    }

    private static void Write(string path, int rows)
    {
        using var csv = new StreamWriter(path);
        csv.WriteLine("番号,受付日,商品,会員番号,内容");
        foreach (var draft in new SearchTexts().Take(rows))
        {
            string?[] cells = [draft.ExternalId, draft.OccurredAt?.ToString("O", CultureInfo.InvariantCulture), draft.Product, draft.Customer, draft.Text];
            csv.WriteLine(string.Join(',', cells.Select(cell => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        }
    }
}
