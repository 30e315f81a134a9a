using System.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>
/// Where reports that are about the same thing lie near each other, whatever their words: learned from the company's own archive. A
/// report is three things at once: the direction of its features weighted by their rarity (tf-idf); the direction of the same in the
/// space of features that go together (latent semantic analysis: Deerwester, Dumais, Furnas, Landauer and Harshman, 1990, by subspace
/// iteration); and how often it falls into one group with others when reports are divided by their words (<see cref="WordMixture"/>).
/// The same reports give the same space.
/// </summary>
internal sealed partial class MeaningSpace
{
    /// <summary>Dimensions of the latent space.</summary>
    public const int Latent = 32;

    /// <summary>Divisions into groups.</summary>
    public const int Mixtures = 16;

    /// <summary>Length of the dense part of a meaning.</summary>
    public const int Dense = Latent + (Mixtures * WordMixture.Groups);

    private const float FeatureShare = 0.4f;
    private const float LatentShare = 0.35f;
    private const float GroupShare = 0.25f;
    private const int Iterations = 5;

    /// <summary>Words of fewer reports tell nothing about which groups there are.</summary>
    private const int MinGrouped = 3;

    private readonly float[] _rarity = new float[ReportFeatures.Count];
    private readonly Dictionary<int, float[]> _latent = [];
    private readonly Dictionary<int, int> _grouped = [];
    private readonly WordMixture[] _mixtures = [];

    private MeaningSpace()
    {
    }

    private MeaningSpace(IReadOnlyList<Feature[]> reports)
    {
        var seen = new int[ReportFeatures.Count];
        foreach (var feature in reports.SelectMany(r => r))
        {
            seen[feature.Number]++;
        }
        for (var feature = 0; feature < seen.Length; feature++)
        {
            _rarity[feature] = MathF.Log(1 + ((float)reports.Count / Math.Max(1, seen[feature])));
        }
        Learn(reports, seen);
        foreach (var feature in Enumerable.Range(0, seen.Length).Where(f => seen[f] >= MinGrouped && ReportFeatures.Kind(f) != FeatureKind.Pair))
        {
            _grouped.Add(feature, _grouped.Count);
        }
        var grouped = reports.Select(Grouped).ToArray();
        _mixtures = [.. Enumerable.Range(1, Mixtures).AsParallel().AsOrdered().Select(seed => new WordMixture(grouped, _grouped.Count, seed))];
    }

    /// <summary>A space that knows no feature yet: only the same ones make reports alike.</summary>
    public static MeaningSpace Empty { get; } = Even();

    /// <summary>Learns a space from reports, each its features.</summary>
    public static MeaningSpace Learn(IReadOnlyList<Feature[]> reports) => new(reports);

