using System.Numerics;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Fingerprints of sets of terms (Charikar, 2002): each bit is what most of the terms' hashes have there. Nearly the same sets
/// differ in few bits. The hashes are counted for all 64 bits at once, in bit planes.
/// </summary>
internal struct Simhash
{
    /// <summary>Bits in which two texts that are nearly the same differ at most.</summary>
    public const int Near = 12;

    private const int LookBack = 256;

    private Planes _planes;
    private int _count;

    public static int Distance(ulong a, ulong b) => BitOperations.PopCount(a ^ b);

    /// <summary>The fingerprint of the distinct terms of a text; 0 for none.</summary>
    public static ulong Of(ReadOnlySpan<int> terms, Vocabulary vocabulary)
    {
        var simhash = default(Simhash);
        for (var i = 0; i < terms.Length; i++)
        {
            // In short texts looking back is the fastest way to see each term once; in long ones repetitions make no difference worth it.
            if (i >= LookBack || !terms[..i].Contains(terms[i]))
            {
                simhash.Add(vocabulary.Hash(terms[i]));
            }
        }
        return simhash.Fingerprint();
    }

    private void Add(ulong hash)
    {
        _count++;
        for (var i = 0; hash != 0 && i < Planes.Length; i++)
        {
            (_planes[i], hash) = (_planes[i] ^ hash, _planes[i] & hash);
        }
    }

    /// <summary>The bits that more than half of the hashes have.</summary>
    private readonly ulong Fingerprint()
    {
        var half = _count / 2;
        var (more, same) = (0UL, ulong.MaxValue);
        for (var i = Planes.Length - 1; i >= 0; i--)
        {
            var limit = (half >> i & 1) != 0 ? ulong.MaxValue : 0;
            more |= same & _planes[i] & ~limit;
            same &= ~(_planes[i] ^ limit);
        }
        return more;
    }

    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct Planes
    {
        public const int Length = 20;

        private ulong _first;
    }
}
