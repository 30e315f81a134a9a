using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Voc.Api.Exports;
using Voc.Api.Storage;

namespace Voc.Api.Tests.Exports;

public sealed class ExportWriterTests
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    private static readonly ExportColumn[] Columns =
    [
        new("id", new("ID", "ID"), t => t.Row.Id),
        new("occurredAt", new("日時", "Said at"), t => t.Row.OccurredAt),
        new("text", new("本文", "Text"), t => t.Row.Text),
        new("score", new("スコア", "Score"), t => t.Row.Score),
        new("product", new("製品", "Product"), t => t.Row.Product),
        new("issues", new("イシュー", "Issues"), t => t.Issues.Select(i => $"#{i}").ToList()),
    ];

    private static readonly ExportCover Cover = new([(new("検索式", "Query"), "=1+1 | 配送"), (new("件数", "Texts"), "2")]);

    [Fact]
    public void Csv_begins_with_a_byte_order_mark_and_the_cover_and_holds_no_formula()
    {
        var text = Encoding.UTF8.GetString(Write(new ExportRequest(), out _, Text("=HYPERLINK(\"x\")\n改行"), Text("＋81")));

        Assert.StartsWith("\uFEFF\"# 検索式: =1+1 | 配送 | 件数: 2\"\r\n\"ID\",\"日時\",\"本文\",\"スコア\",\"製品\",\"イシュー\"\r\n", text);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\")\n改行\",-0.25,,\"#3; #4\"\r\n", text);
        Assert.Contains("\"'＋81\"", text);
    }

    [Fact]
    public void Cp932_writes_what_it_does_not_have_as_a_mark_and_counts_it()
    {
        var bytes = Write(new ExportRequest { Encoding = ExportEncoding.Cp932, Cover = false }, out var losses, Text("①髙﨑 😀 ~〜"));

        Assert.Contains("①髙﨑 〓 ~", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(bytes));
        Assert.True(losses.ReplacedCharacters is 1 or 2, $"{losses}");
    }

    [Fact]
    public void A_workbook_is_valid_and_says_what_it_is()
    {
        var bytes = Write(new ExportRequest { Format = ExportFormat.Xlsx }, out _, Text("=1+1"), Text("二行\n目 <&>"));

        using (var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        }
        var sheets = Sheets(bytes);
        Assert.Equal(["検索条件", "検索結果"], sheets.Select(s => s.Name));
        Assert.Equal(["検索式", "=1+1 | 配送"], sheets[0].Rows[0]);
        Assert.Equal(["ID", "日時", "本文", "スコア", "製品", "イシュー"], sheets[1].Rows[0]);
        Assert.Equal([7.0, new DateTime(2026, 4, 1, 9, 0, 0), "=1+1", -0.25, null, "#3; #4"], sheets[1].Rows[1]);
        Assert.Equal("二行\n目 <&>", sheets[1].Rows[2][2]);
    }

    [Fact]
    public void A_full_sheet_is_followed_by_another()
    {
        using var output = new MemoryStream();
        using (var writer = new XlsxExportWriter(output, Columns, Japanese, maxRows: 3))
        {
            writer.Begin(null);
            for (var i = 0; i < 5; i++)
            {
                writer.Write(Text($"{i}"));
            }
            writer.End();
        }

        var sheets = Sheets(output.ToArray());
        Assert.Equal([("検索結果", 3), ("検索結果 2", 3), ("検索結果 3", 2)], sheets.Select(s => (s.Name, s.Rows.Count)));
    }

    [Fact]
    public void What_a_cell_cannot_hold_is_replaced_or_cut_and_the_cut_is_told()
    {
        var bytes = Write(new ExportRequest { Format = ExportFormat.Xlsx, Cover = false }, out var losses, Text("a\u0001b\uD800c"), Text(new string('あ', 40_000)));

        var rows = Sheets(bytes)[0].Rows;
        Assert.Equal("a\uFFFDb\uFFFDc", rows[1][2]);
        Assert.Equal(new string('あ', XlsxExportWriter.MaxCell - 1) + "…", rows[2][2]);
        Assert.Equal(new ExportLosses(0, 1), losses);
    }

    [Fact]
    public void Json_lines_keep_types_and_say_first_what_they_are()
    {
        var lines = Encoding.UTF8.GetString(Write(new ExportRequest { Format = ExportFormat.Jsonl }, out _, Text("絵😀"))).Split('\n');

        Assert.Equal("""{"export":{"検索式":"=1+1 | 配送","件数":"2"}}""", lines[0]);
        Assert.Equal("""{"id":7,"occurredAt":"2026-04-01T09:00:00+09:00","text":"絵\uD83D\uDE00","score":-0.25,"product":null,"issues":["#3","#4"]}""", lines[1]);
        Assert.Equal("", lines[2]);
    }

    private static byte[] Write(ExportRequest request, out ExportLosses losses, params ExportedText[] texts)
    {
        using var output = new MemoryStream();
        using (var writer = ExportWriter.Create(output, request, Columns, Japanese))
        {
            writer.Begin(request.Cover ? Cover : null);
            foreach (var text in texts)
            {
                writer.Write(text);
            }
            writer.End();
            losses = writer.Losses;
        }
        return output.ToArray();
    }

    private static ExportedText Text(string text) => new(
        new FeedbackRow { Id = 7, ExternalId = "7", Text = text, Language = "ja", Reading = default!, Score = -0.25, OccurredAt = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9)) }, [3, 4], Japanese);

    private static List<(string Name, List<object?[]> Rows)> Sheets(byte[] workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }
}
