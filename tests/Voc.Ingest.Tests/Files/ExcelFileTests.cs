using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Files;

public sealed class ExcelFileTests
{
    private const string Mapping = """{"text":"内容","occurredAt":"回答日時","externalId":"番号","csat":"満足度"}""";

    private static readonly byte[] File = Workbook.Of(
        ["番号", "回答日時", "満足度", "内容"],
        [20250601001, new DateTime(2025, 6, 1, 13, 5, 0), 5, "とても使いやすい\n<満足>"],
        [20250601002, 45809.5, "4", "良い"],
        [],
        ["A-3", "2025/6/3", 2.0, "音が大きい"]);

    [Fact]
    public void Dates_may_be_dates_numbers_or_texts_and_numbers_may_be_texts()
    {
        using var reading = Imports.Open(File, Mapping, "回答.xlsx");
        var rows = reading.Rows().ToList();
        var feedback = rows.Accepted();
        Assert.Equal((FileKind.Excel, null, 4L, 1.0), (reading.Kind, reading.Encoding, reading.RowsTotal, reading.Progress));
        Assert.Equal([2, 3, 5], rows.Select(row => row.Line));
        Assert.Equal(["20250601001", "20250601002", "A-3"], rows.Ids());
        Assert.Equal(
            [new(2025, 6, 1, 13, 5, 0, TimeSpan.FromHours(9)), new(2025, 6, 1, 12, 0, 0, TimeSpan.FromHours(9)), new DateTimeOffset(2025, 6, 3, 0, 0, 0, TimeSpan.FromHours(9))],
            feedback.Select(f => f.OccurredAt));
        Assert.Equal([5.0, 4.0, 2.0], feedback.Select(f => f.Scores["csat"]));
        Assert.Equal("とても使いやすい\n<満足>", feedback[0].Text);
    }

    [Fact]
    public void A_workbook_is_known_by_its_content_whatever_its_name() =>
        Assert.Equal(3, Imports.Read(File, Mapping, "回答.csv").Count);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void A_workbook_that_is_cut_off_is_refused(double part) =>
        Assert.Contains("damaged or cut off", Imports.Refused(File[..(int)(File.Length * part)], Mapping, "回答.xlsx").En, StringComparison.Ordinal);

    [Fact]
    public void Another_archive_is_refused() =>
        Assert.Contains("damaged", Imports.Refused([.. "PK\u0003\u0004 and nothing more"u8], Mapping, "回答.xlsx").En, StringComparison.Ordinal);

    [Fact]
    public void Damaged_bytes_never_crash_the_reader()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            byte[] damaged = [.. File];
            for (var j = 0; j < 8; j++)
            {
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Imports.Read(damaged, Mapping, "回答.xlsx");
            }
            catch (UnreadableFileException e)
            {
                Assert.NotEmpty(e.Problem.Ja);
            }
        }
    }
}
