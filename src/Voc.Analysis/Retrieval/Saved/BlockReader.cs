using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Voc.Analysis.Retrieval.Saved;

/// <summary>Reads what <see cref="BlockWriter"/> wrote.</summary>
internal ref struct BlockReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    /// <exception cref="InvalidDataException">The block is not as it was written.</exception>
    public BlockReader(in Block block)
    {
        if (Checksum.Of(block.Bytes) != block.Checksum)
        {
            throw Damaged();
        }
        _bytes = block.Bytes;
    }

    /// <summary>Reads the next block as it is in a file.</summary>
    /// <exception cref="InvalidDataException">The file ends within it.</exception>
    public static Block Next(Stream from)
    {
        Span<byte> head = stackalloc byte[8];
        Fill(from, head);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > from.Length - from.Position)
        {
            throw Damaged();
        }
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        Fill(from, bytes);
        return new Block(bytes, BinaryPrimitives.ReadUInt32LittleEndian(head[4..]));
    }

    public static InvalidDataException Damaged() => new("What was saved is damaged.");

    public ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }
        return value;
    }

    public int Int() => (int)Number();

    /// <summary>A number that may be negative.</summary>
    public int Signed() => (int)Number() is var coded ? (int)((uint)coded >> 1) ^ -(coded & 1) : 0;

    /// <summary>A value as memory has it.</summary>
    public T Value<T>()
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(_bytes[_at..]);
        _at += Unsafe.SizeOf<T>();
        return value;
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Int();
        var bytes = _bytes.Slice(_at, length);
        _at += length;
        return bytes;
    }

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public T[] Raw<T>(int count)
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        Raw(values.AsSpan());
        return values;
    }

    /// <summary>Values as memory has them, into where they belong.</summary>
    public void Raw<T>(Span<T> into)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(into);
        _bytes.Slice(_at, bytes.Length).CopyTo(bytes);
        _at += bytes.Length;
    }

    private static void Fill(Stream from, Span<byte> bytes)
    {
        if (from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Damaged();
        }
    }
}

/// <summary>A block of a file, and the checksum it had when it was written.</summary>
internal readonly record struct Block(byte[] Bytes, uint Checksum);
