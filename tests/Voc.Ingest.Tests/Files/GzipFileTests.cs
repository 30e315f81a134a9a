using System.IO.Compression;
using System.Text;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Files;

public sealed class GzipFileTests
{
    [Theory]
    [InlineData("voice.csv.gz", "日付,感想\n2025/6/1,蓋が閉まりません\n2025/6/2,色がきれいです\n", FileKind.Delimited)]
    [InlineData("posts.jsonl.gz", "{\"text\":\"蓋が閉まりません\"}\n{\"text\":\"色がきれいです\"}\n", FileKind.JsonLines)]
    public void A_compressed_file_is_read_as_what_is_inside(string name, string content, FileKind kind)
    {
        using var reading = Imports.Open(Gzip(Encoding.UTF8.GetBytes(content)), fileName: name);
        Assert.Equal(kind, reading.Kind);
        Assert.Equal(["蓋が閉まりません", "色がきれいです"], reading.Rows().ToList().Accepted().Select(f => f.Text));
    }

    [Fact]
    public void A_bomb_and_a_damaged_file_are_refused_with_the_reason()
    {
        Assert.Contains("inflates more than", Imports.Refused(Gzip(new byte[64 << 20]), fileName: "voice.csv.gz").En, StringComparison.Ordinal);
        var noise = new byte[1 << 16];
        new Random(3).NextBytes(noise);
        Assert.Contains("damaged or cut off", Imports.Refused(Gzip(noise)[..3000], fileName: "voice.csv.gz").En, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_compressed_file_stays_on_the_disk()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "voc-*").ToHashSet();
        using (var reading = Imports.Open(Gzip(Encoding.UTF8.GetBytes("日付,感想\n2025/6/1,他にない一文です\n")), fileName: "voice.csv.gz"))
        {
            Assert.Single(reading.Rows());
        }
        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "voc-*").Where(file => !before.Contains(file)), file => File.ReadAllText(file).Contains("他にない一文", StringComparison.Ordinal));
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }
        return bytes.ToArray();
    }
}
