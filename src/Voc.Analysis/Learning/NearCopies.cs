using Voc.Analysis.Text;

namespace Voc.Analysis.Learning;

/// <summary>
/// Finds pairs of texts that share most of their character trigrams (Jaccard similarity), comparing only texts that share a rare
/// one. What a careless copy changes (width, spaces, punctuation) does not count.
/// </summary>
internal sealed class NearCopies
{
    // A trigram of more texts than this is a phrase of the language.
    private const int Rare = 60;

    private readonly HashSet<int>[] _trigrams;

    public NearCopies(IReadOnlyList<string> texts)
    {
        Keys = [.. texts.Select(t => new string([.. NormalizedText.From(t).Text.Where(char.IsLetterOrDigit)]).ToLowerInvariant())];
        _trigrams = [.. Keys.Select(Trigrams)];
    }

    /// <summary>The letters and digits of each text.</summary>
    public string[] Keys { get; }

    /// <summary>The pairs of at least the similarity, the first index being the smaller.</summary>
    public IEnumerable<(int First, int Second, double Similarity)> Pairs(double similarity)
    {
        var holders = new Dictionary<int, List<int>>();
        for (var i = 0; i < _trigrams.Length; i++)
        {
            var met = new HashSet<int>();
            foreach (var trigram in _trigrams[i])
            {
                if (!holders.TryGetValue(trigram, out var others))
                {
                    holders.Add(trigram, others = []);
                }

                if (others.Count < Rare)
                {
                    met.UnionWith(others);
                    others.Add(i);
                }
            }

            foreach (var other in met.Order())
            {
                if (Jaccard(_trigrams[other], _trigrams[i]) is var shared && shared >= similarity)
                {
                    yield return (other, i, shared);
                }
            }
        }
    }

    private static double Jaccard(HashSet<int> a, HashSet<int> b)
    {
        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        var shared = small.Count(large.Contains);
        return a.Count + b.Count == 0 ? 0 : (double)shared / (a.Count + b.Count - shared);
    }

    private static HashSet<int> Trigrams(string key)
    {
        var trigrams = new HashSet<int>();
        for (var i = 0; i + 3 <= key.Length; i++)
        {
            trigrams.Add(HashCode.Combine(key[i], key[i + 1], key[i + 2]));
        }

        return trigrams;
    }
}
