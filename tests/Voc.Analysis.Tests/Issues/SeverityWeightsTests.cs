using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class SeverityWeightsTests
{
    public static IEnumerable<object[]> Rows => SpecTable.Rows("Issues/Specs/Severity.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Counts_give_the_level_the_shipped_weights_mean(
        string voices, string growth, string displeasure, string harm, string money, string leaving, string important, string level, string why)
    {
        Assert.NotEmpty(why);
        var parts = SeverityParts.Of((int)Number(voices), Number(growth), Number(displeasure), Number(harm), Number(money), Number(leaving), Number(important));

        Assert.Equal(Enum.Parse<IssueSeverity>(level), SeverityWeights.Shipped.Level(IssuePolarity.Negative, parts));
    }

    [Fact]
    public void Praise_is_never_graver_than_medium() => Assert.Equal(
        IssueSeverity.Medium, SeverityWeights.Shipped.Level(IssuePolarity.Positive, SeverityParts.Of(1000, 1000, 1, 1, 1, 1, 1)));

    [Fact]
    public void More_of_anything_never_makes_an_issue_less_grave_and_points_stay_between_0_and_100()
    {
        var shares = Gen.Choose(0, 100).Select(i => i / 100.0).ListOf(7);
        var weights = Gen.Choose(0, 100).ListOf(7);
        Prop.ForAll(shares.ToArbitrary(), weights.ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (list, points, raised) =>
        {
            var s = list.ToArray();
            var w = points.ToArray();
            var given = new SeverityWeights { Reach = w[0], Negativity = w[1], Safety = w[2], Money = w[3], Growth = w[4], ChurnRisk = w[5], CustomerValue = w[6] };
            var before = given.Score(new SeverityParts(s[0], s[1], s[2], s[3], s[4], s[5], s[6]));
            s[raised] = 1;
            var after = given.Score(new SeverityParts(s[0], s[1], s[2], s[3], s[4], s[5], s[6]));
            return before is >= 0 and <= 100 && after >= before && after <= 100;
        }).QuickCheckThrowOnFailure();
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
