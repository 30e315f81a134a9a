using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class CorpusLintTests : IDisposable
{
    private const string Good = """{"text":"梱包がとても丁寧で安心しました。","sentiment":"positive","intents":["praise"],"topic":"delivery.packaging","industry":"retail","channel":"review","opinions":[{"target":"梱包","expression":"丁寧","polarity":1}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-corpus").FullName;

    [Fact]
    public void The_corpus_that_ships_has_no_problem()
    {
        var corpus = LabelledCorpus.Load(ShippedData.Folder("corpus"));

        Assert.Empty(CorpusLint.Check(corpus, Shipped.Taxonomy).Select(p => $"{p.Place}: {p.Message.En}"));
    }

    [Fact]
    public void A_fifth_of_the_corpus_that_ships_is_held_out_by_author()
    {
        var corpus = LabelledCorpus.Load(ShippedData.Folder("corpus"));

        Assert.InRange((double)corpus.HeldOut.Count / corpus.Sentences.Count, 0.15, 0.3);
        Assert.All(corpus.Sentences.GroupBy(s => s.Batch), batch => Assert.Single(batch.Select(s => s.IsHeldOut).Distinct()));
    }

    [Fact]
    public void A_good_corpus_is_left_alone() => Assert.Empty(Problems([Good], []));

    [Theory]
    [InlineData("delivery.packaging", "delivery.nowhere", CorpusProblemKind.Label)]
    [InlineData("retail\"", "toys\"", CorpusProblemKind.Label)]
    [InlineData("[\"praise\"]", "[\"applause\"]", CorpusProblemKind.Label)]
    [InlineData("梱包がとても丁寧で安心しました。", "丁寧梱", CorpusProblemKind.Span, "梱包")]
    [InlineData("expression\":\"丁寧", "expression\":\"親切", CorpusProblemKind.Span)]
    [InlineData("polarity\":1", "polarity\":2", CorpusProblemKind.Span)]
    [InlineData("polarity\":1}", "polarity\":1},{\"target\":\"梱包\",\"expression\":\"丁寧\",\"polarity\":-1}", CorpusProblemKind.Conflict)]
    [InlineData("[\"praise\"]", "[\"complaint\"]", CorpusProblemKind.Conflict)]
    public void A_wrong_line_is_found(string right, string wrong, CorpusProblemKind kind, string said = "")
    {
        var problem = Assert.Single(Problems([Good.Replace(right, wrong, StringComparison.Ordinal)], []));

        Assert.Equal((kind, "training.jsonl:1"), (problem.Kind, problem.Place));
        Assert.Contains(said, problem.Message.Ja);
    }

    [Fact]
    public void The_same_sentence_in_another_width_is_a_duplicate()
    {
        var problem = Assert.Single(Problems([Good, Good.Replace("とても丁寧で安心しました。", "とても丁寧で、安心しました！", StringComparison.Ordinal)], []));

        Assert.Equal((CorpusProblemKind.Duplicate, "training.jsonl:2"), (problem.Kind, problem.Place));
    }

    [Fact]
    public void Nearly_the_same_sentence_on_both_sides_of_the_split_is_a_leak()
    {
        var problem = Assert.Single(Problems([Good], [Good.Replace("安心しました。", "安心しましたよ。", StringComparison.Ordinal)]));

        Assert.Equal((CorpusProblemKind.Leak, "held-out.jsonl:1"), (problem.Kind, problem.Place));
    }

    [Fact]
    public void Nearly_the_same_sentence_labelled_otherwise_is_a_conflict()
    {
        var long1 = Good.Replace("とても", "今回もいつもと変わらずとても", StringComparison.Ordinal);
        var other = long1.Replace("安心しました。", "安心しましたよ。", StringComparison.Ordinal).Replace("\"positive\"", "\"neutral\"", StringComparison.Ordinal);

        Assert.Equal(CorpusProblemKind.Conflict, Assert.Single(Problems([long1, other], [])).Kind);
    }

    [Fact]
    public void A_line_that_is_no_sentence_is_refused_with_its_place()
    {
        var refused = Assert.Throws<DataFileException>(() => Problems([Good, """{"text":"短い"}"""], []));

        Assert.Equal("training.jsonl:2", refused.Place);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<CorpusProblem> Problems(string[] training, string[] heldOut)
    {
        foreach (var (name, lines) in new[] { ("training", training), ("held-out", heldOut) })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
            File.WriteAllLines(Path.Combine(_folder, name, name + ".jsonl"), lines);
        }

        return CorpusLint.Check(LabelledCorpus.Load(_folder), Shipped.Taxonomy);
    }
}
