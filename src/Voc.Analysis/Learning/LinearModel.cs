namespace Voc.Analysis.Learning;

/// <summary>
/// A linear model of sparse features: the score of a label is its bias plus the weights of the features that are there times their values.
/// Immutable and safe for any number of threads.
/// </summary>
public sealed class LinearModel
{
    private const int MaximumOnStack = 256;
    private readonly FeatureTable _table;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly int _stride;

    internal LinearModel(string[] labels, bool multiLabel, ulong[] keys, float[] weights, float[] bias, Calibration calibration)
    {
        (Labels, IsMultiLabel, Keys, Calibration) = (labels, multiLabel, keys, calibration);
        (_weights, _bias, _stride) = (weights, bias, WeightRows.Stride(labels.Length));
        _table = new FeatureTable(keys.Length);
        foreach (var key in keys)
        {
            _table.GetOrAdd(key);
        }
    }

    /// <summary>Names of the labels; scores and probabilities come in this order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether a text may have any number of the labels rather than exactly one.</summary>
    public bool IsMultiLabel { get; }

    /// <summary>How many features have weights.</summary>
    public int FeatureCount => Keys.Length;

    internal ulong[] Keys { get; }

    internal Calibration Calibration { get; }

    internal ReadOnlySpan<float> Bias => _bias;

    /// <summary>The scores of some features: unbounded, comparable between labels.</summary>
    /// <param name="features">Each feature once; those the model does not know count nothing.</param>
    /// <param name="scores">Receives a score a label; exactly as long as <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentException">The scores are of another length.</exception>
    public void Score(Features features, Span<float> scores)
    {
        if (scores.Length != Labels.Count)
        {
            throw new ArgumentException($"There are {Labels.Count} labels.", nameof(scores));
        }

        Span<float> sums = _stride <= MaximumOnStack ? stackalloc float[_stride] : new float[_stride];
        _bias.CopyTo(sums);
        for (var i = 0; i < features.Keys.Length; i++)
        {
            if (_table.Find(features.Keys[i]) is >= 0 and var number)
            {
                WeightRows.AddScaled(sums, _weights.AsSpan(number * _stride, _stride), features.Values[i]);
            }
        }

        sums[..scores.Length].CopyTo(scores);
    }

    /// <summary>
    /// How likely each label is, 0 to 1. Where a text has exactly one label they sum to 1.
    /// </summary>
    /// <param name="features">Each feature once; those the model does not know count nothing.</param>
    /// <param name="probabilities">Receives a probability a label; exactly as long as <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentException">The probabilities are of another length.</exception>
    public void Probabilities(Features features, Span<float> probabilities)
    {
        Score(features, probabilities);
        Calibration.Apply(probabilities, IsMultiLabel);
    }

    /// <summary>Raises probabilities, where they are less, to those of some features times a factor.</summary>
    internal void Raise(Span<float> probabilities, Features features, float factor)
    {
        Span<float> judged = probabilities.Length <= MaximumOnStack ? stackalloc float[probabilities.Length] : new float[probabilities.Length];
        Probabilities(features, judged);
        for (var i = 0; i < judged.Length; i++)
        {
            probabilities[i] = Math.Max(probabilities[i], factor * judged[i]);
        }
    }

    /// <summary>Makes probabilities of scores, in place: of this model, or of several averaged.</summary>
    /// <param name="scores">As <see cref="Score"/> gives them.</param>
    public void Calibrate(Span<float> scores) => Calibration.Apply(scores, IsMultiLabel);

    /// <summary>The weights of a feature, one a label; empty where the model does not know it.</summary>
    public ReadOnlySpan<float> Weights(ulong key) => _table.Find(key) is >= 0 and var number ? Row(number)[..Labels.Count] : [];

    /// <summary>Writes the model in its own format, version 1.</summary>
    /// <param name="stream">Stays open.</param>
    public void Save(Stream stream) => LinearModelFile.Write(this, stream);

    /// <summary>Reads a model.</summary>
    /// <param name="stream">Is read up to the end of the model; stays open.</param>
    /// <param name="place">Name of the file, for messages.</param>
    /// <exception cref="DataFileException">It is no model, damaged, or of another version.</exception>
    public static LinearModel Load(Stream stream, string place) => LinearModelFile.Read(stream, place);

    /// <summary>A model that knows no features: every score is 0.</summary>
    internal static LinearModel Empty(IReadOnlyList<string> labels, bool multiLabel) =>
        new([.. labels], multiLabel, [], [], new float[WeightRows.Stride(labels.Count)], Calibration.None(labels.Count));

    /// <summary>Makes a model of what was trained: the strongest features, sorted by name, rounded to 8 bits a weight.</summary>
    /// <param name="labels">Names of the labels.</param>
    /// <param name="multiLabel">Whether they do not exclude each other.</param>
    /// <param name="keys">Names of the features.</param>
    /// <param name="weights">A row a feature, then the bias.</param>
    /// <param name="calibration">Of its probabilities.</param>
    /// <param name="maximum">How many features to keep.</param>
    internal static LinearModel Of(IReadOnlyList<string> labels, bool multiLabel, ulong[] keys, float[] weights, Calibration calibration, int maximum)
    {
        var stride = WeightRows.Stride(labels.Count);
        var kept = Strongest(keys, weights, stride, maximum);
        Array.Sort(Array.ConvertAll(kept, i => keys[i]), kept);
        var rows = new float[kept.Length * stride];
        for (var i = 0; i < kept.Length; i++)
        {
            var row = rows.AsSpan(i * stride, stride);
            weights.AsSpan(kept[i] * stride, stride).CopyTo(row);
            WeightRows.Round(row);
        }

        return new([.. labels], multiLabel, Array.ConvertAll(kept, i => keys[i]), rows, weights[^stride..], calibration);
    }

    internal ReadOnlySpan<float> Row(int number) => _weights.AsSpan(number * _stride, _stride);

    private static int[] Strongest(ulong[] keys, float[] weights, int stride, int maximum)
    {
        var strengths = new float[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            foreach (var weight in weights.AsSpan(i * stride, stride))
            {
                strengths[i] = Math.Max(strengths[i], Math.Abs(weight));
            }
        }

        return [.. Enumerable.Range(0, keys.Length).Where(i => strengths[i] > 0).OrderByDescending(i => strengths[i]).ThenBy(i => keys[i]).Take(maximum)];
    }
}
