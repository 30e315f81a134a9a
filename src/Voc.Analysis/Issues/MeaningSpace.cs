using System.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>
/// Where reports that are about the same thing lie near each other, whatever their words: learned from the company's own archive. A
/// report is four things at once: the direction of its features weighted by their rarity (tf-idf); the direction of the same in the
/// space of features that go together (latent semantic analysis: Deerwester, Dumais, Furnas, Landauer and Harshman, 1990, by subspace
/// iteration); how often it falls into one group with others when reports are divided by their words (<see cref="WordMixture"/>); and
/// which of the systems that the archive speaks of most its words belong to, whether it names one or not.
/// The same reports give the same space.
/// </summary>
internal sealed partial class MeaningSpace
{
    /// <summary>Dimensions of the latent space.</summary>
    public const int Latent = 32;

    /// <summary>Divisions into groups.</summary>
    public const int Mixtures = 16;

    /// <summary>Length of the dense part of a meaning.</summary>
    public const int Dense = Latent + ((Mixtures + 1) * WordMixture.Groups);

    private const int Iterations = 5;

    /// <summary>A system is one of those the archive speaks of where so many of its reports touch a concept of it.</summary>
    private const double LeastOfSystem = 0.03;

    /// <summary>The last group of the division into systems is of the reports that touch none.</summary>
    private const int MaxSystems = WordMixture.Groups - 1;

    /// <summary>Words of a report that accompany any system are many.</summary>
    private const float SystemTemperature = 4;

    /// <summary>Words of fewer reports tell nothing about which groups there are.</summary>
    private const int MinGrouped = 3;

    private static readonly Shares WithSystems = new(0.33f, 0.29f, 0.13f, 0.25f);
    private static readonly Shares WithoutSystems = new(0.4f, 0.35f, 0.25f, 0);

    private readonly float[] _rarity = new float[ReportFeatures.Count];
    private readonly Dictionary<int, float[]> _latent = [];
    private readonly Dictionary<int, int> _grouped = [];
    private readonly Dictionary<int, float> _relevance = [];
    private readonly WordMixture[] _mixtures = [];
    private readonly WordMixture? _systems;

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
        WeighTrades(seen);
        Learn(reports, seen);
        foreach (var feature in Enumerable.Range(0, seen.Length).Where(f => seen[f] >= MinGrouped && ReportFeatures.Kind(f) != FeatureKind.Pair))
        {
            _grouped.Add(feature, _grouped.Count);
        }
        var grouped = reports.Select(Grouped).ToArray();
        _mixtures = [.. Enumerable.Range(1, Mixtures).AsParallel().AsOrdered().Select(seed => new WordMixture(grouped, _grouped.Count, seed))];
        _systems = Systems(reports, grouped, seen);
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
        var share = _systems is null ? WithoutSystems : WithSystems;
        // One direction of both parts together, so that words nobody knew before are compared by themselves.
        var whole = Math.Sqrt(share.Features + share.Latent);
        var own = common > 0 ? Math.Sqrt(share.Features) : whole;
        Scale(weights, length > 0 ? own / Math.Sqrt(length) : 0);
        Scale(latent, common > 0 ? Math.Sqrt(share.Latent) / common : 0);
        if (_mixtures.Length > 0)
        {
            var words = Grouped(features);
            for (var m = 0; m < _mixtures.Length; m++)
            {
                _mixtures[m].Share(words, dense.AsSpan(Latent + (m * WordMixture.Groups), WordMixture.Groups));
            }
            Scale(dense.AsSpan(Latent), Math.Sqrt(share.Groups / Mixtures));
            if (_systems is not null)
            {
                var systems = dense.AsSpan(Latent + (Mixtures * WordMixture.Groups));
                _systems.Share(words, systems);
                systems[MaxSystems] = 0;
                Scale(systems, Math.Sqrt(share.Systems));
            }
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

    private float Weight(Feature feature) => Relevant(feature) * _rarity[feature.Number];

    private float Relevant(Feature feature) => ReportFeatures.Weight(feature) * _relevance.GetValueOrDefault(feature.Number, 1);

    private (int Word, float Weight)[] Grouped(Feature[] features) =>
        [.. features.Where(f => _grouped.ContainsKey(f.Number)).Select(f => (_grouped[f.Number], Relevant(f)))];

    /// <summary>
    /// A word may touch concepts of several trades, and what is seldom counts much: so those of a trade count by how often that is spoken of
    /// here, against the one spoken of most.
    /// </summary>
    private void WeighTrades(int[] seen)
    {
        var touches = ReportFeatures.Trades.Select(trade => 1f + trade.Where(f => ReportFeatures.Kind(f) == FeatureKind.Concept).Sum(f => seen[f])).ToArray();
        foreach (var (trade, count) in ReportFeatures.Trades.Zip(touches))
        {
            foreach (var feature in trade)
            {
                _relevance[feature] = count / touches.Max();
            }
        }
    }

    /// <summary>
    /// A division whose groups are known beforehand: the systems that reports touch by name teach it the words that are said of each, by
    /// which those that name none are told too (naive Bayes, as the first step of Nigam and others, 2000). Null where fewer than two are
    /// spoken of.
    /// </summary>
    private WordMixture? Systems(IReadOnlyList<Feature[]> reports, (int Word, float Weight)[][] grouped, int[] seen)
    {
        var systems = Enumerable.Range(0, seen.Length).Where(f => ReportFeatures.Kind(f) == FeatureKind.Group && seen[f] >= LeastOfSystem * reports.Count)
            .OrderByDescending(f => seen[f]).Take(MaxSystems).Select((feature, place) => (feature, place)).ToDictionary(f => f.feature, f => f.place);
        return systems.Count < 2 ? null : new WordMixture(grouped, _grouped.Count, [.. reports.Select(r => Touched(r, systems))], SystemTemperature);
    }

    /// <summary>How much of a report is about each system; of the last group where it touches none.</summary>
    private static float[] Touched(Feature[] report, Dictionary<int, int> systems)
    {
        var shares = new float[WordMixture.Groups];
        foreach (var feature in report)
        {
            if (systems.TryGetValue(feature.Number, out var place))
            {
                shares[place] = feature.Prominence * feature.Prominence;
            }
        }
        var sum = shares.Sum();
        Scale(shares, sum > 0 ? 1 / sum : 0);
        shares[MaxSystems] = sum > 0 ? 0 : 1;
        return shares;
    }

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

    /// <summary>How much of likeness each part is: one in all.</summary>
    private readonly record struct Shares(float Features, float Latent, float Groups, float Systems);
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
