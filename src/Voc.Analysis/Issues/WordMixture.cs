using System.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>
/// Divides reports into groups by their words: a mixture of multinomials, fitted by expectation-maximisation from a random start (Nigam,
/// McCallum, Thrun and Mitchell, "Text classification from labeled and unlabeled documents using EM", 2000; with the annealing of Ueda
/// and Nakano, 1998). One such division is a matter of luck; how often two reports fall together in many is not (evidence accumulation:
/// Fred and Jain, 2005).
/// </summary>
internal sealed partial class WordMixture
{
    /// <summary>Groups of a mixture; a multiple of what one processor instruction takes.</summary>
    public const int Groups = 16;

    private const int Iterations = 25;

    /// <summary>What each word is taken to have been seen in each group before, in reports.</summary>
    private const float Smoothing = 0.05f;

    /// <summary>Words of a report hang together, so each tells less than if they did not.</summary>
    private const float Temperature = 2;
    private const float FirstTemperature = 3;
    private const float Cooling = 0.25f;

    private readonly float[][] _words;
    private readonly float[] _prior = new float[Groups];
    private readonly float _temperature = Temperature;

    /// <summary>Finds the groups.</summary>
    /// <param name="reports">Each the places of its words in the vocabulary, with what they count.</param>
    /// <param name="vocabulary">Size of the vocabulary.</param>
    /// <param name="seed">Where to start from.</param>
    public WordMixture(IReadOnlyList<(int Word, float Weight)[]> reports, int vocabulary, int seed)
    {
        _words = Even(vocabulary);
        var random = new Random(seed);
        var shares = new float[reports.Count][];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = new float[Groups];
            shares[i][random.Next(Groups)] = 1;
        }
        for (var i = 0; i < Iterations; i++)
        {
            Maximise(reports, shares);
            var temperature = Math.Max(Temperature, FirstTemperature - (i * Cooling));
            for (var r = 0; r < shares.Length; r++)
            {
                Share(reports[r], shares[r], temperature);
            }
        }
    }

    /// <summary>Learns the words of groups that are known.</summary>
    /// <param name="reports">Each the places of its words in the vocabulary, with what they count.</param>
    /// <param name="vocabulary">Size of the vocabulary.</param>
    /// <param name="shares">How likely each report belongs to each group.</param>
    /// <param name="temperature">How much less each word of a report tells than if they did not hang together.</param>
    public WordMixture(IReadOnlyList<(int Word, float Weight)[]> reports, int vocabulary, float[][] shares, float temperature)
    {
        (_words, _temperature) = (Even(vocabulary), temperature);
        Maximise(reports, shares);
    }

    /// <summary>How likely a report belongs to each group.</summary>
    public void Share((int Word, float Weight)[] report, Span<float> shares) => Share(report, shares, _temperature);

    private static float[][] Even(int vocabulary) => [.. Enumerable.Range(0, vocabulary).Select(_ => new float[Groups])];

    private void Share((int Word, float Weight)[] report, Span<float> shares, float temperature)
    {
        _prior.CopyTo(shares);
        foreach (var (word, weight) in report)
        {
            Add(shares, _words[word], weight);
        }
        var (largest, sum) = (float.MinValue, 0f);
        foreach (var share in shares)
        {
            largest = Math.Max(largest, share);
        }
        for (var g = 0; g < Groups; g++)
        {
            sum += shares[g] = MathF.Exp((shares[g] - largest) / temperature);
        }
        for (var g = 0; g < Groups; g++)
        {
            shares[g] /= sum;
        }
    }

    private void Maximise(IReadOnlyList<(int Word, float Weight)[]> reports, float[][] shares)
    {
        foreach (var word in _words)
        {
            Array.Clear(word);
        }
        Array.Clear(_prior);
        for (var r = 0; r < shares.Length; r++)
        {
            Add(_prior, shares[r], 1);
            foreach (var (word, weight) in reports[r])
            {
                Add(_words[word], shares[r], weight);
            }
        }
        var totals = new float[Groups];
        foreach (var word in _words)
        {
            Add(totals, word, 1);
        }
        for (var g = 0; g < Groups; g++)
        {
            totals[g] = MathF.Log(totals[g] + (Smoothing * _words.Length));
            _prior[g] = MathF.Log((_prior[g] + 1) / (shares.Length + Groups));
        }
        foreach (var word in _words)
        {
            for (var g = 0; g < Groups; g++)
            {
                word[g] = MathF.Log(word[g] + Smoothing) - totals[g];
            }
        }
    }

    private static void Add(Span<float> sum, float[] addend, float weight)
    {
        for (var i = 0; i < Groups; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + (new Vector<float>(addend, i) * weight)).CopyTo(sum[i..]);
        }
    }
}
