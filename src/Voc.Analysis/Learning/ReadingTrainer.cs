using Voc.Analysis.Classification;
using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Learning;

/// <summary>Learns to read sentiment, intents and topics from labelled texts, in seconds.</summary>
public static class ReadingTrainer
{
    private const float CorrectionWeight = 3;
    private const int FewestOfTopic = 3;
    private const int Parts = 4;

    // How the experts are weighed against each other; docs/evaluation.md says what else was tried.
    private static readonly SentimentBlend Blend = new(Phrases: 1, Composition: 0.5f, Lexicon: 2, Neutral: 0.2f, Opposed: 0.6f);

    private static readonly TrainingOptions SentimentOptions = new() { Cost = 10, MinimumCount = 2, CalibrationFolds = Parts, MaximumFeatures = 40_000 };
    private static readonly TrainingOptions IntentOptions = new() { Loss = Loss.SquaredHinge, Cost = 1, MinimumCount = 2, CalibrationFolds = Parts, MaximumFeatures = 50_000 };
    private static readonly TrainingOptions TopicOptions = new() { Loss = Loss.SquaredHinge, Cost = 1, Balance = 0.3, MinimumCount = 2, Epochs = 20, Tolerance = 0.01, CalibrationFolds = 2, MaximumFeatures = 20_000 };

