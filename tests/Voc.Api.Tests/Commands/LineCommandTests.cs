using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

public sealed class LineCommandTests
{
    [Fact]
    public async Task Analyze_answers_each_line_in_order_with_what_would_be_masked()
    {
        var lines = Enumerable.Range(0, 500).Select(i => $$"""{"id":{{i}},"text":"{{new string('あ', i % 40)}}電話は090-1234-5678です"}""");

        var (exitCode, output, errors) = await RunAsync(string.Join('\n', lines.Append("ただの文。").Append("")) + "\n", "analyze");

        Assert.Equal((0, ""), (exitCode, errors));
        var answers = output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(502, answers.Count);
        Assert.Equal(Enumerable.Range(0, 500), answers.Take(500).Select(a => a["id"]!.GetValue<int>()));
        Assert.Equal(
            ["id", "language", "sentiment", "sentences", "intents", "topics", "opinions", "keyphrases", "maskedText", "pii"],
            answers[0].Select(property => property.Key));
        Assert.All(answers.Take(500).Index(), a => Assert.Equal($"phone {(a.Index % 40) + 3} 13", Pii(a.Item)));
        Assert.Equal("電話は[電話番号]です", answers[0]["maskedText"]!.GetValue<string>());
        Assert.Equal((null, "ただの文。"), (answers[500]["id"], answers[500]["maskedText"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Analyze_names_the_line_whose_json_has_no_text_and_goes_on()
    {
        var (exitCode, output, errors) = await RunAsync("{\"id\":1}\n{括弧で始まる文\n{\"text\":\"\\ud83d\"}\n", "analyze");

        Assert.Equal(1, exitCode);
        Assert.Equal(3, output.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("Line 1", errors, StringComparison.Ordinal);
        Assert.Contains("Line 3", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 2", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wakati", "normal", "東京 都 に 住む 。\n\n関西国際空港\n")]
    [InlineData("wakati", "search", "東京 都 に 住む 。\n\n関西 国際 空港\n")]
    public async Task Tokenize_writes_a_line_for_each_line(string format, string mode, string expected)
    {
        var (exitCode, output, _) = await RunAsync("東京都に住む。\n\n関西国際空港\n", "tokenize", "--format", format, "--mode", mode);

        Assert.Equal((0, expected), (exitCode, output));
    }

    [Fact]
    public async Task Tokenize_knows_the_companys_own_words()
    {
        var server = await VocServer.StartAsync();
        using (var client = await server.SignedInAsync("product"))
        {
            (await client.PostAsJsonAsync("/api/v1/dictionary", new { surface = "月影ドライ炊き" })).EnsureSuccessStatusCode();
        }
        await server.StopAsync();

        var (_, without, _) = await RunAsync("月影ドライ炊きで炊く\n", "tokenize", "--data", Path.Combine(server.Options.DataDirectory, "nothing"));
        var (exitCode, output, _) = await RunAsync("月影ドライ炊きで炊く\n", "tokenize", "--data", server.Options.DataDirectory);

        Assert.Equal((0, "月影ドライ炊き で 炊く\n"), (exitCode, output));
        Assert.NotEqual(output, without);
        Directory.Delete(server.Options.DataDirectory, recursive: true);
    }

    [Fact]
    public async Task A_word_the_command_line_does_not_know_is_an_error_that_says_so()
    {
        var (exitCode, output, errors) = await RunAsync("", "tokenize", "--format", "xml");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("xml", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("EOS", output, StringComparison.Ordinal);
    }

    private static string Pii(JsonObject answer) =>
        string.Join(';', answer["pii"]!.AsArray().Select(p => $"{p!["kind"]} {p["start"]} {p["length"]}"));

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string input, params string[] arguments)
    {
        using var process = VocProcess.Start(arguments);
        return await process.EndAsync(input);
    }
}
