using System.Numerics;
using System.Runtime.InteropServices;

namespace Voc.Analysis.Retrieval.Saved;

/// <summary>CRC-32C (Castagnoli, 1993), as processors calculate it.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            checksum = BitOperations.Crc32C(checksum, word);
        }
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            checksum = BitOperations.Crc32C(checksum, rest);
        }
        return ~checksum;
    }
}
