using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Voc.Analysis.Morphology;

/// <summary>Reads the gzipped little-endian arrays a compiled dictionary consists of.</summary>
internal sealed class DictionaryFiles(string directory)
{
    public byte[] Bytes(string name) => Read<byte>(name, UncompressedSize(name));

    public T[] Values<T>(string name)
        where T : unmanaged => Read<T>(name, UncompressedSize(name) / Marshal.SizeOf<T>());

    /// <summary>Reads the first <paramref name="count"/> values; the files end in unused room.</summary>
    public T[] Read<T>(string name, int count)
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        try
        {
            using var stream = new GZipStream(File.OpenRead(PathOf(name)), CompressionMode.Decompress);
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        }
        catch (Exception caught) when (caught is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw Unusable(name, caught);
        }

        return values;
    }

    /// <summary>The error that says a file of the dictionary cannot be used.</summary>
    public DictionaryException Unusable(string name, Exception? caught = null) => new(
        new LocalizedText(
            $"辞書ファイル {PathOf(name)} を読めません（ないか、壊れているか、形式が違います）。Voc.Analysis をビルドし直すと復元されます。",
            $"The dictionary file {PathOf(name)} cannot be read: it is missing, damaged or of another format. Building Voc.Analysis again restores it."),
        caught);

    /// <summary>Size of a file when uncompressed, in bytes, as its last four bytes tell.</summary>
    public int UncompressedSize(string name)
    {
        try
        {
            using var file = File.OpenRead(PathOf(name));
            Span<byte> size = stackalloc byte[4];
            file.Seek(-4, SeekOrigin.End);
            file.ReadExactly(size);
            var bytes = BinaryPrimitives.ReadInt32LittleEndian(size);
            return bytes is > 0 and <= 1 << 28 ? bytes : throw Unusable(name);
        }
        catch (Exception caught) when (caught is IOException or UnauthorizedAccessException)
        {
            throw Unusable(name, caught);
        }
    }

    private string PathOf(string name) => Path.Combine(directory, name + ".dat.gz");
}
