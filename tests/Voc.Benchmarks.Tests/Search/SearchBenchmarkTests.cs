using System.Diagnostics;
using System.Text.Json.Nodes;
using Voc.Benchmarks.Search.Postgres;

namespace Voc.Benchmarks.Tests.Search;

/// <summary>The benchmarks from end to end on a small archive, as processes. What they measure is not judged here.</summary>
public sealed class SearchBenchmarkTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    [Fact]
    public async Task Every_class_is_asked_and_every_figure_measured()
    {
        var report = await archive.RunAsync("search", "--rounds", "1", "--added", "20", "--starts", "1");

        var classes = report["classes"]!.AsArray();
        Assert.Equal(15, classes.Count);
        // So small an archive has few terms that are rare and only in some texts.
        Assert.All(classes, c => Assert.True((int)c!["queries"]! >= 15, $"{c["name"]}: {c["queries"]} queries"));
        Assert.All(classes, c => Assert.True((double)c!["p50"]! > 0 && (double)c["p95"]! >= (double)c["p50"]!));
        foreach (var figure in new[] { "indexing", "database", "start of the service", "memory of the service", "commit to found" })
        {
            Assert.Contains(report["measures"]!.AsArray(), m => ((string)m!["name"]!).StartsWith(figure, StringComparison.Ordinal) && (double)m["value"]! > 0);
        }
    }

    [Fact]
    public async Task Search_answers_over_http_without_errors_while_texts_are_added_and_finds_them()
    {
        var report = await archive.RunAsync("search-http", "--seconds", "2", "--clients", "4", "--added-per-second", "50");

        Assert.Equal(0, Measure(report, "errors"));
        Assert.True(Measure(report, "answers") > 0);
        Assert.True(Measure(report, "accepted to found") > 0);
    }

    [Fact]
    public async Task PostgreSQL_counts_what_search_counts()
    {
        if (PostgresCluster.Installed() is null)
        {
            var (exit, _, errors) = await SmallArchive.ProcessAsync(["search-postgres", .. archive.Arguments]);
            Assert.Equal(1, exit);
            Assert.Contains("PostgreSQL is not installed", errors, StringComparison.Ordinal);
            return;
        }

        var report = await archive.RunAsync("search-postgres", "--rounds", "1");

        Assert.Equal(0, Measure(report, "queries that PostgreSQL counts otherwise"));
        Assert.All(report["classes"]!.AsArray(), c => Assert.True((double)c!["beside"]!["p50"]! > 0));
    }

    private static double Measure(JsonNode report, string name) =>
        (double)report["measures"]!.AsArray().Single(m => ((string)m!["name"]!).StartsWith(name, StringComparison.Ordinal))!["value"]!;
}

/// <summary>An archive that the first benchmark makes and the others use again.</summary>
public sealed class SmallArchive : IDisposable
{
    private const int Texts = 3_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-bench-test").FullName;

    public IReadOnlyList<string> Arguments => ["--texts", $"{Texts}", "--data", Path.Combine(_folder, "data"), "--json"];

    public async Task<JsonNode> RunAsync(string command, params string[] more)
    {
        var (exit, output, errors) = await ProcessAsync([command, .. Arguments, .. more]);
        Assert.True(exit == 0, errors);
        return JsonNode.Parse(output)!;
    }

    public static async Task<(int Exit, string Output, string Errors)> ProcessAsync(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Voc.Benchmarks.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
