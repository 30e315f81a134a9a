using System.Text.Json.Nodes;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Search;

namespace Voc.Api.Tests.Commands;

/// <summary>The command line searches the archive of a service that runs.</summary>
public sealed class SearchCommandTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    [Theory]
    [InlineData("アプリ --sort newest", "4 2")]
    [InlineData("アプリ --sort oldest --limit 1", "2")]
    [InlineData("配送 --channel social", "4")]
    [InlineData("配送 --from 2026-04-02", "4")]
    [InlineData("'Q-1X2'", "3")]
    [InlineData("-アプリ --sort oldest", "1 3")]
    public async Task Json_is_what_the_service_answers(string arguments, string expected)
    {
        var (exitCode, output, _) = await SearchAsync([.. arguments.Split(' '), "--json"]);

        Assert.Equal(0, exitCode);
        var ids = JsonNode.Parse(output)!["hits"]!.AsArray().Select(hit => (long)hit!["id"]!);
        Assert.Equal(expected, string.Join(' ', ids.Select(Number)));
    }

    [Fact]
    public async Task Counts_stand_beside_the_hits()
    {
        var (_, output, _) = await SearchAsync("", "--facet", "channel,product", "--limit", "0", "--json");

        var answer = JsonNode.Parse(output)!;
        Assert.Equal(4, (int)answer["total"]!);
        Assert.All(["channel", "product"], facet => Assert.Equal(4, answer["facets"]![facet]!.AsArray().Sum(v => (int)v!["count"]!)));
    }

    [Fact]
    public async Task Without_json_the_texts_can_be_read()
    {
        var (exitCode, output, _) = await SearchAsync("型番");
        Assert.Equal(0, exitCode);
        Assert.Contains("型番ZQ-1X299の電源が入らない。", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(配送", "(配送")]
    [InlineData("配送 --sort best", "--sort")]
    [InlineData("配送 --from 4/1", "--from")]
    [InlineData("配送 --facet color", "--facet")]
    public async Task What_is_wrong_is_said_where_and_ends_with_1(string arguments, string said)
    {
        var (exitCode, output, errors) = await SearchAsync(arguments.Split(' '));
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> SearchAsync(params string[] arguments)
    {
        using var process = VocProcess.Start(["search", .. arguments, "--data", archive.Server.Options.DataDirectory]);
        return await process.EndAsync();
    }

    private string Number(long id)
    {
        using var connection = archive.Server.Get<Store>().Open();
        return (string)connection.Scalar("SELECT ExternalId FROM feedback WHERE Id=$id", ("$id", id))!;
    }
}
