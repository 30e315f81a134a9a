using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private const string Good = "日付,製品,感想\n2026/4/1,ポット,\"お湯が\nぬるい\"\n2026/4/1,ポット,同じ文です\n2026/4/1,ポット,同じ文です\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-import").FullName;

    public ImportCommandTests() => System.IO.File.WriteAllText(File("m.json"), """{"text":"感想","occurredAt":"日付","product":"製品","channel":"survey"}""");

    private string File(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_taken_in_analysed_and_summed_up_and_again_adds_nothing()
    {
        await System.IO.File.WriteAllTextAsync(File("a.csv"), Good);

        var first = await ImportAsync("a.csv");
        var second = await ImportAsync("a.csv");

        Assert.Equal((0, "3 3 0 0 3"), (first.ExitCode, first.Summary));
        Assert.Equal((0, "3 0 3 0 0"), (second.ExitCode, second.Summary));
        using var connection = new Store(Options).Open();
        Assert.Equal(3L, connection.Scalar("SELECT count(*) FROM feedback WHERE Channel=0 AND Product='ポット'"));
        Assert.Equal(3L, connection.Scalar("SELECT count(*) FROM search_row"));
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM inbox"));
        Assert.False(System.IO.File.Exists(File("a.csv.bad-rows.csv")));
    }

    [Fact]
    public async Task Bad_rows_go_to_a_report_with_line_and_column_and_good_ones_go_in()
    {
        await System.IO.File.WriteAllTextAsync(File("a.csv"), Good + "2026/2/30,ポット,日付がおかしい\n2026/4/1,ポット,\n2999/1/1,ポット,未来の日付\n2026/4/2,ポット,よい\n");

        var (exitCode, summary, errors) = await ImportAsync("a.csv");

        Assert.Equal((0, "7 4 0 3 4"), (exitCode, summary));
        Assert.Contains("a.csv.bad-rows.csv", errors, StringComparison.Ordinal);
        var report = await System.IO.File.ReadAllLinesAsync(File("a.csv.bad-rows.csv"));
        Assert.Equal("line,column,message", report[0]);
        Assert.Equal(["6,\"日付\"", "7,\"感想\"", "8,\"日付\""], report[1..].Select(line => string.Join(',', line.Split(',')[..2])));
        Assert.Contains("future", report[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another encoding", "line 2")]
    [InlineData("a missing column", "感想")]
    [InlineData("another delimiter", "感想")]
    [InlineData("nothing in it", "empty")]
    [InlineData("no such file", "a.csv")]
    [InlineData("a broken mapping", "m.json")]
    public async Task A_file_that_cannot_be_read_is_an_error_that_says_where_and_what_and_the_others_go_in(string what, string said)
    {
        byte[] content = what switch
        {
            "another encoding" => [.. "日付,製品,感想\n2026/4/1,ポット,"u8, 0xFF, 0xFE, 0x80, (byte)'\n'],
            "a missing column" => Encoding.UTF8.GetBytes(Good.Replace("感想", "意見", StringComparison.Ordinal)),
            "another delimiter" => Encoding.UTF8.GetBytes(Good.Replace(',', '|')),
            "nothing in it" => [],
            _ => Encoding.UTF8.GetBytes(Good),
        };
        if (what != "no such file")
        {
            await System.IO.File.WriteAllBytesAsync(File("a.csv"), content);
        }
        if (what == "a broken mapping")
        {
            await System.IO.File.WriteAllTextAsync(File("m.json"), """{"text":""");
        }
        await System.IO.File.WriteAllTextAsync(File("b.csv"), Good);

        var (exitCode, summary, errors) = await ImportAsync("a.csv", "b.csv");

        Assert.Equal(1, exitCode);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal(what == "a broken mapping" ? "" : "3 3 0 0 3", summary);
    }

    [Fact]
    public async Task One_report_for_several_files_is_refused_before_anything_is_lost()
    {
        using var process = VocProcess.Start(["import", File("a.csv"), File("b.csv"), "--source", "survey", "--report", File("r.csv"), "--data", File("data")]);

        var (exitCode, _, errors) = await process.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("--report", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_a_folder_named_relatively_hold_and_a_demo_takes_no_other_database()
    {
        Directory.CreateDirectory(File("data"));
        await System.IO.File.WriteAllTextAsync(File("data/voc.json"), """{"Voc":{"TimeZone":"Moon/Crater"}}""");
        var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, File("data"));
        using var import = VocProcess.Start(["import", File("a.csv"), "--source", "survey", "--data", relative]);
        using var demo = VocProcess.Start(["demo", "--data", File("demo"), "--database", $"Data Source={File("real.db")}"]);

        Assert.Contains("Moon/Crater", (await import.EndAsync()).Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await demo.EndAsync()).ExitCode);
        Assert.False(System.IO.File.Exists(File("real.db")));
    }

    [Fact]
    public async Task With_a_running_service_the_service_analyses_and_a_full_inbox_is_waited_for()
    {
        await using var server = await VocServer.StartAsync(o => o.InboxCapacity = 20, folder: Directory.CreateDirectory(File("data")).FullName);
        await System.IO.File.WriteAllTextAsync(File("a.csv"), "日付,製品,感想\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"2026/4/1,ポット,{i} 回目の感想です\n")));
        await System.IO.File.WriteAllTextAsync(File("data/voc.json"), """{"Voc":{"InboxCapacity":20}}""");

        var (exitCode, summary, errors) = await ImportAsync("a.csv");

        Assert.True(exitCode == 0, errors);
        Assert.Equal("500 500 0 0 500", summary);
        Assert.Equal(500, server.Get<EventLog>().Read(0, 1000).Count);
    }

    [Fact]
    public async Task What_an_interrupted_import_left_in_the_inbox_is_analysed_by_the_next_one()
    {
        var store = new Store(Options);
        await store.MigrateAsync();
        using (var writer = new GroupCommitWriter(store))
        {
            var sources = new SourceDirectory(store, writer, TimeProvider.System);
            await sources.EnsureAsync("shop", Channel.Review, "api");
            using var metrics = new PipelineMetrics();
            await new Inbox(store, writer, sources, metrics, Options, TimeProvider.System).AcceptAsync([Some.Feedback("left")]);
        }
        await System.IO.File.WriteAllTextAsync(File("a.csv"), Good);

        var (_, summary, _) = await ImportAsync("a.csv");

        Assert.Equal("3 3 0 0 3", summary);
        using var connection = store.Open();
        Assert.Equal(4L, connection.Scalar("SELECT count(*) FROM feedback"));
    }

    private VocOptions Options => new() { DataDirectory = File("data") };

    private async Task<(int ExitCode, string Summary, string Errors)> ImportAsync(params string[] files)
    {
        using var process = VocProcess.Start(["import", .. files.Select(File), "--source", "survey", "--mapping", File("m.json"), "--data", File("data")]);
        var (exitCode, output, errors) = await process.EndAsync();
        var summary = output.Length == 0 ? "" : JsonNode.Parse(output) is { } json
            ? string.Join(' ', new[] { "rows", "accepted", "duplicates", "rejected", "analysed" }.Select(name => json[name])) : "?";
        return (exitCode, summary, errors);
    }
}
