using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// A text that others are compared with. Two texts are nearly the same where their fingerprints differ in at most
/// <see cref="Simhash.Near"/> bits and they share at least three quarters of all their terms (Jaccard). Texts without terms are
/// nearly the same as none.
/// </summary>
internal sealed class NearDuplicate(Segment segment, int text)
{
    private readonly ulong _fingerprint = segment.Simhashes[text];
    private readonly int[] _terms = [.. segment.Terms[text].ToArray().Distinct().Order()];

    /// <summary>How many texts stand folded under it.</summary>
    public int Similar { get; set; }

    public bool IsOf(Segment other, int otherText) =>
        Simhash.Distance(_fingerprint, other.Simhashes[otherText]) <= Simhash.Near && _terms.Length > 0 && Shares(other.Terms[otherText]);

    private bool Shares(ReadOnlySpan<int> otherTerms)
    {
        var others = otherTerms.ToArray();
        Array.Sort(others);
        var (shared, distinct) = (0, 0);
        for (var i = 0; i < others.Length; i++)
        {
            if (i == 0 || others[i] != others[i - 1])
            {
                distinct++;
                shared += Array.BinarySearch(_terms, others[i]) >= 0 ? 1 : 0;
            }
        }
        return 4 * shared >= 3 * (_terms.Length + distinct - shared);
    }
}
