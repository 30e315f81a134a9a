using System.Text.RegularExpressions;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Good = "とても良かったです。大満足です。";
    private const string Bad = "最悪でした。もう二度と使いません。";
    private const string Plain = "荷物は三つです。";

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-evaluate").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("positive", "neutral", "negative")]
    [InlineData("Positive", " ニュートラル ", "ネガティブ")]
    [InlineData("1", "0", "-1")]
    [InlineData("5", "3", "1")]
    [InlineData("４", "３", "２")]
    public async Task Sentiment_is_measured_on_labels_by_name_by_sign_or_by_stars(string good, string plain, string bad)
    {
        Write("a.csv", $"text,label\n{Good},{good}\n{Plain},{plain}\n{Bad},{bad}\n{Bad},{good}\n");

        var (exitCode, output, errors) = await RunAsync("--input", Path("a.csv"), "--label", "label");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("**a.csv**, 4 texts:", output, StringComparison.Ordinal);
        Assert.Matches(@"\| all three: what the product does \| \.750 \(", output);
        Assert.Contains("| negative | 1 | 0 | 0 |\n| neutral | 0 | 1 | 0 |\n| positive | 1 | 0 | 1 |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_labels_it_is_counted_how_texts_are_read()
    {
        Write("a.csv", $"本文\n{Good}\n{Bad}\n{Bad}\n{Plain}\n");

        var (exitCode, output, _) = await RunAsync("--input", Path("a.csv"), "--text", "本文");

        Assert.Equal(0, exitCode);
        Assert.Contains("**a.csv**, 4 texts: negative .500, neutral .250, positive .250", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_shown_with_what_is_so_and_what_was_read()
    {
        Write("a.csv", $"text,label\n{Good},positive\n{Bad},positive\n");

        var (_, output, _) = await RunAsync("--input", Path("a.csv"), "--label", "label", "--mistakes");

        Assert.Matches($@"\| [.\d]+ \| positive \| negative \| {Bad} \|", output);
        Assert.DoesNotContain($"| {Good} |", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text,star\n良い,1\n", "a.csv: There is no column “label” for --label. The file has: text, star.")]
    [InlineData("text,label\n良い,1\n悪い,bad\n", "a.csv: 'bad' in column 'label' is no label of sentiment.")]
    [InlineData("text,label\n良い,6\n", "a.csv: '6' in column 'label' is no label of sentiment.")]
    [InlineData("text,label\n良い,NaN\n", "a.csv: 'NaN' in column 'label' is no label of sentiment.")]
    [InlineData("text,label\n", "a.csv: ")]
    [InlineData("text,label\n,1\n", "a.csv: There is no row that can be used.")]
    [InlineData(null, "a.csv")]
    public async Task What_cannot_be_measured_is_an_error_that_says_why(string? content, string said)
    {
        if (content is not null)
        {
            Write("a.csv", content);
        }

        var (exitCode, output, errors) = await RunAsync("--input", Path("a.csv"), "--label", "label");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_takes_the_place_of_what_stands_between_the_marks_and_of_nothing_else()
    {
        Write("a.csv", $"text\n{Good}\n");
        Write("doc.md", "# Before\n<!-- begin: voc evaluate -->\nold\n<!-- end: voc evaluate -->\nAfter, [old].\n");

        var (exitCode, output, _) = await RunAsync("--input", Path("a.csv"), "--write", Path("doc.md"));
        var (again, _, _) = await RunAsync("--input", Path("a.csv"), "--write", Path("doc.md"));

        Assert.Equal((0, 0), (exitCode, again));
        Assert.Contains("positive 1.000", output, StringComparison.Ordinal);
        Assert.Equal($"# Before\n<!-- begin: voc evaluate -->\n{output}\n<!-- end: voc evaluate -->\nAfter, [old].\n", await File.ReadAllTextAsync(Path("doc.md")));
    }

    [Theory]
    [InlineData("# No marks\n")]
    [InlineData("<!-- begin: voc evaluate -->\n")]
    [InlineData("<!-- end: voc evaluate -->\n<!-- begin: voc evaluate -->\n")]
    public async Task A_file_without_both_marks_is_left_alone(string content)
    {
        Write("a.csv", $"text\n{Good}\n");
        Write("doc.md", content);

        var (exitCode, _, errors) = await RunAsync("--input", Path("a.csv"), "--write", Path("doc.md"));

        Assert.Equal(1, exitCode);
        Assert.Contains("doc.md does not hold '<!-- begin: voc evaluate -->'", errors, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Path("doc.md")));
    }

    [Fact]
    public async Task A_plan_adds_files_from_elsewhere_to_the_held_out_corpus()
    {
        Write("files/words.tsv", "東京都に住む。\t東京 都 に 住む 。\nすもも\tす もも\n");
        Write("files/reviews.csv", $"本文,星\n{Good},5\n{Bad},1\n");
        Write("files/calls.csv", $"text\n{Bad}\n{Bad}\n");
        Write("files/train.csv", "内容,区分\n" + Labelled(30));
        Write("files/test.csv", "内容,区分\n荷物が届かない,配送\n請求が二重です,料金\n引き落としが多い,配送\n");
        Write("plan.json", """
            {"segmentation":"words.tsv",
             "sentiment":[{"name":"Reviews","file":"reviews.csv","text":"本文","label":"星"},{"name":"Calls","file":"calls.csv","text":"text"}],
             "topics":[{"name":"Calls by topic","train":["train.csv"],"test":["test.csv"],"text":"内容","label":"区分"}]}
            """);

        var (exitCode, output, errors) = await RunAsync("--plan", Path("plan.json"), "--files", Path("files"));

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("1 of 2 lines the same; boundary F1 0.9231", output, StringComparison.Ordinal);
        Assert.Contains("**Reviews**, 2 texts:", output, StringComparison.Ordinal);
        Assert.Contains("**Calls**, 2 texts: negative 1.000", output, StringComparison.Ordinal);
        Assert.Matches(@"\*\*Calls by topic\*\*: 30 texts to learn from in [\d.]+ s, 3 to be measured on; accuracy \.667 ", output);
        Assert.Contains("| 配送 | 2 | 1.000 | .500 | .667 |", output, StringComparison.Ordinal);
        Assert.Equal(
            ["## The held-out part of the corpus", "## Texts from elsewhere"],
            Regex.Matches(output, "^## .*$", RegexOptions.Multiline).Select(m => m.Value));
        Assert.All(["**Sentiment**", "**Intents**", "**Main topic**", "**Opinions**"], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"sentiments":[]}""", "sentiments")]
    [InlineData("""{"sentiment":[{"name":"A"}]}""", "file")]
    [InlineData("""{"segmentation":"nowhere.tsv"}""", "nowhere.tsv")]
    [InlineData("nonsense", "'n")]
    public async Task A_plan_that_cannot_be_followed_is_an_error_that_says_why(string plan, string said)
    {
        Write("plan.json", plan);

        var (exitCode, output, errors) = await RunAsync("--plan", Path("plan.json"), "--files", _folder);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static string Labelled(int count)
    {
        string[][] words = [["荷物", "箱", "宅配便", "届かない", "遅い"], ["料金", "請求", "引き落とし", "二重です", "高すぎる"]];
        return string.Concat(Enumerable.Range(0, count).Select(i => $"{words[i % 2][i / 2 % 3]}が{words[i % 2][3 + (i / 6 % 2)]}{new string('。', 1 + (i / 12))},{(i % 2 == 0 ? "配送" : "料金")}\n"));
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), content);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = VocProcess.Start(["evaluate", .. arguments]);
        return await process.EndAsync();
    }
}
