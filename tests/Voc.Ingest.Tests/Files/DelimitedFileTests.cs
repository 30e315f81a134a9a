using System.Text;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Files;

public sealed class DelimitedFileTests
{
    private const string Mapping = """{"text":"内容","occurredAt":"受付日","product":"商品","customer":"会員番号","nps":"推奨度","attributes":["地域"]}""";

    private const string Csv = """
        受付日,会員番号,商品,推奨度,地域,内容
        2025-06-01,K-1,ポット,10 - 強く薦める,東京,とても使いやすいです。
        2025年6月2日 13:05,K-2,ポット,３,大阪,"蓋が閉まりません。
        折り返しは090-1234-5678へ、""至急""お願いします。"
        2025/6/3,,ケトル,,,音が大きい
        """;

    [Theory]
    [InlineData("UTF-8", ',')]
    [InlineData("CP932", '\t')]
    [InlineData("EUC-JP", ';')]
    [InlineData("UTF-16LE", '\t')]
    [InlineData("ISO-2022-JP", ',')]
    public void Rows_become_feedback_in_any_encoding_and_with_any_delimiter(string encodingName, char delimiter)
    {
        Encoding[] encodings = [TextEncodings.Utf8, TextEncodings.ShiftJis, TextEncodings.EucJp, TextEncodings.Iso2022Jp, TextEncodings.Utf16LittleEndian];
        var encoding = encodings.Single(e => TextEncodings.Name(e) == encodingName);
        using var reading = Imports.Open(encoding.GetBytes(Csv.Replace(',', delimiter)), Mapping);
        var rows = reading.Rows().ToList();
        var feedback = rows.Accepted();
        Assert.Equal((encodingName, delimiter, 3L, FileKind.Delimited), (reading.Encoding, reading.Delimiter, reading.RowsTotal, reading.Kind));
        Assert.Equal([2, 3, 5], rows.Select(row => row.Line));
        Assert.Equal(1, reading.Progress);
        Assert.Equal("蓋が閉まりません。\n折り返しは[電話番号]へ、\"至急\"お願いします。", feedback[1].Text);
        Assert.Equal(new(2025, 6, 2, 13, 5, 0, TimeSpan.FromHours(9)), feedback[1].OccurredAt);
        Assert.Equal(("ポット", 3.0, "大阪"), (feedback[1].Product, feedback[1].Scores["nps"], feedback[1].Attributes["地域"]));
        Assert.Equal(Samples.Context.Pseudonyms.Of("K-2"), feedback[1].Customer);
        Assert.Equal((null, 0, 0), (feedback[2].Customer, feedback[2].Scores.Count, feedback[2].Attributes.Count));
        Assert.All(feedback, f => Assert.Equal(Channel.Survey, f.Channel));
    }

    [Fact]
    public void A_header_below_a_title_is_found()
    {
        var rows = Imports.Read("お客様の声（2025年6月）\n\n作成,2025-06-10\n" + Csv, Mapping);
        Assert.Equal([5, 6, 8], rows.Select(row => row.Line));
        Assert.Equal(3, rows.Accepted().Count);
    }

    [Fact]
    public void A_name_in_another_width_or_case_is_the_same_column() =>
        Assert.Single(Imports.Read("ＤＡＴＥ ,　内容\n2025-06-01,良い\n", """{"text":"内容","occurredAt":"date"}""").Accepted());