    /// <summary>Where a report lies.</summary>
    /// <param name="features">Its features, each once, in order.</param>
    public Meaning Place(Feature[] features)
    {
        var weights = new float[features.Length];
        var dense = new float[Dense];
        var length = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            weights[i] = Weight(features[i]);
            length += weights[i] * weights[i];
            if (_latent.TryGetValue(features[i].Number, out var direction))
            {
                Add(dense, direction, weights[i]);
            }
        }
        var latent = dense.AsSpan(0, Latent);
        var common = Math.Sqrt(Dot(latent, latent));
        // One direction of both parts together, so that words nobody knew before are compared by themselves.
        var whole = Math.Sqrt(FeatureShare + LatentShare);
        var own = common > 0 ? Math.Sqrt(FeatureShare) : whole;
        Scale(weights, length > 0 ? own / Math.Sqrt(length) : 0);
        Scale(latent, common > 0 ? Math.Sqrt(LatentShare) / common : 0);
        if (_mixtures.Length > 0)
        {
            var words = Grouped(features);
            for (var m = 0; m < _mixtures.Length; m++)
            {
                _mixtures[m].Share(words, dense.AsSpan(Latent + (m * WordMixture.Groups), WordMixture.Groups));
            }
            Scale(dense.AsSpan(Latent), Math.Sqrt(GroupShare / Mixtures));
        }
        return new Meaning(features, weights, dense);
    }

    internal static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }
        return Vector.Sum(sum);
    }

    private static MeaningSpace Even()
    {
        var space = new MeaningSpace();
        for (var feature = 0; feature < ReportFeatures.Count; feature++)
        {
            space._rarity[feature] = 1;
        }
        return space;
    }

    private float Weight(Feature feature) => ReportFeatures.Weight(feature) * _rarity[feature.Number];

    private (int Word, float Weight)[] Grouped(Feature[] features) =>
        [.. features.Where(f => _grouped.ContainsKey(f.Number)).Select(f => (_grouped[f.Number], ReportFeatures.Weight(f)))];

    private void Learn(IReadOnlyList<Feature[]> reports, int[] seen)
    {
        // A feature of one report goes together with nothing.
        var known = Enumerable.Range(0, seen.Length).Where(f => seen[f] > 1).ToArray();
        var place = new Dictionary<int, int>(known.Length);
        for (var i = 0; i < known.Length; i++)
        {
            place.Add(known[i], i);
        }
        var rows = reports.Select(r => Row(r, place)).ToArray();
        var random = new Random(1);
        var basis = new float[known.Length][];
        for (var i = 0; i < basis.Length; i++)
        {
            basis[i] = new float[Latent];
            for (var d = 0; d < Latent; d++)
            {
                basis[i][d] = (float)(random.NextDouble() - 0.5);
            }
        }
        var strengths = new double[Latent];
        for (var i = 0; i < Iterations; i++)
        {
            basis = Multiply(rows, basis);
            Orthogonalize(basis, strengths);
        }
        for (var i = 0; i < basis.Length; i++)
        {
            for (var d = 0; d < Latent; d++)
            {
                basis[i][d] *= (float)Math.Sqrt(strengths[d]);
            }
            _latent.Add(known[i], basis[i]);
        }
    }

    private (int Feature, float Weight)[] Row(Feature[] report, Dictionary<int, int> place)
    {
        var length = Math.Sqrt(report.Sum(f => Math.Pow(Weight(f), 2)));
        return [.. report.Where(f => place.ContainsKey(f.Number)).Select(f => (place[f.Number], (float)(Weight(f) / length)))];
    }

    /// <summary>The rows' transpose times the rows times the basis.</summary>
    private static float[][] Multiply((int Feature, float Weight)[][] rows, float[][] basis)
    {
        var product = new float[basis.Length][];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = new float[Latent];
        }
        var image = new float[Latent];
        foreach (var row in rows)
        {
            Array.Clear(image);
            foreach (var (feature, weight) in row)
            {
                Add(image, basis[feature], weight);
            }
            foreach (var (feature, weight) in row)
            {
                Add(product[feature], image, weight);
            }
        }
        return product;
    }

    /// <summary>Gram-Schmidt over the columns; strengths become the singular values.</summary>
    private static void Orthogonalize(float[][] basis, double[] strengths)
    {
        for (var d = 0; d < Latent; d++)
        {
            for (var before = 0; before < d; before++)
            {
                var along = 0.0;
                foreach (var row in basis)
                {
                    along += (double)row[d] * row[before];
                }
                foreach (var row in basis)
                {
                    row[d] -= (float)along * row[before];
                }
            }
            var square = 0.0;
            foreach (var row in basis)
            {
                square += (double)row[d] * row[d];
            }
            var length = Math.Sqrt(square);
            strengths[d] = Math.Sqrt(length);
            foreach (var row in basis)
            {
                row[d] = length > 1e-9 ? (float)(row[d] / length) : 0;
            }
        }
    }

    private static void Add(float[] sum, float[] direction, float weight)
    {
        for (var i = 0; i < Latent; i += Vector<float>.Count)
        {
            (new Vector<float>(sum, i) + (new Vector<float>(direction, i) * weight)).CopyTo(sum, i);
        }
    }

    private static void Scale(Span<float> values, double by)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(values[i] * by);
        }
    }
}

/// <summary>Where a report lies in a <see cref="MeaningSpace"/>.</summary>
/// <param name="Features">Its features, each once, in order.</param>
/// <param name="Weights">What each counts.</param>
/// <param name="Dense">Its direction in the latent space, and the groups it falls into.</param>
internal sealed record Meaning(Feature[] Features, float[] Weights, float[] Dense)
{
    /// <summary>How alike two reports are: 1 for the same, 0 for nothing in common, seldom below.</summary>
    public float Likeness(Meaning other)
    {
        var (i, j, same) = (0, 0, 0f);
        var (a, b) = (Features, other.Features);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i].Number, b[j].Number);
            if (x == y)
            {
                same += Weights[i] * other.Weights[j];
            }
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return same + MeaningSpace.Dot(Dense, other.Dense);
    }
}
