using System.Text.Json;
using Voc.Analysis;
using Voc.Analysis.Classification;
using Voc.Analysis.Learning;
using Voc.Api.Corrections;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Models;

/// <summary>A model that was trained, ready to be kept, and whether it does better than the active one.</summary>
internal sealed record TrainedModel(ModelRow Row, bool IsBetter);

/// <summary>Where the labelled sentences lie that every model learns from and is measured on.</summary>
internal sealed record CorpusFolder(string Path);

/// <summary>
/// Trains on the labelled sentences that come with the product and on the company's corrections. A fifth of the corrections, the same ones
/// every time, is never learned from: with the sentences held out it tells how the new model does beside the active one.
/// </summary>
internal sealed class ModelTrainer(Store store, CurrentReading reading, ShippedReading shipped, CorpusFolder folder, TimeProvider time)
{
    private const string CorrectedTexts = "SELECT f.Id, f.Text, c.Labels FROM correction c JOIN feedback f ON f.Id = c.FeedbackId ORDER BY f.Id";
    private const double PartOfTraining = 0.85;

    /// <summary>Trains; takes seconds.</summary>
    /// <param name="by">User name of who wants it.</param>
    /// <param name="progress">Is told the part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public TrainedModel Train(string by, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var analyzer = reading.Now.Analyzer;
        var corpus = LabelledCorpus.Load(folder.Path);
        var (learned, heldOut) = Corrections(analyzer.Taxonomy);
        List<LabelledText> texts = [.. corpus.Training.Select(t => Known(t, analyzer.Taxonomy))];
        var model = ReadingTrainer.Train(analyzer, texts, learned, origin: shipped.Analyzer.Model.Origin, new Part(progress, 0, PartOfTraining), cancellationToken);
        heldOut.AddRange(corpus.HeldOut.Select(t => Known(t, analyzer.Taxonomy)));
        var before = Measure(analyzer, heldOut, cancellationToken);
        progress.Report((1 + PartOfTraining) / 2);
        var after = Measure(analyzer.With(model: model), heldOut, cancellationToken);
        using var data = new MemoryStream();
        model.Save(data);
        var row = new ModelRow
        {
            CreatedAt = time.GetUtcNow(),
            By = by,
            Texts = texts.Count,
            Corrections = learned.Count,
            HeldOut = heldOut.Count,
            Before = JsonSerializer.Serialize(before, Server.Json),
            After = JsonSerializer.Serialize(after, Server.Json),
            Data = data.ToArray(),
        };
        return new TrainedModel(row, Mean(after) > Mean(before));
    }

    /// <summary>Whether a correction of this feedback is for measuring: one of five, whenever and wherever it is asked.</summary>
    public static bool IsHeldOut(long feedbackId)
    {
        // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the identifier decides.
        var hash = (ulong)feedbackId + 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return (hash ^ (hash >> 31)) % 5 == 0;
    }

    private (List<LabelledText> Learned, List<LabelledText> HeldOut) Corrections(Taxonomy taxonomy)
    {
        var (learned, heldOut) = (new List<LabelledText>(), new List<LabelledText>());
        using var connection = store.Open();
        using var rows = connection.Query(CorrectedTexts);
        while (rows.Read())
        {
            var labels = Labels.Read(rows.GetString(2));
            SentimentLabel? sentiment = labels.Sentiment is { } name && LabelNames.TrySentiment(name, out var label) ? label : null;
            var text = Known(new LabelledText(rows.GetString(1), sentiment, labels.Intents, labels.Topics), taxonomy);
            (IsHeldOut(rows.GetInt64(0)) ? heldOut : learned).Add(text);
        }
        return (learned, heldOut);
    }

    /// <summary>A text without labels of topics that nothing is sorted into any more.</summary>
    private static LabelledText Known(LabelledText text, Taxonomy taxonomy) =>
        text.Topics is not { Count: > 0 } topics || topics.All(t => taxonomy.Find(t) is not null)
            ? text
            : text with { Topics = topics.Where(t => taxonomy.Find(t) is not null).ToList() is { Count: > 0 } known ? known : null };

    private static ModelScores Measure(Analyzer analyzer, List<LabelledText> texts, CancellationToken cancellationToken)
    {
        var scores = ReadingScores.Measure(analyzer, texts, cancellationToken);
        return new(Score(scores.Sentiment), Score(scores.Intents), Score(scores.Topics));
    }

    private static TaskScore Score(LabelScores? scores) => scores is null ? new(0, 0, 0, []) : new(
        Math.Round(scores.Accuracy.Value, 4),
        Math.Round(scores.MacroF1.Value, 4),
        scores.Texts,
        [.. scores.Labels.Select(l => new LabelScore(l.Label, Math.Round(l.Precision, 4), Math.Round(l.Recall, 4), Math.Round(l.F1, 4), l.Count))]);

    private static double Mean(ModelScores scores) => new[] { scores.Sentiment, scores.Intents, scores.Topics }.Where(s => s.Count > 0).Select(s => s.MacroF1).DefaultIfEmpty().Average();

    private sealed class Part(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * (to - from)));
    }
}
