using System.Security.Cryptography;
using System.Text;

namespace Voc.Analysis.Learning;

/// <summary>
/// The frame of every model file: four letters that say its kind, version (UInt16), length of the content (Int64), content, SHA-256 of the
/// content. All numbers are little endian. Several can stand one after another in a stream.
/// </summary>
/// <param name="kind">Four ASCII letters.</param>
/// <param name="version">The one version that is written and read.</param>
internal sealed class ModelFile(string kind, ushort version)
{
    private const int MaximumPiece = 1 << 20;

    public void Write(Stream stream, Action<BinaryWriter> content)
    {
        using var memory = new MemoryStream();
        using (var inner = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            content(inner);
        }

        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Encoding.ASCII.GetBytes(kind));
        writer.Write(version);
        writer.Write(memory.Length);
        writer.Write(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        writer.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    /// <summary>Checks the frame and reads the content.</summary>
    /// <exception cref="DataFileException">It is of another kind or version, or damaged.</exception>
    public T Read<T>(Stream stream, string place, Func<BinaryReader, T> content)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var head = reader.ReadBytes(kind.Length);
        if (!head.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(kind)))
        {
            throw new DataFileException(place, new(
                "必要な種類のモデルのファイルではありません。学習で書き出したファイルを指定してください。",
                "It is not a model file of the kind that is needed. Give a file that training wrote."));
        }

        try
        {
            var found = reader.ReadUInt16();
            if (found != version)
            {
                throw new DataFileException(place, new(
                    $"モデルの形式はバージョン {found} ですが、このプログラムが読めるのは {version} です。学習し直すか、モデルを作ったものと同じ版の Voc を使ってください。",
                    $"The model is of format version {found}; this program reads {version}. Train it again, or use the version of Voc that made it."));
            }

            using var bytes = Content(reader);
            using var inner = new BinaryReader(bytes, Encoding.UTF8);
            return content(inner);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or ArgumentException or FormatException or OverflowException)
        {
            throw new DataFileException(place, new(
                "モデルのファイルが壊れているか、途中で切れています。学習し直すか、元のファイルをもう一度コピーしてください。",
                "The model file is damaged or cut off. Train it again, or copy the original once more."));
        }
    }

    /// <summary>Reads piece by piece, so that a damaged length takes no memory that the file does not fill.</summary>
    private static MemoryStream Content(BinaryReader reader)
    {
        var length = reader.ReadInt64();
        if (length is < 0 or > int.MaxValue)
        {
            throw new InvalidDataException();
        }

        var memory = new MemoryStream();
        while (memory.Length < length)
        {
            var piece = reader.ReadBytes((int)Math.Min(MaximumPiece, length - memory.Length));
            if (piece.Length == 0)
            {
                throw new EndOfStreamException();
            }

            memory.Write(piece);
        }

        var sum = SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        if (!reader.ReadBytes(sum.Length).AsSpan().SequenceEqual(sum))
        {
            throw new InvalidDataException();
        }

        memory.Position = 0;
        return memory;
    }
}
