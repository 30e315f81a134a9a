using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

/// <summary><c>voc corpus lint</c> and <c>voc train</c> on folders of their own.</summary>
public sealed class CorpusCommandTests : IDisposable
{
    private static readonly (string Said, string Sentiment, string Intent)[] Ends =
        [("がとても良かったです。", "positive", "praise"), ("が最悪でした。", "negative", "complaint"), ("について教えてください。", "neutral", "question")];

    private static readonly (string Thing, string Topic)[] Things = [("部屋", "travel.room"), ("朝食", "travel.meal"), ("請求書", "price.billing")];

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-corpus").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Lint_of_a_good_corpus_says_how_much_it_checked()
    {
        WriteCorpus();

        var (exitCode, output, errors) = await RunAsync("corpus", "lint", Corpus());

        Assert.Equal((0, ""), (exitCode, output));
        Assert.Contains("Checked 27 sentences to learn from and 2 held out: 0 problems.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_of_a_bad_corpus_names_file_and_line_of_each_problem()
    {
        WriteCorpus();
        Write("corpus/training/more.jsonl", Line("荷物が届きました。", "neutral", "report", "delivery.nowhere") + Line("昨日の部屋が最悪でした。", "negative", "complaint", "travel.room"));

        var (exitCode, output, errors) = await RunAsync("corpus", "lint", Corpus());

        Assert.Equal(1, exitCode);
        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Contains(lines, l => l.StartsWith("more.jsonl:1: ", StringComparison.Ordinal) && l.Contains("delivery.nowhere", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("The same text as more.jsonl:2.", StringComparison.Ordinal));
        Assert.Contains($"{lines.Length} problems", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("train")]
    public async Task A_line_that_is_no_sentence_is_refused_with_its_place_and_no_model_is_written(string command)
    {
        WriteCorpus();
        Write("corpus/training/more.jsonl", "{\"text\":\"短い\"}\n");

        var (exitCode, output, errors) = command == "lint" ? await RunAsync("corpus", "lint", Corpus()) : await TrainAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("more.jsonl:1: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Model()));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var (exitCode, _, errors) = await RunAsync("corpus", "lint", Path.Combine(_folder, "nowhere"));

        Assert.Equal(1, exitCode);
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_writes_a_model_that_reads_texts_like_those_it_learned_from_and_knows_where_it_comes_from()
    {
        WriteCorpus();

        var (exitCode, output, errors) = await TrainAsync();

        Assert.Equal((0, ""), (exitCode, output));
        Assert.Contains("Trained on 27 texts. Macro-F1 on 2 held out: sentiment ", errors, StringComparison.Ordinal);
        var model = ReadingModel.Load(Model());
        Assert.Equal(TrainingOrigin.Of(_folder), model.Origin);
        var read = Analyzer.LoadDefault(_folder, model: model).Analyze("三日目の部屋が最悪でした。");
        Assert.Equal((SentimentLabel.Negative, "complaint", "travel.room"), (read.Sentiment.Label, read.Intents[0].Label, read.Topics[0].Label));
    }

    private static string Line(string text, string sentiment, string intent, string topic) =>
        $$"""{"text":"{{text}}","sentiment":"{{sentiment}}","intents":["{{intent}}"],"topic":"{{topic}}","industry":"travel","channel":"review"}""" + "\n";

    private Task<(int ExitCode, string Output, string Errors)> TrainAsync() => RunAsync("train", "--data-directory", _folder, "--model", Model());

    private string Corpus() => Path.Combine(_folder, "corpus");

    private string Model() => Path.Combine(_folder, "m.model");

    /// <summary>27 sentences to learn from and two held out, with the lexicon and the taxonomy that ship.</summary>
    private void WriteCorpus()
    {
        foreach (var file in new[] { "lexicon", "taxonomy" }.SelectMany(f => Directory.GetFiles(ShippedData.Folder(f))))
        {
            Write(Path.GetRelativePath(ShippedData.Folder(), file), File.ReadAllText(file));
        }

        Write("corpus/training/one.jsonl", string.Concat(
            from opening in new[] { "昨日の", "二回目に頼んでおいた", "家族みんなで楽しみにしていた" }
            from thing in Things
            from end in Ends
            select Line(opening + thing.Thing + end.Said, end.Sentiment, end.Intent, thing.Topic)));
        Write("corpus/held-out/two.jsonl", Line("駐車場は満車のままで入れず、帰りました。", "negative", "complaint", "travel.location") + Line("係の人の説明が分かりやすかった！", "positive", "praise", "travel.staff"));
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = VocProcess.Start(arguments);
        return await process.EndAsync();
    }
}
