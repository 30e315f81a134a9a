namespace Voc.Analysis.Learning;

/// <summary>Trains linear models and says how they do on examples they have not seen. The same data, options and machine give the same model.</summary>
public static class LinearTrainer
{
    /// <summary>Trains a model and calibrates its probabilities by cross-validation.</summary>
    /// <param name="data">Examples; at least one.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told the part that is done, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">There are no examples, or the loss does not fit the labels.</exception>
    public static LinearModel Train(TrainingData data, TrainingOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var session = Session.Begin(data, options, 1 + options.CalibrationFolds, progress, cancellationToken);
        var calibration = options.CalibrationFolds > 0 ? Calibration.Fit(data, session.CrossScores(options.CalibrationFolds)) : Calibration.None(data.Labels.Count);
        return session.Model(calibration);
    }

    /// <summary>Trains a model, and says what models trained without an example's part of the data score it.</summary>
    internal static (LinearModel Model, IReadOnlyList<float[]> CrossScores) TrainWithCrossScores(
        TrainingData data, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var session = Session.Begin(data, options, 1 + options.CalibrationFolds, progress, cancellationToken);
        var scores = session.CrossScores(options.CalibrationFolds);
        return (session.Model(Calibration.Fit(data, scores)), scores);
    }

    /// <summary>Scores every example by models that were trained without its part of the data.</summary>
    /// <param name="data">Examples; at least as many as parts.</param>
    /// <param name="options">How; <see cref="TrainingOptions.CalibrationFolds"/> says how many parts, at least 2.</param>
    /// <param name="progress">Is told the part that is done, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>For each example a score a label, as <see cref="LinearModel.Score"/> gives them.</returns>
    /// <exception cref="ArgumentException">There are no examples, too few parts, or the loss does not fit the labels.</exception>
    public static IReadOnlyList<float[]> CrossScores(TrainingData data, TrainingOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Session.Begin(data, options, options.CalibrationFolds, progress, cancellationToken).CrossScores(options.CalibrationFolds);

    private sealed class Session(TrainingData data, TrainingOptions options, double runs, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        private readonly ExampleTable _table = ExampleTable.Of(data.Examples, options.MinimumCount);
        private readonly Lock _gate = new();
        private long _passes;

        public static Session Begin(TrainingData data, TrainingOptions options, double runs, IProgress<double>? progress, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(options);
            if (data.Examples.Count == 0)
            {
                throw new ArgumentException("There are no examples.", nameof(data));
            }

            return data.IsMultiLabel && options.Loss == Loss.Softmax
                ? throw new ArgumentException("Labels that do not exclude each other need the logistic or squared hinge loss.", nameof(options))
                : new(data, options, runs, progress, cancellationToken);
        }

        public LinearModel Model(Calibration calibration)
        {
            var weights = Run(Enumerable.Range(0, data.Examples.Count).ToArray());
            return LinearModel.Of(data.Labels, data.IsMultiLabel, _table.Keys, weights, calibration, options.MaximumFeatures);
        }

        public float[][] CrossScores(int parts)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(parts, 2);
            var part = Folds.Of(data, parts, options.Seed);
            var scores = new float[part.Length][];
            Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, held =>
            {
                var descent = new DualDescent(_table, data, options);
                var weights = Run([.. Enumerable.Range(0, part.Length).Where(i => part[i] != held)]);
                var padded = new float[WeightRows.Stride(data.Labels.Count)];
                for (var i = 0; i < part.Length; i++)
                {
                    if (part[i] == held)
                    {
                        descent.Scores(i, weights, padded);
                        scores[i] = padded[..data.Labels.Count];
                    }
                }
            });
            return scores;
        }

        private float[] Run(int[] rows)
        {
            var done = 0;
            var weights = new DualDescent(_table, data, options).Run(rows, epoch => Report(epoch - done, done = epoch), cancellationToken);
            Report(options.Epochs - done, options.Epochs);
            return weights;
        }

        private void Report(int more, int epoch)
        {
            lock (_gate)
            {
                _passes += more;
                progress?.Report(Math.Min(1, _passes / (runs * options.Epochs)));
            }
        }
    }
}
