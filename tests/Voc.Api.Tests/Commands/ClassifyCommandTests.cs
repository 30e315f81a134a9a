using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Decoding;

namespace Voc.Api.Tests.Commands;

public sealed class ClassifyCommandTests : IDisposable
{
    private static readonly string[] Labels = ["配送", "料金", "画面"];

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-classify").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_learned_from_several_files_labels_the_rows_of_another()
    {
        Write("a.csv", TextEncodings.ShiftJis, Labelled(0, 60));
        Write("b.csv", TextEncodings.Utf8, Labelled(60, 60));
        Write("new.csv", TextEncodings.Utf8, "番号,内容\n1,箱が届きません\n2,\n,\n3,\"請求が\n二重です\"\n4,液晶が割れた\n");

        var (trained, summary, told) = await RunAsync("train", "--input", File("a.csv"), "--input", File("b.csv"), "--text", "内容", "--label", "区分", "--model", File("m.voc"));
        var (exitCode, output, errors) = await RunAsync("predict", "--model", File("m.voc"), "--input", File("new.csv"), "--text", "内容");

        Assert.Equal((0, 0), (trained, exitCode));
        var result = JsonNode.Parse(summary)!;
        Assert.Equal((120, 3, 0), (result["texts"]!.GetValue<int>(), result["labels"]!.GetValue<int>(), result["skipped"]!.GetValue<int>()));
        Assert.InRange(result["macroF1"]!.GetValue<double>(), 0.9, 1);
        Assert.Contains("Cross-validation", told, StringComparison.Ordinal);
        var answers = output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["row", "label", "confidence"], answers[0].Select(property => property.Key));
        Assert.Equal(["1 配送", "4 料金", "5 画面"], answers.Select(a => $"{a["row"]} {a["label"]}"));
        Assert.All(answers, a => Assert.InRange(a["confidence"]!.GetValue<double>(), 0.4, 1));
        Assert.Contains("\"label\":\"配送\"", output, StringComparison.Ordinal);
        Assert.Contains("new.csv line 3: The column “内容” is empty.", errors, StringComparison.Ordinal);
        Assert.Contains("3 rows labelled, 1 passed over", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_without_text_or_label_are_told_and_the_rest_is_learned()
    {
        Write("a.csv", TextEncodings.Utf8, Labelled(0, 60) + "本文はある,\n,料金\n本文,料金,余分な列\n");

        var (exitCode, summary, errors) = await RunAsync("train", "--input", File("a.csv"), "--text", "内容", "--label", "区分", "--model", File("m.voc"));

        Assert.Equal(0, exitCode);
        Assert.Equal((60, 3), (JsonNode.Parse(summary)!["texts"]!.GetValue<int>(), JsonNode.Parse(summary)!["skipped"]!.GetValue<int>()));
        Assert.Contains("a.csv line 62: The column “区分” is empty.", errors, StringComparison.Ordinal);
        Assert.Contains("a.csv line 63: The column “内容” is empty.", errors, StringComparison.Ordinal);
        Assert.Contains("a.csv line 64: There are 3 columns", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a missing column", "a.csv: There is no column “本文” for --text. The file has: 内容, 区分.")]
    [InlineData("a missing file", "no.csv")]
    [InlineData("one label", "one label only")]
    [InlineData("too few rows", "6 labelled rows only")]
    [InlineData("labels that are texts", "60 labels in 60 rows")]
    public async Task What_cannot_be_learned_is_an_error_that_says_why_and_leaves_an_old_model_alone(string what, string said)
    {
        Write("a.csv", TextEncodings.Utf8, what switch
        {
            "one label" => Labelled(0, 60).Replace("料金", "配送", StringComparison.Ordinal).Replace("画面", "配送", StringComparison.Ordinal),
            "too few rows" => Labelled(0, 6),
            "labels that are texts" => "内容,区分\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"本文,{i} 番\n")),
            _ => Labelled(0, 60),
        });
        Write("m.voc", TextEncodings.Utf8, "old");

        var (exitCode, output, errors) = await RunAsync(
            "train", "--input", File(what == "a missing file" ? "no.csv" : "a.csv"), "--text", what == "a missing column" ? "本文" : "内容", "--label", "区分", "--model", File("m.voc"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal("old", await System.IO.File.ReadAllTextAsync(File("m.voc")));
        Assert.Equal(["a.csv", "m.voc"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_an_error_that_says_so()
    {
        Write("a.csv", TextEncodings.Utf8, Labelled(0, 3));

        var (exitCode, output, errors) = await RunAsync("predict", "--model", File("a.csv"), "--input", File("a.csv"), "--text", "内容");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("a.csv: It is not a model file", errors, StringComparison.Ordinal);
    }

    private static string Labelled(int from, int count)
    {
        string[][] words = [["荷物", "箱", "宅配便", "届きません", "遅い"], ["料金", "請求", "引き落とし", "二重です", "高すぎる"], ["画面", "液晶", "表示", "割れた", "暗い"]];
        var rows = Enumerable.Range(from, count).Select(i => $"{words[i % 3][i / 3 % 3]}が{words[i % 3][3 + (i / 9 % 2)]}{new string('。', 1 + (i % 2))},{Labels[i % 3]}\n");
        return "内容,区分\n" + string.Concat(rows);
    }

    private string File(string name) => Path.Combine(_folder, name);

    private void Write(string name, Encoding encoding, string content) => System.IO.File.WriteAllBytes(File(name), encoding.GetBytes(content));

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = VocProcess.Start(["classify", .. arguments]);
        return await process.EndAsync();
    }
}
