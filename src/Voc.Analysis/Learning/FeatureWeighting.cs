namespace Voc.Analysis.Learning;

/// <summary>
/// How much each feature counts, whatever its weight for a label will be: more where it is rare (inverse document frequency), and more where
/// seeing it changes what is expected of the label, measured by the Kullback-Leibler divergence of the labels with the feature from the
/// labels of all (supervised term weighting; Debole and Sebastiani: Supervised term weighting for automated text categorization, 2003).
/// </summary>
internal static class FeatureWeighting
{
    /// <summary>How many texts' worth of the overall labels are mixed in, so that a feature of one text does not look sure.</summary>
    private const double Prior = 4;

    /// <summary>The factors by number of the feature; 0 for those of too few texts.</summary>
    /// <param name="table">Features of all texts.</param>
    /// <param name="data">Labels of all texts.</param>
    /// <param name="rows">The texts to learn from.</param>
    /// <param name="options">What counts how much.</param>
    /// <param name="minimumCount">Features of fewer texts get 0.</param>
    public static float[] Fit(ExampleTable table, TrainingData data, int[] rows, TextClassifierOptions options, int minimumCount)
    {
        var (starts, labels) = LabelsByFeature(table, data, rows);
        var shares = new double[data.Labels.Count];
        foreach (var row in rows)
        {
            shares[data.LabelsOf(row)[0]] += 1.0 / rows.Length;
        }

        var factors = new float[table.Keys.Length];
        var counts = new int[shares.Length];
        for (var feature = 0; feature < factors.Length; feature++)
        {
            var seen = labels.AsSpan(starts[feature]..starts[feature + 1]);
            if (seen.Length >= minimumCount)
            {
                var rare = options.FavourRare ? Math.Log((1.0 + rows.Length) / (1 + seen.Length)) + 1 : 1;
                factors[feature] = (float)(rare * (1 + (options.FavourTelling * Divergence(seen, shares, counts))));
            }
        }

        return factors;
    }

    private static double Divergence(ReadOnlySpan<int> seen, double[] shares, int[] counts)
    {
        foreach (var label in seen)
        {
            counts[label]++;
        }

        // Labels that never come with the feature keep a part of their share, the same part each.
        var part = Prior / (seen.Length + Prior);
        var (sum, left) = (0.0, 1.0);
        foreach (var label in seen)
        {
            if (counts[label] > 0)
            {
                var probability = (counts[label] + (Prior * shares[label])) / (seen.Length + Prior);
                sum += probability * Math.Log(probability / shares[label]);
                left -= shares[label];
                counts[label] = 0;
            }
        }

        return Math.Max(0, sum + (Math.Max(0, left) * part * Math.Log(part)));
    }

    private static (int[] Starts, int[] Labels) LabelsByFeature(ExampleTable table, TrainingData data, int[] rows)
    {
        var starts = new int[table.Keys.Length + 1];
        foreach (var row in rows)
        {
            foreach (var feature in table.Features(row))
            {
                starts[feature + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var (labels, next) = (new int[starts[^1]], starts.ToArray());
        foreach (var row in rows)
        {
            var label = data.LabelsOf(row)[0];
            foreach (var feature in table.Features(row))
            {
                labels[next[feature]++] = label;
            }
        }

        return (starts, labels);
    }
}
