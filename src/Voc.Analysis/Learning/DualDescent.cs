namespace Voc.Analysis.Learning;

/// <summary>
/// Stochastic dual coordinate descent: the dual variables of one example after another are moved to where they are best, for all labels at
/// once. There is no learning rate to choose, and the seed fixes every step.
/// </summary>
internal sealed class DualDescent
{
    private readonly ExampleTable _table;
    private readonly TrainingData _data;
    private readonly TrainingOptions _options;
    private readonly int _labels;
    private readonly int _stride;

    public DualDescent(ExampleTable table, TrainingData data, TrainingOptions options)
    {
        (_table, _data, _options) = (table, data, options);
        _labels = data.Labels.Count;
        _stride = WeightRows.Stride(_labels);
    }

    /// <summary>Trains on some of the examples.</summary>
    /// <param name="rows">Their numbers; is shuffled.</param>
    /// <param name="progress">Is told the passes that are done.</param>
    /// <param name="cancellationToken">Stops between two passes.</param>
    /// <returns>A row of weights for each feature, then one for the bias.</returns>
    public float[] Run(int[] rows, Action<int> progress, CancellationToken cancellationToken)
    {
        var weights = new float[(_table.Keys.Length + 1) * _stride];
        var duals = new float[rows.Length * _stride];
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var lengths = Array.ConvertAll(rows, row => 1 + SquaredLength(_table.Values(row)));
        var balance = LabelWeights(rows);
        var random = new Random(_options.Seed);
        var step = DualStep.Of(_options.Loss);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var moved = 0.0;
            foreach (var i in order)
            {
                moved += Visit(step, rows[i], lengths[i], balance, weights, duals.AsSpan(i * _stride, _labels));
            }

            progress(epoch + 1);
            if (moved < _options.Tolerance * _options.Cost * rows.Length)
            {
                break;
            }
        }

        return weights;
    }

    private float Visit(DualStep step, int row, float squaredLength, float[] balance, float[] weights, Span<float> duals)
    {
        var wide = _stride <= 256;
        Span<float> scores = wide ? stackalloc float[_stride] : new float[_stride];
        Span<float> change = wide ? stackalloc float[_stride] : new float[_stride];
        Span<float> costs = wide ? stackalloc float[_stride] : new float[_stride];
        Span<bool> has = wide ? stackalloc bool[_stride] : new bool[_stride];
        Costs(row, balance, has, costs);
        Scores(row, weights, scores);
        duals.CopyTo(change);
        step.Move(scores[.._labels], squaredLength, has[.._labels], costs[.._labels], duals);
        change[_labels..].Clear();
        var (most, all) = (0f, 0f);
        for (var k = 0; k < _labels; k++)
        {
            change[k] = duals[k] - change[k];
            most = Math.Max(most, Math.Abs(change[k]));
            all += Math.Abs(change[k]);
        }

        if (most > 1e-7f)
        {
            var features = _table.Features(row);
            var values = _table.Values(row);
            for (var j = 0; j < features.Length; j++)
            {
                WeightRows.AddScaled(weights.AsSpan(features[j] * _stride, _stride), change, values[j]);
            }

            WeightRows.AddScaled(weights.AsSpan(weights.Length - _stride), change, 1);
        }

        return all;
    }

    /// <summary>The scores of an example by some weights.</summary>
    /// <param name="row">Number of the example.</param>
    /// <param name="weights">As <see cref="Run"/> returns them.</param>
    /// <param name="scores">Receives them; as long as a row.</param>
    public void Scores(int row, float[] weights, Span<float> scores)
    {
        weights.AsSpan(weights.Length - _stride).CopyTo(scores);
        var features = _table.Features(row);
        var values = _table.Values(row);
        for (var j = 0; j < features.Length; j++)
        {
            WeightRows.AddScaled(scores, weights.AsSpan(features[j] * _stride, _stride), values[j]);
        }
    }

    private void Costs(int row, float[] balance, Span<bool> has, Span<float> costs)
    {
        var cost = (float)_options.Cost * _data.WeightOf(row);
        has.Clear();
        costs.Fill(cost);
        foreach (var label in _data.LabelsOf(row))
        {
            has[label] = true;
            costs[label] = cost * balance[label];
        }
    }

    private float[] LabelWeights(int[] rows)
    {
        var counts = new double[_labels];
        foreach (var row in rows)
        {
            foreach (var label in _data.LabelsOf(row))
            {
                counts[label]++;
            }
        }

        var raw = Array.ConvertAll(counts, count => Math.Pow(rows.Length / Math.Max(1, count), _options.Balance));
        var mean = raw.Zip(counts, (weight, count) => weight * count).Sum() / Math.Max(1, counts.Sum());
        return Array.ConvertAll(raw, weight => (float)(weight / mean));
    }

    private static float SquaredLength(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
