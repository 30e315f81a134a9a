using Voc.Analysis.Morphology;

namespace Voc.Analysis.Learning;

/// <summary>
/// The training of a text classifier. Everything that is learned from labels, the weighting of features too, is learned anew for each part of
/// the cross-validation, so that the quality and the confidence it tells are those of texts not seen.
/// </summary>
internal sealed class TextClassifierTraining
{
    private const int FewestTexts = 10;
    private const int MostLabels = 500;
    private const int FewTexts = 500;
    private const int MostFeatures = 500_000;
    private const int MostWeights = 64_000_000;
    private const double ReadingPart = 0.15;
    private readonly TextClassifierOptions _options;
    private readonly TrainingOptions _training;
    private readonly TrainingData _data;
    private readonly ExampleTable _table;
    private readonly int _minimumCount;
    private readonly Steps _steps;
    private readonly CancellationToken _cancellationToken;

    private TextClassifierTraining(TrainingData data, TextClassifierOptions options, Steps steps, CancellationToken cancellationToken)
    {
        (_data, _options, _steps, _cancellationToken) = (data, options, steps, cancellationToken);
        _training = new() { Loss = options.Loss, Cost = options.Cost, Balance = options.Balance, Seed = options.Seed };
        _minimumCount = data.Examples.Count < FewTexts ? 1 : 2;
        _table = ExampleTable.Of(data.Examples, _minimumCount, Math.Min(MostFeatures, MostWeights / WeightRows.Stride(data.Labels.Count)));
    }

    public static TrainedClassifier Run(
        IReadOnlyList<TrainingText> texts, Tokenizer tokenizer, TextClassifierOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        string[] labels = [.. texts.Select(t => t.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Check(texts.Count, labels);
        var drawn = Draw(texts, options);
        var steps = new Steps(progress);
        var features = new TextFeatures(tokenizer, options.Characters, (float)options.Words);
        var vectors = new FeatureVector[drawn.Count];
        Parallel.For(0, drawn.Count, Parallelism(cancellationToken), i =>
        {
            using var lease = features.Read(drawn[i].Text);
            vectors[i] = new(lease.Features);
            steps.Add(ReadingPart / drawn.Count);
        });
        var numbers = labels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        var data = TrainingData.SingleLabel(vectors, labels, [.. drawn.Select(t => numbers[t.Label])]);
        return new TextClassifierTraining(data, options, steps, cancellationToken).Train(tokenizer);
    }

    private TrainedClassifier Train(Tokenizer tokenizer)
    {
        var scores = CrossScores();
        var (factors, weights) = Learn([.. Enumerable.Range(0, _data.Examples.Count)]);
        var model = LinearModel.Of(_data.Labels, false, _table.Keys, weights, Calibration.Fit(_data, scores), int.MaxValue);
        var quality = new LabelScores(_data.Labels, [.. scores.Select((s, i) => (new[] { _data.LabelsOf(i)[0] }, new[] { Array.IndexOf(s, s.Max()) }))]);
        var classifier = new TextClassifier(tokenizer, _options.Characters, (float)_options.Words, _table.Keys, factors, model);
        return new(classifier, quality, _data.Examples.Count);
    }

    private float[][] CrossScores()
    {
        var part = Folds.Of(_data, _options.Folds, _options.Seed);
        var scores = new float[part.Length][];
        Parallel.For(0, _options.Folds, Parallelism(_cancellationToken), held =>
        {
            var (factors, weights) = Learn([.. Enumerable.Range(0, part.Length).Where(i => part[i] != held)]);
            var descent = new DualDescent(_table.Weighted(factors), _data, _training);
            var padded = new float[WeightRows.Stride(_data.Labels.Count)];
            foreach (var i in Enumerable.Range(0, part.Length).Where(i => part[i] == held))
            {
                descent.Scores(i, weights, padded);
                scores[i] = padded[.._data.Labels.Count];
            }
        });
        return scores;
    }

    private (float[] Factors, float[] Weights) Learn(int[] rows)
    {
        var factors = FeatureWeighting.Fit(_table, _data, rows, _options, _minimumCount);
        var (done, step) = (0, (1 - ReadingPart) / ((_options.Folds + 1) * _training.Epochs));
        var weights = new DualDescent(_table.Weighted(factors), _data, _training).Run(rows, epoch =>
        {
            _steps.Add(step * (epoch - done));
            done = epoch;
        }, _cancellationToken);
        _steps.Add(step * (_training.Epochs - done));
        return (factors, weights);
    }

    private static ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static IReadOnlyList<TrainingText> Draw(IReadOnlyList<TrainingText> texts, TextClassifierOptions options)
    {
        if (texts.Count <= options.MaximumTexts)
        {
            return texts;
        }

        var order = Enumerable.Range(0, texts.Count).ToArray();
        new Random(options.Seed).Shuffle(order);
        return [.. order.Take(options.MaximumTexts).Order().Select(i => texts[i])];
    }

    private static void Check(int texts, string[] labels)
    {
        if (labels.Length < 2)
        {
            throw new UntrainableException(new(
                $"ラベルが {labels.Length} 種類しかありません。2 種類以上のラベルが付いたデータを指定してください。",
                $"There {(labels.Length == 1 ? "is one label" : "are no labels")} only. Give data with at least two labels."));
        }

        if (texts < FewestTexts)
        {
            throw new UntrainableException(new(
                $"ラベル付きの行が {texts} 行しかありません。{FewestTexts} 行以上、できればラベルごとに 50 行以上を用意してください。",
                $"There are {texts} labelled rows only. Give at least {FewestTexts}, better 50 or more of each label."));
        }

        if (labels.Length > MostLabels || labels.Length * 2 > texts)
        {
            throw new UntrainableException(new(
                $"{texts:N0} 行にラベルが {labels.Length:N0} 種類あり、多すぎます（上限 {MostLabels} 種類、1 種類あたり平均 2 行以上）。ラベルの列を確かめてください。",
                $"There are {labels.Length:N0} labels in {texts:N0} rows, too many (at most {MostLabels}, and two rows a label on average). Check which column holds the label."));
        }
    }

    private sealed class Steps(IProgress<double>? progress)
    {
        private readonly Lock _gate = new();
        private double _done;

        public void Add(double part)
        {
            lock (_gate)
            {
                _done += part;
                progress?.Report(Math.Min(1, _done));
            }
        }
    }
}
