using Voc.Analysis.Classification;
using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Learning;

/// <summary>Learns to read sentiment, intents and topics from labelled texts, in seconds.</summary>
public static class ReadingTrainer
{
    private const float CorrectionWeight = 3;
    private const int FewestOfTopic = 3;
    private const int Parts = 5;

    // How the experts are weighed, beside their calibration: see docs/evaluation.md for what else was tried.
    private const float Phrases = 1f;
    private const float Composition = 0.5f;
    private const float Lexicon = 3.5f;
    private const float Neutral = 0.5f;
    private const float Opposed = 0.8f;

    private static readonly TrainingOptions SentimentOptions = new() { Cost = 10, MinimumCount = 2, CalibrationFolds = Parts, MaximumFeatures = 60_000 };
    private static readonly TrainingOptions IntentOptions = new() { Loss = Loss.Logistic, Cost = 8, MinimumCount = 2, CalibrationFolds = Parts, MaximumFeatures = 60_000 };
    private static readonly TrainingOptions TopicOptions = new() { Cost = 2, MinimumCount = 2, Epochs = 20, Tolerance = 0.01, CalibrationFolds = 2, MaximumFeatures = 24_000 };

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
        Parallel.For(0, all.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var text = i < texts.Count ? texts[i] : corrections![i - texts.Count];
            all[i] = new(text, analyzer.Example(text.Text), i < texts.Count ? 1 : CorrectionWeight, i < texts.Count ? authors.IndexOf(text.Author) % Parts : i % Parts);
        });
        var done = new Stages(progress, 4);
        var sentiment = TrainSentiment(all, done, cancellationToken);
        var (intents, thresholds) = TrainIntents(all, done, cancellationToken);
        return new ReadingModel(sentiment, intents, thresholds, TrainTopics(all, done, cancellationToken), origin);
    }

    private static SentimentModel TrainSentiment(Labelled[] all, Stages done, CancellationToken cancellationToken)
    {
        var labelled = all.Where(a => a.Text.Sentiment is not null).ToList();
        var phrases = LinearTrainer.Train(Data(labelled, a => a.Example.Phrases), SentimentOptions, done.Next(), cancellationToken);
        var single = labelled.FindAll(a => a.Example.Composition is not null);
        var composition = LinearTrainer.Train(Data(single, a => a.Example.Composition!), SentimentOptions, done.Next(), cancellationToken);
        return new(phrases, composition, new(Phrases * phrases.Calibration.Scales[0], Composition * composition.Calibration.Scales[0], Lexicon, Neutral, Opposed));

        static TrainingData Data(List<Labelled> texts, Func<Labelled, FeatureVector> features) => TrainingData.SingleLabel(
            texts.ConvertAll(a => features(a)), SentimentModel.Labels, texts.ConvertAll(a => 1 + (int)a.Text.Sentiment!), texts.ConvertAll(a => a.Weight), texts.ConvertAll(a => a.Part));
    }

    private static (LinearModel Model, float[] Thresholds) TrainIntents(Labelled[] all, Stages done, CancellationToken cancellationToken)
    {
        var labelled = all.Where(a => a.Text.Intents is not null).ToList();
        var of = labelled.ConvertAll(a => a.Text.Intents!.Select(i => Array.IndexOf(Intents.Labels, i)).Where(i => i >= 0).Distinct().ToArray());
        var data = TrainingData.MultiLabel(labelled.ConvertAll(a => a.Example.Intents), Intents.Labels, of, labelled.ConvertAll(a => a.Weight), labelled.ConvertAll(a => a.Part));
        var model = LinearTrainer.Train(data, IntentOptions, done.Next(), cancellationToken);
        return (model, [.. Enumerable.Repeat(0.4f, Intents.Labels.Length)]);
    }

    private static LinearModel TrainTopics(Labelled[] all, Stages done, CancellationToken cancellationToken)
    {
        var labelled = all.Where(a => a.Text.Topics is { Count: > 0 }).ToList();
        string[] topics = [.. labelled.GroupBy(a => a.Text.Topics![0]).Where(g => g.Sum(a => a.Weight) >= FewestOfTopic).Select(g => g.Key).Order(StringComparer.Ordinal)];
        labelled.RemoveAll(a => Array.IndexOf(topics, a.Text.Topics![0]) < 0);
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
