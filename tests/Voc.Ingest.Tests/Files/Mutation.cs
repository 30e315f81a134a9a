using System.IO.Compression;

namespace Voc.Ingest.Tests.Files;

/// <summary>Damages files as disks, editors and attackers do.</summary>
internal static class Mutation
{
    private static readonly byte[][] Spices =
    [
        "\0"u8.ToArray(), "\""u8.ToArray(), "\"\""u8.ToArray(), "\r"u8.ToArray(), "\r\n\r\n"u8.ToArray(), ","u8.ToArray(), "\t"u8.ToArray(), "{"u8.ToArray(), "[[["u8.ToArray(),
        "<"u8.ToArray(), "</"u8.ToArray(), "]]>"u8.ToArray(), "<!DOCTYPE x [<!ENTITY a \"b\">]>"u8.ToArray(), "&a;"u8.ToArray(), "&#x110000;"u8.ToArray(), "\\ud800"u8.ToArray(),
        "1e999"u8.ToArray(), "-1"u8.ToArray(), "99999999999999999999"u8.ToArray(), "0000-99-99T99:99:99"u8.ToArray(), "９９９９年"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF],
        [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x81], [0x8F], [0xE3, 0x81], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
    ];

    /// <summary>A file with one to four damages; of a zip archive either the archive or what is packed in it.</summary>
    public static byte[] Of(byte[] file, byte[] other, Random random)
    {
        if (file.AsSpan().StartsWith("PK"u8) && random.Next(5) > 0)
        {
            return Repacked(file, other, random);
        }
        var damaged = file.ToList();
        for (var i = random.Next(1, 5); i > 0 && damaged.Count > 0; i--)
        {
            Damage(damaged, other, random);
        }
        return [.. damaged];
    }

    private static void Damage(List<byte> file, byte[] other, Random random)
    {
        var at = random.Next(file.Count);
        var length = random.Next(1, Math.Min(file.Count - at, random.Next(2) == 0 ? 8 : 200) + 1);
        switch (random.Next(8))
        {
            case 0:
                file[at] = (byte)random.Next(256);
                break;
            case 1:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                file.RemoveRange(at, length);
                break;
            case 3:
                file.InsertRange(at, file.GetRange(at, length));
                break;
            case 4:
                file.InsertRange(at, Spices[random.Next(Spices.Length)]);
                break;
            case 5:
                file.InsertRange(at, Enumerable.Repeat(file[at], random.Next(1, 3_000)));
                break;
            case 6:
                file.RemoveRange(at, file.Count - at);
                break;
            default:
                var from = random.Next(other.Length);
                file.InsertRange(at, other.AsSpan(from, random.Next(1, Math.Min(400, other.Length - from) + 1)).ToArray());
                break;
        }
    }

    private static byte[] Repacked(byte[] file, byte[] other, Random random)
    {
        using var damaged = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(damaged, ZipArchiveMode.Create, leaveOpen: true))
        {
            var victim = random.Next(from.Entries.Count);
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var packed = from.Entries[i].Open();
                var content = new MemoryStream();
                packed.CopyTo(content);
                using var entry = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                entry.Write(i == victim ? Of(content.ToArray(), other, random) : content.ToArray());
            }
        }
        return damaged.ToArray();
    }
}
