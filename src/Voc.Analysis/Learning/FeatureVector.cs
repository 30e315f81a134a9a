namespace Voc.Analysis.Learning;

/// <summary>What a model looks at: some features, each once, with their values; all others are 0.</summary>
/// <param name="keys">Names, see <see cref="FeatureHash"/>.</param>
/// <param name="values">As many values.</param>
public readonly ref struct Features(ReadOnlySpan<ulong> keys, ReadOnlySpan<float> values)
{
    /// <summary>Names of the features.</summary>
    public ReadOnlySpan<ulong> Keys { get; } = keys;

    /// <summary>Their values, in the same order.</summary>
    public ReadOnlySpan<float> Values { get; } = values;
}

/// <summary>Features that are kept, as an example to learn from is.</summary>
public sealed class FeatureVector
{
    private readonly ulong[] _keys;
    private readonly float[] _values;

    /// <summary>Keeps a copy.</summary>
    /// <param name="features">Each feature once.</param>
    public FeatureVector(Features features) => (_keys, _values) = (features.Keys.ToArray(), features.Values.ToArray());

    /// <summary>The features.</summary>
    public Features Features => new(_keys, _values);
}
