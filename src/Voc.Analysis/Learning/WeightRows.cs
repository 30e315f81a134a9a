using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voc.Analysis.Learning;

/// <summary>A row of weights for each feature, one weight a label; rows are padded so that whole vectors can be taken of them.</summary>
internal static class WeightRows
{
    /// <summary>Length of a row for so many labels.</summary>
    public static int Stride(int labels) => labels <= 4 ? 4 : (labels + 7) & ~7;

    /// <summary>Adds a multiple of one row to another.</summary>
    /// <param name="target">As long as <see cref="Stride"/> says.</param>
    /// <param name="row">As long.</param>
    /// <param name="factor">What the row is multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> row, float factor)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(row[..target.Length]);
        if (target.Length == 4)
        {
            (Vector128.LoadUnsafe(ref to) + (Vector128.LoadUnsafe(ref from) * factor)).StoreUnsafe(ref to);
            return;
        }

        for (nuint i = 0; i < (nuint)target.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref to, i) + (Vector256.LoadUnsafe(ref from, i) * factor)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>
    /// Rounds a row to 8 bits a weight, in place, so that what was trained and what is read back from a file answer alike.
    /// </summary>
    /// <returns>The unit: weights are −127 to 127 times it.</returns>
    public static float Round(Span<float> row)
    {
        var most = 0f;
        foreach (var weight in row)
        {
            most = Math.Max(most, Math.Abs(weight));
        }

        // Up to a unit of 16 significant bits: 127 times it is exact, so that rounding again changes nothing.
        var unit = BitConverter.UInt32BitsToSingle((BitConverter.SingleToUInt32Bits(most / sbyte.MaxValue) + 0xFF) & ~0xFFu);
        foreach (ref var weight in row)
        {
            weight = unit * Steps(weight, unit);
        }

        return unit;
    }

    /// <summary>How many units a weight is.</summary>
    public static sbyte Steps(float weight, float unit) => unit > 0 ? (sbyte)Math.Clamp(MathF.Round(weight / unit), -sbyte.MaxValue, sbyte.MaxValue) : (sbyte)0;
}
