using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Voc.Analysis.Retrieval.Saved;

/// <summary>Fills a block of a file: its length, its checksum, then numbers and bytes. Little-endian.</summary>
internal sealed class BlockWriter
{
    private byte[] _bytes = new byte[1 << 16];
    private int _used;

    /// <summary>A number of few bytes where it is small.</summary>
    public void Number(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _bytes[_used++] = (byte)(value | 0x80);
            value >>= 7;
        }
        _bytes[_used++] = (byte)value;
    }

    public void Number(int value) => Number((uint)value);

    /// <summary>A number that may be negative, of few bytes where it is near zero.</summary>
    public void Signed(int value) => Number((uint)((value << 1) ^ (value >> 31)));

    /// <summary>A value as memory has it.</summary>
    public void Value<T>(T value)
        where T : unmanaged => Raw<T>([value]);

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Raw(bytes);
    }

    public void Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Values as memory has them; the reader knows how many.</summary>
    public void Raw<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
    }

    /// <summary>Ends the block and begins the next.</summary>
    public void End(Stream to)
    {
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, _used);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], Checksum.Of(_bytes.AsSpan(0, _used)));
        to.Write(head);
        to.Write(_bytes.AsSpan(0, _used));
        _used = 0;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _used < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_used + bytes), (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        }
    }
}
