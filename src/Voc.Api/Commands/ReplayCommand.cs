using System.CommandLine;
using Voc.Api.Issues;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Storage;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Surveys;

namespace Voc.Api.Commands;

/// <summary>Runs the issue detector over past data as if it were live; see docs/evaluation.md.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo[]>("--input") { Description = "CSV, TSV, Excel or JSON Lines files of past feedback", Required = true, AllowMultipleArgumentsPerToken = true, HelpName = "FILE" };
        var preset = new Option<string?>("--preset") { Description = "Survey tool that wrote the files (default: recognised)" };
        preset.AcceptOnlyFromAmong([.. SurveyPresets.All.Select(p => p.Id)]);
        var mapping = new Option<FileInfo?>("--mapping") { Description = "JSON file that says which column is what (default: guessed)", HelpName = "M.json" };
        var from = new Option<DateOnly?>("--from") { Description = "First day whose alarms are written; what came before is learned from (default: the first of all)", HelpName = "YYYY-MM-DD" };
        var to = new Option<DateOnly?>("--to") { Description = "Last day that is replayed (default: the last of all)", HelpName = "YYYY-MM-DD" };
        var perYear = new Option<double?>("--false-alarms-per-year") { Description = "False alarms to accept in a year (default: as the installation is set)", HelpName = "X" };
        perYear.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double?>() is not (null or (> 0 and <= 10_000)))
            {
                given.AddError(new LocalizedText("--false-alarms-per-year は 0 より大きく 10000 以下の数にしてください。", "--false-alarms-per-year takes a number above 0 and up to 10000.").Say());
            }
        });
        var shuffle = new Option<int?>("--shuffle-dates") { Description = "Deal the dates to the rows at random: every alarm is then a false one", HelpName = "SEED" };
        var output = new Option<FileInfo>("--output") { Description = "Where the alarms go, one JSON object a line", Required = true, HelpName = "alerts.jsonl" };
        var command = new Command("replay", "Run the issue detector over past data as if it were live") { input, preset, mapping, from, to, perYear, shuffle, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            await using var services = new ServiceCollection().AddLogging().AddVoc(options).BuildServiceProvider();
            try
            {
                var (falseAlarms, slices) = await SettingAsync(options, cancellationToken);
                var replay = new FileReplay(services.GetRequiredService<FileImport>(), services.GetRequiredService<CurrentReading>(), options.Zone)
                {
                    Request = new FileRequest("", "replay")
                    {
                        Mapping = parsed.GetValue(mapping) is { } map ? FieldMapping.Parse(await File.ReadAllTextAsync(map.FullName, cancellationToken)) : null,
                        Preset = parsed.GetValue(preset),
                    },
                    From = parsed.GetValue(from),
                    To = parsed.GetValue(to),
                    FalseAlarmsPerYear = parsed.GetValue(perYear) ?? falseAlarms,
                    Slices = slices,
                    Seed = parsed.GetValue(shuffle),
                };
                return await replay.RunAsync(parsed.GetValue(input)!, parsed.GetValue(output)!, cancellationToken);
            }
            catch (UnreadableFileException unreadable)
            {
                await Console.Error.WriteLineAsync(unreadable.Problem.Say());
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(failure.Message);
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync(new LocalizedText("中断しました。", "Interrupted.").Say());
            }
            return 1;
        });
        return command;
    }

    /// <summary>What is in force in the data folder, if there is one.</summary>
    private static async Task<(double FalseAlarmsPerYear, IReadOnlyList<string>? Slices)> SettingAsync(VocOptions options, CancellationToken cancellationToken)
    {
        if (!Store.Exists(options))
        {
            return (options.FalseAlarmsPerYear, null);
        }
        var store = new Store(options);
        await store.MigrateAsync(cancellationToken);
        return (DetectionSettings.FalseAlarmsPerYear(store, options), DetectionSlices.Chosen(store));
    }
}
