using System.Text;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Files;

public sealed class ColumnFileTests
{
    private const string Csv = "番号,内容,区分\n1,電話は090-1234-5678,料金\n\n,,\n2,\"二行に\nわたる\",配送\n3,余分,な,列\n4,終わり,\n";

    private static readonly string[] Expected = ["1@2 電話は090-1234-5678/料金", "3@5 二行に\nわたる/配送", "4@7 !", "5@8 終わり/"];

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("CP932")]
    public void Rows_come_with_their_number_line_and_cells_as_they_stand(string encoding) =>
        Assert.Equal(Expected, Read((encoding == "UTF-8" ? TextEncodings.Utf8 : TextEncodings.ShiftJis).GetBytes(Csv), "f.csv"));

    [Fact]
    public void A_title_above_the_header_does_not_count() =>
        Assert.Equal("1@4 電話は090-1234-5678/料金", Read(Encoding.UTF8.GetBytes("お客様の声\n作成者,佐藤\n" + Csv), "f.csv")[0]);

    [Fact]
    public void A_workbook_counts_its_blank_rows() =>
        Assert.Equal(
            ["1@2 遅い/配送", "3@4 高い/料金"],
            Read(Workbook.Of(["番号", "内容", "区分"], [1, "遅い", "配送"], [null, null, null], [2, "高い", "料金"]), "f.xlsx"));

    [Fact]
    public void Lines_of_json_count_each() =>
        Assert.Equal(
            ["1@1 遅い/配送", "2@2 !", "3@3 高い/"],
            Read("{\"内容\":\"遅い\",\"区分\":\"配送\"}\n{こわれ\n{\"内容\":\"高い\"}\n"u8.ToArray(), "f.jsonl"));

    [Fact]
    public void A_column_that_is_missing_is_named_with_those_there_are()
    {
        var problem = Assert.Throws<UnreadableFileException>(() => ColumnFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(Csv)), "f.csv", ("--text", "本文"))).Problem;

        Assert.Equal("There is no column “本文” for --text. The file has: 番号, 内容, 区分.", problem.En);
        Assert.Contains("番号, 内容, 区分", problem.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_refused() =>
        Assert.Throws<UnreadableFileException>(() => ColumnFile.Open(new MemoryStream("<!doctype html><p>"u8.ToArray()), "f.html", ("--text", "内容")));

    private static List<string> Read(byte[] file, string name)
    {
        using var opened = ColumnFile.Open(new MemoryStream(file), name, ("--text", "内容"), ("--label", "区分"));
        var rows = opened.Rows().Select(row => $"{row.Number}@{row.Line} {(row.Problem is null ? string.Join('/', row.Cells) : "!")}").ToList();
        Assert.Equal(1, opened.Progress);
        return rows;
    }
}