    /// <summary>Trains a model.</summary>
    /// <param name="analyzer">Reads what the models look at; its own model does not matter.</param>
    /// <param name="texts">Labelled texts; labels that are null are not learned from.</param>
    /// <param name="corrections">More of them, which count threefold: they are the company's own.</param>
    /// <param name="origin">Kept in the model, see <see cref="ReadingModel.Origin"/>.</param>
    /// <param name="progress">Is told the part that is done, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ReadingModel Train(
        Analyzer analyzer,
        IReadOnlyList<LabelledText> texts,
        IReadOnlyList<LabelledText>? corrections = null,
        string origin = "",
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(texts);
        var all = new Labelled[texts.Count + (corrections?.Count ?? 0)];
        var authors = texts.Select(t => t.Author).Distinct().ToList();
        var byAuthor = authors.Count >= Parts;
        Parallel.For(0, all.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var text = i < texts.Count ? texts[i] : corrections![i - texts.Count];
            all[i] = new(text, analyzer.Example(text.Text), i < texts.Count ? 1 : CorrectionWeight, (byAuthor && i < texts.Count ? authors.IndexOf(text.Author) : i) % Parts);
        });
        var done = new Stages(progress, 4);
        var sentiment = TrainSentiment(all, done, cancellationToken);
        var (intents, thresholds) = TrainIntents(all, done, cancellationToken);
        return new ReadingModel(sentiment, intents, thresholds, TrainTopics(all, done, cancellationToken), origin);
    }

    private static SentimentModel TrainSentiment(Labelled[] all, Stages done, CancellationToken cancellationToken)
    {
        var labelled = all.Where(a => a.Text.Sentiment is not null).ToList();
        if (labelled.Count == 0)
        {
            return ReadingModel.Untrained.Sentiment;
        }

        var single = labelled.FindAll(a => a.Example.Composition is not null);
        var (phrases, known) = LinearTrainer.TrainWithCrossScores(Data(labelled, a => a.Example.Phrases), SentimentOptions, done.Next(), cancellationToken);
        if (single.Count == 0)
        {
            return new(phrases, ReadingModel.Untrained.Sentiment.Composition, Blend);
        }

        var (composition, composed) = LinearTrainer.TrainWithCrossScores(Data(single, a => a.Example.Composition!), SentimentOptions, done.Next(), cancellationToken);
        var knownSingle = labelled.Zip(known).Where(pair => pair.First.Example.Composition is not null).Select(pair => pair.Second).ToList();
        var sharpness = Sharpness.Fit(factor => -single.Index().Sum(a => a.Item.Weight * Math.Log(1e-9
            + Blend.Sharpened(factor).Of(knownSingle[a.Index], composed[a.Index], a.Item.Example.Lexicon, a.Item.Example.Mixed).Of(a.Item.Text.Sentiment!.Value))));
        return new(phrases, composition, Blend.Sharpened(sharpness));

        static TrainingData Data(List<Labelled> texts, Func<Labelled, FeatureVector> features) => TrainingData.SingleLabel(
            texts.ConvertAll(a => features(a)), SentimentModel.Labels, texts.ConvertAll(a => 1 + (int)a.Text.Sentiment!), texts.ConvertAll(a => a.Weight), texts.ConvertAll(a => a.Part));
    }

    private static (LinearModel Model, float[] Thresholds) TrainIntents(Labelled[] all, Stages done, CancellationToken cancellationToken)
    {
        var labelled = all.Where(a => a.Text.Intents is not null).ToList();
        if (labelled.Count == 0)
        {
            return (ReadingModel.Untrained.Intents, []);
        }

        var of = labelled.ConvertAll(a => a.Text.Intents!.Select(i => Array.IndexOf(Intents.Labels, i)).Where(i => i >= 0).Distinct().ToArray());
        var data = TrainingData.MultiLabel(labelled.ConvertAll(a => a.Example.Intents), Intents.Labels, of, labelled.ConvertAll(a => a.Weight), labelled.ConvertAll(a => a.Part));
        var (model, scores) = LinearTrainer.TrainWithCrossScores(data, IntentOptions, done.Next(), cancellationToken);
        foreach (var row in scores)
        {
            model.Calibrate(row);
        }

        return (model, [.. Intents.Labels.Select((_, label) => Threshold(scores, of, label))]);
    }

    /// <summary>From which probability on telling a label gives the best F1 on texts that were not learned from.</summary>
    private static float Threshold(IReadOnlyList<float[]> probabilities, List<int[]> of, int label)
    {
        var ranked = probabilities.Select((p, i) => (Probability: p[label], IsSo: of[i].Contains(label))).OrderByDescending(p => p.Probability).ToList();
        var (all, right, best, threshold) = (ranked.Count(r => r.IsSo), 0, 0.0, 0.5f);
        for (var said = 1; said <= ranked.Count; said++)
        {
            right += ranked[said - 1].IsSo ? 1 : 0;
            if (2.0 * right / (said + all) is var f1 && f1 > best)
            {
                (best, threshold) = (f1, ranked[said - 1].Probability);
            }
        }

        return Math.Clamp(threshold, 0.25f, 0.5f);
    }

    private static LinearModel TrainTopics(Labelled[] all, Stages done, CancellationToken cancellationToken)
    {
        var labelled = all.Where(a => a.Text.Topics is { Count: > 0 }).ToList();
        string[] topics = [.. labelled.GroupBy(a => a.Text.Topics![0]).Where(g => g.Sum(a => a.Weight) >= FewestOfTopic).Select(g => g.Key).Order(StringComparer.Ordinal)];
        labelled.RemoveAll(a => Array.IndexOf(topics, a.Text.Topics![0]) < 0);
        if (labelled.Count == 0)
        {
            return ReadingModel.Untrained.Topics;
        }

        var data = TrainingData.SingleLabel(
            labelled.ConvertAll(a => a.Example.Topics), topics, labelled.ConvertAll(a => Array.IndexOf(topics, a.Text.Topics![0])), labelled.ConvertAll(a => a.Weight), labelled.ConvertAll(a => a.Part));
        return LinearTrainer.Train(data, TopicOptions, done.Next(), cancellationToken);
    }

    private sealed record Labelled(LabelledText Text, TrainingExample Example, float Weight, int Part);

    /// <summary>Progress of several stages of like length as one.</summary>
    private sealed class Stages(IProgress<double>? progress, int count)
    {
        private int _begun;

        public IProgress<double>? Next()
        {
            var before = _begun++;
            return progress is null ? null : new Stage(part => progress.Report((before + part) / count));
        }

        private sealed class Stage(Action<double> report) : IProgress<double>
        {
            public void Report(double value) => report(value);
        }
    }
}