    [Fact]
    public void A_column_that_is_missing_is_named_with_those_there_are_and_the_nearest()
    {
        var problem = Imports.Refused(Csv, """{"text":"内容","occurredAt":"受付月"}""");
        Assert.Equal("occurredAt に指定された列「受付月」がありません。「受付日」ではありませんか。ファイルにある列：受付日, 会員番号, 商品, 推奨度, 地域, 内容。", problem.Ja);
        Assert.Contains("Did you mean “受付日”", problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delimiter_nobody_uses_is_explained()
    {
        var problem = Imports.Refused(Csv.Replace(',', '|'), Mapping);
        Assert.Contains("delimiter must be a comma, a tab or a semicolon", problem.En, StringComparison.Ordinal);
        Assert.Contains("区切り文字", problem.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void One_column_is_enough_where_it_is_the_text()
    {
        var rows = Imports.Read("コメント\nとても使いやすくて気に入っています\n蓋が、閉まらない\n", """{"text":"コメント"}""");
        Assert.Equal(Samples.Now, Assert.IsType<AcceptedRow>(rows[0]).Feedback.OccurredAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_is_refused(string text) => Assert.Contains("empty", Imports.Refused(text).En, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_encoding_is_refused_with_its_line()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Csv + "\n2025-06-04,,,,,"), 0xFF, .. Encoding.UTF8.GetBytes("です\n")];
        Assert.Contains("line 6 ", Imports.Refused(file, Mapping).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-06-01,,,,,", "内容", "empty")]
    [InlineData("2025-06-01,,,,,　", "内容", "empty")]
    [InlineData("来週,,,,,良い", "受付日", "“来週” cannot be read as a date")]
    [InlineData("田中様 090-1234-5678,,,,,良い", "受付日", "“[氏名]様 [電話番号]” cannot be read as a date")]
    [InlineData(",,,,,良い", "受付日", "date is empty")]
    [InlineData("2031-01-01,,,,,良い", "受付日", "future")]
    [InlineData("2025-06-01,,,11,,良い", "推奨度", "from 0 to 10")]
    [InlineData("2025-06-01,,,高い,,良い", "推奨度", "cannot be read as a score")]
    [InlineData("2025-06-01,,,,,良い,でも高い", null, "7 columns, more than the 6")]
    public void A_bad_row_is_reported_by_line_and_column_and_the_others_go_in(string bad, string? column, string message)
    {
        var rows = Imports.Read(Csv + "\n" + bad + "\n2025-06-05,,,,,最後の行\n", Mapping);
        var rejected = Assert.Single(rows.OfType<RejectedRow>());
        Assert.Equal((6L, column), (rejected.Line, rejected.Field));
        Assert.Contains(message, rejected.Message.En, StringComparison.Ordinal);
        Assert.Equal(4, rows.OfType<AcceptedRow>().Count());
    }

    [Fact]
    public void A_text_of_a_megabyte_is_rejected_alone()
    {
        var rows = Imports.Read(Csv + "\n2025-06-04,,,,," + new string('あ', 1 << 20) + "\n2025-06-05,,,,,最後の行\n", Mapping);
        Assert.Contains("1,048,576", Assert.IsType<RejectedRow>(rows[3]).Message.En, StringComparison.Ordinal);
        Assert.IsType<AcceptedRow>(rows[4]);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_reported_on_the_line_it_opens()
    {
        var rows = Imports.Read(Csv + "\n2025-06-04,,,,,\"閉じない\n2025-06-05,,,,,最後の行\n", Mapping);
        var rejected = Assert.IsType<RejectedRow>(rows[3]);
        Assert.Equal(6, rejected.Line);
        Assert.Contains("quotation mark", rejected.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_inside_a_field_are_text()
    {
        var rows = Imports.Read("受付日,内容\n2025-06-01,5\"のモニターが映らない\n2025-06-02,良い\n", """{"text":"内容","occurredAt":"受付日"}""");
        Assert.Equal("5\"のモニターが映らない", rows.Accepted()[0].Text);
    }

    [Theory]
    [InlineData("""{"occurredAt":"受付日"}""", "no text")]
    [InlineData("""{"text":"内容","occuredAt":"受付日"}""", "occuredAt")]
    [InlineData("""{"text":"内容",""", "JSON")]
    [InlineData("""{"text":"内容","channel":"地域"}""", "There is no channel")]
    public void A_mapping_that_is_wrong_is_explained(string mapping, string message) =>
        Assert.Contains(message, Imports.Refused(Csv, mapping).En, StringComparison.Ordinal);

    [Fact]
    public void A_channel_of_the_mapping_holds_for_every_row() =>
        Assert.All(Imports.Read(Csv, """{"text":"内容","channel":"review"}""").Accepted(), feedback => Assert.Equal(Channel.Review, feedback.Channel));

    [Fact]
    public void Columns_of_the_same_name_are_told_apart()
    {
        var feedback = Assert.Single(Imports.Read("理由,理由,\n早いから,高いから,\n", """{"text":"理由 (2)"}""").Accepted());
        Assert.Equal("高いから", feedback.Text);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var random = new Random(11);
        byte[] file = Encoding.UTF8.GetBytes(Csv + "\n{\"text\":\"x\"}\n<html>");
        for (var i = 0; i < 500; i++)
        {
            byte[] damaged = random.Next(2) == 0 ? [.. file] : file[random.Next(file.Length)..];
            for (var j = random.Next(20); j > 0 && damaged.Length > 0; j--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Imports.Read(damaged, random.Next(2) == 0 ? Mapping : null, random.Next(2) == 0 ? "a.csv" : "a.jsonl");
            }
            catch (UnreadableFileException e)
            {
                Assert.NotEmpty(e.Problem.Ja);
            }
        }
    }
}
