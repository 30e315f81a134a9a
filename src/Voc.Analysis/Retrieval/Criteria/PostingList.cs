using System.Buffers;
using System.Numerics;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Intersects ascending lists of texts with sets of them.</summary>
internal static class PostingList
{
    // Looking up a text costs about this many times as much as taking over the next.
    private const int LookUp = 12;

    /// <summary>Whether looking up each of some texts in a list costs less than going through it.</summary>
    public static bool IsWorthLookingUp(int count, int listed) => (long)count * LookUp < listed;

    /// <summary>Keeps of a set the texts of a list.</summary>
    /// <param name="texts">The list; only texts in the range of the set.</param>
    /// <param name="firstWord">Word of the set of all texts with which the set begins.</param>
    /// <param name="bits">The set.</param>
    /// <param name="count">How many texts are in it.</param>
    public static int Keep(ReadOnlySpan<ushort> texts, int firstWord, Span<ulong> bits, int count)
    {
        if (texts.IsEmpty || count == 0)
        {
            bits.Clear();
            return 0;
        }
        return IsWorthLookingUp(count, texts.Length) ? LookUpEach(texts, firstWord, bits) : TakeOver(texts, firstWord, bits);
    }

    /// <summary>Adds the texts of a list to a set.</summary>
    public static void Join(ReadOnlySpan<ushort> texts, int firstWord, Span<ulong> bits)
    {
        foreach (var text in texts)
        {
            bits[(text >> 6) - firstWord] |= 1UL << text;
        }
    }

    private static int TakeOver(ReadOnlySpan<ushort> texts, int firstWord, Span<ulong> bits)
    {
        var scratch = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var list = scratch.AsSpan(0, bits.Length);
        list.Clear();
        Join(texts, firstWord, list);
        var count = Bits.Keep(bits, list);
        ArrayPool<ulong>.Shared.Return(scratch);
        return count;
    }

    private static int LookUpEach(ReadOnlySpan<ushort> texts, int firstWord, Span<ulong> bits)
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var left = bits[i]; left != 0; left &= left - 1)
            {
                var text = ((firstWord + i) << 6) + BitOperations.TrailingZeroCount(left);
                texts = texts[Postings.AtLeast(texts, text)..];
                if (!texts.IsEmpty && texts[0] == text)
                {
                    count++;
                }
                else
                {
                    bits[i] &= ~(left & (~left + 1));
                }
            }
        }
        return count;
    }
}
