namespace Voc.Analysis.Learning;

/// <summary>All examples with their features numbered, as training reads them: one array after the other.</summary>
internal sealed class ExampleTable
{
    private readonly int[] _starts;
    private readonly int[] _features;
    private readonly float[] _values;

    private ExampleTable(ulong[] keys, int[] starts, int[] features, float[] values) =>
        (Keys, _starts, _features, _values) = (keys, starts, features, values);

    /// <summary>Names of the features by number.</summary>
    public ulong[] Keys { get; }

    public int Count => _starts.Length - 1;

    /// <summary>Numbers those features that occur in enough examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="minimumCount">In how many examples a feature must occur.</param>
    /// <param name="most">Where more features would be left, they must occur in more.</param>
    public static ExampleTable Of(IReadOnlyList<FeatureVector> examples, int minimumCount, int most = int.MaxValue)
    {
        var all = new FeatureTable(1 << 16);
        var counts = new List<int>();
        foreach (var example in examples)
        {
            foreach (var key in example.Features.Keys)
            {
                var number = all.GetOrAdd(key);
                if (number == counts.Count)
                {
                    counts.Add(0);
                }

                counts[number]++;
            }
        }

        minimumCount = Math.Max(minimumCount, CountOfAtMost(counts, most));
        var (renumbered, kept) = Renumber(counts, minimumCount);
        var keys = new ulong[kept];
        foreach (var (number, key) in all.Keys().Index())
        {
            if (renumbered[number] >= 0)
            {
                keys[renumbered[number]] = key;
            }
        }

        return Fill(examples, all, renumbered, keys, counts.Sum(count => count < minimumCount ? 0L : count));
    }

    /// <summary>The same features, each value times the factor of its feature, and then each example brought to length 1.</summary>
    public ExampleTable Weighted(float[] factors)
    {
        var values = new float[_values.Length];
        for (var i = 0; i < Count; i++)
        {
            var sum = 0f;
            for (var at = _starts[i]; at < _starts[i + 1]; at++)
            {
                values[at] = _values[at] * factors[_features[at]];
                sum += values[at] * values[at];
            }

            var length = Math.Max(MathF.Sqrt(sum), float.Epsilon);
            foreach (ref var value in values.AsSpan(_starts[i].._starts[i + 1]))
            {
                value /= length;
            }
        }

        return new(Keys, _starts, _features, values);
    }

    public ReadOnlySpan<int> Features(int example) => _features.AsSpan(_starts[example].._starts[example + 1]);

    public ReadOnlySpan<float> Values(int example) => _values.AsSpan(_starts[example].._starts[example + 1]);

    /// <summary>How often a feature must occur for so many to be left at most.</summary>
    private static int CountOfAtMost(List<int> counts, int most)
    {
        if (counts.Count <= most)
        {
            return 1;
        }

        var sorted = counts.OrderDescending().ToArray();
        return sorted[most] + 1;
    }

    private static (int[] Numbers, int Kept) Renumber(List<int> counts, int minimumCount)
    {
        var (numbers, kept) = (new int[counts.Count], 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = counts[i] >= minimumCount ? kept++ : -1;
        }

        return (numbers, kept);
    }

    private static ExampleTable Fill(IReadOnlyList<FeatureVector> examples, FeatureTable all, int[] renumbered, ulong[] keys, long size)
    {
        var (starts, features, values, at) = (new int[examples.Count + 1], new int[size], new float[size], 0);
        for (var i = 0; i < examples.Count; i++)
        {
            var example = examples[i].Features;
            for (var j = 0; j < example.Keys.Length; j++)
            {
                if (renumbered[all.Find(example.Keys[j])] is >= 0 and var number)
                {
                    (features[at], values[at]) = (number, example.Values[j]);
                    at++;
                }
            }

            starts[i + 1] = at;
        }

        return new(keys, starts, features, values);
    }
}
