using System.Text;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Decoding;

public sealed class DetectedTextTests
{
    private const string Text = "番号,受付日,内容\n1,2025-06-01,ポットの蓋が閉まらない。\n2,2025-06-02,とても使いやすいです。\n";

    public static TheoryData<string> Names => ["UTF-8", "UTF-16LE", "UTF-16BE", "CP932", "EUC-JP", "ISO-2022-JP"];

    private static Encoding Of(string name) => name switch
    {
        "UTF-16LE" => TextEncodings.Utf16LittleEndian,
        "UTF-16BE" => TextEncodings.Utf16BigEndian,
        "CP932" => TextEncodings.ShiftJis,
        "EUC-JP" => TextEncodings.EucJp,
        "ISO-2022-JP" => TextEncodings.Iso2022Jp,
        _ => TextEncodings.Utf8,
    };

    private static DetectedText Detect(byte[] bytes) => DetectedText.Of(new MemoryStream(bytes));

    [Theory]
    [MemberData(nameof(Names))]
    public void Tells_an_encoding_without_a_byte_order_mark(string name)
    {
        var detected = Detect(Of(name).GetBytes(Text));
        Assert.Equal((name, 0L, 4L), (TextEncodings.Name(detected.Encoding), detected.Start, detected.Lines));
    }

    [Theory]
    [InlineData("UTF-8", new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData("UTF-16LE", new byte[] { 0xFF, 0xFE })]
    [InlineData("UTF-16BE", new byte[] { 0xFE, 0xFF })]
    public void Tells_an_encoding_by_its_byte_order_mark(string name, byte[] mark)
    {
        var detected = Detect([.. mark, .. Of(name).GetBytes(Text)]);
        Assert.Equal((name, (long)mark.Length), (TextEncodings.Name(detected.Encoding), detected.Start));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Looks_past_a_long_beginning_in_ASCII(string name)
    {
        var text = string.Concat(Enumerable.Repeat("1,2025-06-01,ok\n", 20_000)) + Text;
        var detected = Detect(Of(name).GetBytes(text));
        Assert.Equal((name, 20_004L), (TextEncodings.Name(detected.Encoding), detected.Lines));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("CP932")]
    [InlineData("EUC-JP")]
    public void Names_the_line_of_the_first_bad_byte(string name)
    {
        var lines = string.Concat(Enumerable.Repeat("あいうえお、ポットの蓋が閉まらない。\n", 3_000));
        var encoding = Of(name);
        byte[] bytes = [.. encoding.GetBytes(lines), .. encoding.GetBytes("ここで"), 0xFF, 0x20, .. encoding.GetBytes("壊れた\n" + lines)];
        if (name == "CP932")
        {
            bytes[Array.IndexOf(bytes, (byte)0xFF)] = 0x85; // an unassigned row
        }

        var problem = Assert.Throws<UnreadableFileException>(() => Detect(bytes)).Problem;
        Assert.Contains($"Read as {name}", problem.En, StringComparison.Ordinal);
        Assert.Contains("line 3001 ", problem.En, StringComparison.Ordinal);
        Assert.Contains("3001 行目", problem.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_inside_a_character_is_refused_with_its_last_line()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var problem = Assert.Throws<UnreadableFileException>(() => Detect(bytes[..^3])).Problem;
        Assert.Contains("line 3 ", problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused() =>
        Assert.Contains("not a text file", Assert.Throws<UnreadableFileException>(() => Detect([0x89, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 1])).Problem.En, StringComparison.Ordinal);
}
