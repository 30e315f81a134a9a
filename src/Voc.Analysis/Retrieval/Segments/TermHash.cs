using System.Buffers.Binary;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// A 64-bit hash of a term's bytes, the same in every process: multiply and fold, after wyhash (Wang Yi, 2019), without its secret.
/// </summary>
internal static class TermHash
{
    private const ulong First = 0xA0761D6478BD642F;
    private const ulong Second = 0xE7037ED1A0B428DB;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = First ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), Second);
            bytes = bytes[8..];
        }
        return Mix(Mix(hash ^ Rest(bytes), Second), First);
    }

    private static ulong Rest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 4)
        {
            var head = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var tail = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]);
            return head | ((ulong)tail << 32);
        }
        return bytes.Length == 0 ? 0 : bytes[0] | ((ulong)bytes[bytes.Length >> 1] << 8) | ((ulong)bytes[^1] << 16);
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
