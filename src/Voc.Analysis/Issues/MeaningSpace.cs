namespace Voc.Analysis.Issues;

/// <summary>
/// Where reports that are about the same thing lie near each other, whatever their words: learned from the company's own archive. A
/// report is the direction of its words weighted by their rarity (tf-idf), beside the direction of the same in the space of the words
/// that go together (latent semantic analysis: Deerwester, Dumais, Furnas, Landauer and Harshman, 1990, by subspace iteration). Words are
/// kept by their hash, so that memory does not grow with the vocabulary. The same reports give the same space.
/// </summary>
internal sealed class MeaningSpace
{
    public const int Dimensions = 32;
    public const int Words = 1 << 18;

    /// <summary>What the common space counts against the words themselves.</summary>
    private const float LatentWeight = 0.7f;

    private const int Iterations = 4;

    private readonly float[] _rarity = new float[Words];
    private readonly Dictionary<int, float[]> _latent = [];
    private readonly float _unseen = 1;

    private MeaningSpace()
    {
    }

    private MeaningSpace(IReadOnlyList<int[]> reports)
    {
        var seen = new int[Words];
        foreach (var report in reports)
        {
            foreach (var word in report)
            {
                seen[word]++;
            }
        }
        _unseen = MathF.Log(1 + reports.Count);
        for (var word = 0; word < Words; word++)
        {
            _rarity[word] = seen[word] == 0 ? _unseen : MathF.Log(1 + ((float)reports.Count / seen[word]));
        }
        Learn(reports, seen);
    }

    /// <summary>A space that knows no word yet: only the same words make reports alike.</summary>
    public static MeaningSpace Empty { get; } = Even();

    /// <summary>Learns a space from reports, each the hashes of its words.</summary>
    public static MeaningSpace Learn(IReadOnlyList<int[]> reports) => new(reports);

    /// <summary>The hash of a word, the same in every process (FNV-1a).</summary>
    public static int Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }
        return (int)((hash ^ (hash >> 18)) & (Words - 1));
    }

    /// <summary>Where a report lies.</summary>
    /// <param name="words">The hashes of its words, each once, in order.</param>
    public Meaning Place(int[] words)
    {
        var weights = new float[words.Length];
        var length = 0.0;
        for (var i = 0; i < words.Length; i++)
        {
            weights[i] = _rarity[words[i]];
            length += weights[i] * weights[i];
        }
        var latent = new float[Dimensions];
        for (var i = 0; i < words.Length; i++)
        {
            if (_latent.TryGetValue(words[i], out var direction))
            {
                Add(latent, direction, weights[i]);
            }
        }
        var common = Math.Sqrt(Dot(latent, latent));
        // One direction of both parts together, so that words nobody knew before are compared by themselves.
        var whole = Math.Sqrt((1 - LatentWeight) + (common > 0 ? LatentWeight : 0));
        Scale(weights, length > 0 ? Math.Sqrt(1 - LatentWeight) / Math.Sqrt(length) / whole : 0);
        Scale(latent, common > 0 ? Math.Sqrt(LatentWeight) / common / whole : 0);
        return new Meaning(words, weights, latent);
    }

    internal static float Dot(float[] a, float[] b)
    {
        var sum = System.Numerics.Vector<float>.Zero;
        for (var i = 0; i < Dimensions; i += System.Numerics.Vector<float>.Count)
        {
            sum += new System.Numerics.Vector<float>(a, i) * new System.Numerics.Vector<float>(b, i);
        }
        return System.Numerics.Vector.Sum(sum);
    }

    private static MeaningSpace Even()
    {
        var space = new MeaningSpace();
        Array.Fill(space._rarity, 1);
        return space;
    }

    private void Learn(IReadOnlyList<int[]> reports, int[] seen)
    {
        // A word of one report goes together with nothing.
        var known = Enumerable.Range(0, Words).Where(w => seen[w] > 1).ToArray();
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
            basis[i] = new float[Dimensions];
            for (var d = 0; d < Dimensions; d++)
            {
                basis[i][d] = (float)(random.NextDouble() - 0.5);
            }
        }
        var strengths = new double[Dimensions];
        for (var i = 0; i < Iterations; i++)
        {
            basis = Multiply(rows, basis);
            Orthogonalize(basis, strengths);
        }
        for (var i = 0; i < basis.Length; i++)
        {
            for (var d = 0; d < Dimensions; d++)
            {
                basis[i][d] *= (float)Math.Sqrt(strengths[d]);
            }
            _latent.Add(known[i], basis[i]);
        }
    }

    private (int Word, float Weight)[] Row(int[] report, Dictionary<int, int> place)
    {
        var length = Math.Sqrt(report.Sum(w => (double)_rarity[w] * _rarity[w]));
        return [.. report.Where(place.ContainsKey).Select(w => (place[w], (float)(_rarity[w] / length)))];
    }

    /// <summary>The rows' transpose times the rows times the basis.</summary>
    private static float[][] Multiply((int Word, float Weight)[][] rows, float[][] basis)
    {
        var product = new float[basis.Length][];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = new float[Dimensions];
        }
        var image = new float[Dimensions];
        foreach (var row in rows)
        {
            Array.Clear(image);
            foreach (var (word, weight) in row)
            {
                Add(image, basis[word], weight);
            }
            foreach (var (word, weight) in row)
            {
                Add(product[word], image, weight);
            }
        }
        return product;
    }

    /// <summary>Gram-Schmidt over the columns; strengths become the singular values.</summary>
    private static void Orthogonalize(float[][] basis, double[] strengths)
    {
        for (var d = 0; d < Dimensions; d++)
        {
            for (var before = 0; before < d; before++)
            {
                var along = basis.Sum(b => (double)b[d] * b[before]);
                foreach (var row in basis)
                {
                    row[d] -= (float)along * row[before];
                }
            }
            var length = Math.Sqrt(basis.Sum(b => (double)b[d] * b[d]));
            strengths[d] = Math.Sqrt(length);
            foreach (var row in basis)
            {
                row[d] = length > 1e-9 ? (float)(row[d] / length) : 0;
            }
        }
    }

    private static void Add(float[] sum, float[] direction, float weight)
    {
        for (var d = 0; d < Dimensions; d++)
        {
            sum[d] += direction[d] * weight;
        }
    }

    private static void Scale(float[] values, double by)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(values[i] * by);
        }
    }
}

/// <summary>Where a report lies in a <see cref="MeaningSpace"/>.</summary>
/// <param name="Words">The hashes of its words, each once, in order.</param>
/// <param name="Weights">What each counts.</param>
/// <param name="Latent">Its direction in the space of words that go together.</param>
internal sealed record Meaning(int[] Words, float[] Weights, float[] Latent)
{
    /// <summary>How alike two reports are: 1 for the same words, 0 for nothing in common, seldom below.</summary>
    public float Likeness(Meaning other)
    {
        var (i, j, same) = (0, 0, 0f);
        while (i < Words.Length && j < other.Words.Length)
        {
            if (Words[i] == other.Words[j])
            {
                same += Weights[i++] * other.Weights[j++];
            }
            else if (Words[i] < other.Words[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return same + MeaningSpace.Dot(Latent, other.Latent);
    }
}
