using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Voc.Ingest.Values;

namespace Voc.Ingest.Tests.Values;

public sealed class ValueTests
{
    public static IEnumerable<object[]> Dates => SpecTable.Rows("Values/Specs/dates.md");

    public static IEnumerable<object[]> Scores => SpecTable.Rows("Values/Specs/scores.md");

    [Theory]
    [MemberData(nameof(Dates))]
    public void Reads_dates_as_specified(string cell, string moment)
    {
        var read = DateReader.TryRead(cell, IngestContext.DefaultTimeZone, out var time);
        Assert.Equal(moment, read ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture) : "");
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void Reads_scores_as_specified(string cell, string expected)
    {
        var kind = ScoreReader.Read(cell, out var score);
        Assert.Equal(expected, kind switch
        {
            ScoreCell.Score => score.ToString(CultureInfo.InvariantCulture),
            ScoreCell.NoAnswer => "none",
            _ => "",
        });
    }

    [Fact]
    public void A_time_without_zone_is_a_time_in_the_companys_zone()
    {
        Assert.True(DateReader.TryRead("2025-07-01 09:00", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), out var time));
        Assert.Equal(TimeSpan.FromHours(2), time.Offset);
    }

    [Fact]
    public void No_cell_breaks_a_reader()
    {
        string[] pieces = ["2019", "-", "/", "1", "年", "月", "日", "令和", "元", "R", " ", ":", "午後", "PM", "T", "Z", "+", "99", "(", ")", "★", ",", ".", "Jan", "\uD83D", "\0", "３"];
        var cells = Gen.Choose(0, 12).SelectMany(n => Gen.ArrayOf(Gen.Elements(pieces), n)).Select(string.Concat);
        Prop.ForAll(cells.ToArbitrary(), cell =>
        {
            DateReader.TryRead(cell, IngestContext.DefaultTimeZone, out _);
            ScoreReader.Read(cell, out _);
        }).QuickCheckThrowOnFailure();
    }
}
