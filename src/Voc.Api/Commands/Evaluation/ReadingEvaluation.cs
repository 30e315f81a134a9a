using Voc.Analysis;
using Voc.Analysis.Learning;
using static Voc.Api.Commands.Evaluation.EvaluationReport;

namespace Voc.Api.Commands.Evaluation;

/// <summary>Measures how texts are read, and writes it down.</summary>
internal sealed class ReadingEvaluation(Analyzer analyzer, EvaluationReport report)
{
    private const int MistakesShown = 50;

    private static readonly (string Name, SentimentExperts Experts)[] Designs =
    [
        ("lexicon and grammar alone", SentimentExperts.Lexicon),
        ("learned from wording alone", SentimentExperts.Phrases),
        ("learned from lexicon findings alone", SentimentExperts.Composition),
        ("wording and lexicon findings, learned", SentimentExperts.Phrases | SentimentExperts.Composition),
        ("all three: what the product does", SentimentExperts.All),
    ];

    /// <summary>Sentiment of labelled texts by each design, with confusions of the one in use.</summary>
    public void Sentiment(string name, IReadOnlyList<LabelledText> texts)
    {
        report.Line($"**{name}**, {texts.Count:N0} texts:");
        report.Table(
            ["Design", "accuracy", "macro-F1", "positive against negative", "calibration error"],
            Designs.Select(d => Row(d.Name, texts, analyzer.With(model: analyzer.Model.With(d.Experts)))));
        report.Confusions(ReadingScores.Measure(analyzer, texts).Sentiment!);
    }

    /// <summary>How often each label is read in texts without labels.</summary>
    public void Shares(string name, IReadOnlyList<LabelledText> texts)
    {
        var read = Read(analyzer, texts);
        report.Line($"**{name}**, {texts.Count:N0} texts: {string.Join(", ", read.GroupBy(r => r.Label).OrderBy(g => g.Key).Select(g => $"{g.Key.Name()} {Share((double)g.Count() / read.Length)}"))}");
    }

    /// <summary>Intents and topics of labelled texts.</summary>
    public void IntentsAndTopics(IReadOnlyList<LabelledText> texts)
    {
        var scores = ReadingScores.Measure(analyzer, texts);
        report.Line($"**Intents**: macro-F1 {Share(scores.Intents!.MacroF1)}; exactly the right set {Share(scores.Intents.Accuracy)}");
        report.Labels(scores.Intents);
        report.Line($"**Main topic**, {scores.Topics!.Labels.Count} topics: accuracy {Share(scores.Topics.Accuracy)}; macro-F1 {Share(scores.Topics.MacroF1)}");
    }

    /// <summary>The most confident mistakes on sentiment, for people to read.</summary>
    public void Mistakes(IReadOnlyList<LabelledText> texts)
    {
        var read = Read(analyzer, texts);
        report.Table(
            ["confidence", "so", "read as", "text"],
            read.Index().Where(r => r.Item.Label != texts[r.Index].Sentiment).OrderByDescending(r => r.Item.Confidence).Take(MistakesShown)
                .Select(r => (IReadOnlyList<string>)[Share(r.Item.Confidence), texts[r.Index].Sentiment!.Value.Name(), r.Item.Label.Name(), texts[r.Index].Text.ReplaceLineEndings(" ")]));
    }

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<LabelledText> texts, Analyzer analyzer)
    {
        var read = Read(analyzer, texts);
        var scores = ReadingScores.Measure(analyzer, texts).Sentiment!;
        var polar = read.Index().Where(r => texts[r.Index].Sentiment != SentimentLabel.Neutral).ToList();
        var right = polar.Count(r => Math.Sign(r.Item.Score) == (int)texts[r.Index].Sentiment!.Value);
        var certainty = SentimentCertainty.Error([.. read.Select((r, i) => (r.Confidence, r.Label == texts[i].Sentiment))]);
        return [name, Share(scores.Accuracy), Share(scores.MacroF1), polar.Count == 0 ? "" : Share((double)right / polar.Count), Share(certainty)];
    }

    private static Voc.Sentiment[] Read(Analyzer analyzer, IReadOnlyList<LabelledText> texts) =>
        [.. texts.AsParallel().AsOrdered().Select(t => analyzer.Analyze(t.Text).Sentiment)];
}
