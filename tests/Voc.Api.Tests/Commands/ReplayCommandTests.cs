using System.Globalization;
using System.Text.Json.Nodes;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private static readonly string[] Ordinary =
    [
        "配送が早くて助かりました。", "説明書の字が小さい。", "色が写真と違う気がする。", "使い方を教えてください。", "毎日使っています。満足です。",
        "箱がつぶれていた。", "音が少し気になる。", "電話がつながりにくい。", "値段の割に良い。", "部品を追加で買えますか。",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-replay").FullName;

    public ReplayCommandTests() => System.IO.File.WriteAllText(File("m.json"), """{"text":"感想","occurredAt":"日付","product":"製品","channel":"survey"}""");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_burst_in_the_past_is_one_line_as_of_its_day_with_the_rows_of_the_files()
    {
        await WriteAsync();

        var (exitCode, alarms, errors) = await ReplayAsync("--false-alarms-per-year", "4");

        Assert.True(exitCode == 0, errors);
        var alarm = Assert.Single(alarms, a => a["detectedAt"]!.GetValue<string>().StartsWith("2026-03-12", StringComparison.Ordinal));
        Assert.Equal("ポット", alarm["entity"]!.GetValue<string>());
        Assert.Contains("ログイン", alarm["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(alarm["count"]!.GetValue<int>() > 2 * alarm["expected"]!.GetValue<double>());
        Assert.InRange(alarm["pValue"]!.GetValue<double>(), 0, 0.01);
        var rows = alarm["rows"]!.AsArray().Select(r => r!.GetValue<int>()).ToList();
        // The burst is at the beginning of the second file, after the 700 rows of the first and a bad one.
        Assert.True(rows.Count(r => r is >= 702 and <= 713) >= 3, string.Join(',', rows));
        Assert.Equal(rows.Count, alarm["feedbackIds"]!.AsArray().Count);
        Assert.Contains("1 ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_outside_those_asked_for_raise_nothing_and_shuffled_dates_leave_no_burst()
    {
        await WriteAsync();

        var before = await ReplayAsync("--to", "2026-03-11");
        var after = await ReplayAsync("--from", "2026-03-13");
        var shuffled = await ReplayAsync("--shuffle-dates", "1", "--false-alarms-per-year", "1");
        var again = await ReplayAsync("--shuffle-dates", "1", "--false-alarms-per-year", "1");

        Assert.DoesNotContain(before.Alarms.Concat(after.Alarms), a => a["detectedAt"]!.GetValue<string>().StartsWith("2026-03-12", StringComparison.Ordinal));
        Assert.InRange(shuffled.Alarms.Count, 0, 1);
        Assert.Equal(shuffled.Alarms.Select(a => a.ToJsonString()), again.Alarms.Select(a => a.ToJsonString()));
    }

    [Fact]
    public async Task Without_a_setting_of_its_own_it_takes_the_one_in_force_in_the_data_folder()
    {
        await WriteAsync();
        var options = new VocOptions { DataDirectory = File("data") };
        var store = new Store(options);
        await store.MigrateAsync();
        using (var writer = new GroupCommitWriter(store))
        {
            await new DetectionSettings(store, writer, options, TimeProvider.System).ChangeAsync(7.5, null, "tester", default);
        }

        var (exitCode, _, errors) = await ReplayAsync("--to", "2026-01-05");

        Assert.True(exitCode == 0, errors);
        Assert.Contains("7.5", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--false-alarms-per-year", "0")]
    [InlineData("--mapping", "missing.json")]
    [InlineData("--input", "missing.csv")]
    public async Task What_cannot_be_replayed_is_said_and_fails(string option, string value)
    {
        await WriteAsync();

        var (exitCode, _, errors) = await ReplayAsync(option, option == "--false-alarms-per-year" ? value : File(value));

        Assert.Equal(1, exitCode);
        Assert.Contains(option == "--false-alarms-per-year" ? option : value, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(_folder, name);

    /// <summary>Seventy days of ordinary feedback, then a bad row and a day on which nobody can log in.</summary>
    private async Task WriteAsync()
    {
        var start = new DateOnly(2026, 1, 1);
        string Row(int day, string text) => $"{start.AddDays(day).ToString("yyyy/M/d", CultureInfo.InvariantCulture)},ポット,{text}\n";
        await System.IO.File.WriteAllTextAsync(File("a.csv"), "日付,製品,感想\n" + string.Concat(Enumerable.Range(0, 700).Select(i => Row(i / 10, Ordinary[i % 10] + (i / 10)))));
        await System.IO.File.WriteAllTextAsync(File("b.csv"), "日付,製品,感想\n2026/2/30,ポット,日付がおかしい\n" + string.Concat(Enumerable.Range(0, 12).Select(i => Row(70, $"{i}回やってもログインできない。"))));
    }

    private async Task<(int ExitCode, List<JsonNode> Alarms, string Errors)> ReplayAsync(params string[] options)
    {
        string[] given = options is ["--mapping", ..] ? [] : ["--mapping", File("m.json")];
        using var process = VocProcess.Start(
            ["replay", "--input", File("a.csv"), "--input", File("b.csv"), "--output", File("alarms.jsonl"), "--data", File("data"), .. given, .. options]);
        var (exitCode, _, errors) = await process.EndAsync();
        var lines = System.IO.File.Exists(File("alarms.jsonl")) ? await System.IO.File.ReadAllLinesAsync(File("alarms.jsonl")) : [];
        return (exitCode, [.. lines.Select(l => JsonNode.Parse(l)!)], errors);
    }
}
