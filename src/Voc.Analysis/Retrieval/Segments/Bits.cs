using System.Numerics;
using System.Runtime.CompilerServices;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Sets of texts of a segment, a bit for each.</summary>
internal static class Bits
{
    public static int Words(int texts) => (texts + 63) >> 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has(ReadOnlySpan<ulong> bits, int text) => (bits[text >> 6] >> text & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Span<ulong> bits, int text) => bits[text >> 6] |= 1UL << text;

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    /// <summary>Keeps what is also in the other set; tells how many that are.</summary>
    public static int Keep(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        other = other[..bits.Length];
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] &= other[i];
            count += BitOperations.PopCount(bits[i]);
        }
        return count;
    }

    /// <summary>Takes out what is in the other set; tells how many stay.</summary>
    public static int Remove(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        other = other[..bits.Length];
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] &= ~other[i];
            count += BitOperations.PopCount(bits[i]);
        }
        return count;
    }

    /// <summary>Adds what is in the other set.</summary>
    public static void Join(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        other = other[..bits.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] |= other[i];
        }
    }

    /// <summary>Sets the bits of the first texts and no other.</summary>
    public static void Fill(Span<ulong> bits, int texts)
    {
        bits[..(texts >> 6)].Fill(ulong.MaxValue);
        bits[(texts >> 6)..].Clear();
        if ((texts & 63) != 0)
        {
            bits[texts >> 6] = (1UL << (texts & 63)) - 1;
        }
    }
}
