using System.Globalization;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class FixEffectTests
{
    public static IEnumerable<object[]> Cases => SpecTable.Rows("Issues/Specs/FixEffect.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rates_before_and_after_a_fix_are_compared(string before, string volumeBefore, string after, string volumeAfter, string day, string verified, string ratio, string interval, string verdict)
    {
        var effect = FixEffect.Of(Period(before, volumeBefore), Period(after, volumeAfter), new NegativeBinomial(Number(day), 10), verified == "yes");

        if (verdict == "nothing")
        {
            Assert.Null(effect);
            return;
        }
        Assert.Equal(Number(ratio), effect!.Ratio, 0.001);
        var bounds = interval.Split('–');
        Assert.Equal(Number(bounds[0]), effect.Low, 0.001);
        Assert.Equal(Number(bounds[1]), effect.High!.Value, 0.001);
        Assert.Equal(verdict, effect.Verdict.ToString());
    }

    [Fact]
    public void Days_that_vary_more_than_chance_widen_the_interval()
    {
        var after = new FixPeriod([.. Enumerable.Repeat(1, 14)], 140);
        var steady = FixEffect.Of(new FixPeriod([.. Enumerable.Repeat(2, 28)], 280), after, new NegativeBinomial(0.1, 10), verified: false)!;
        var bursts = FixEffect.Of(new FixPeriod([.. Enumerable.Range(0, 28).Select(i => i % 14 == 0 ? 28 : 0)], 280), after, new NegativeBinomial(0.1, 10), verified: false)!;

        Assert.Equal(steady.Ratio, bursts.Ratio, 9);
        Assert.True(bursts.Low < steady.Low && bursts.High > steady.High, $"{bursts} is not wider than {steady}");
        Assert.True(steady.High < 1 && bursts.High > 1);
    }

    /// <summary>Days such as <c>28×2, 3×0</c>: 28 days of two, then three of none.</summary>
    private static FixPeriod Period(string days, string volume) => new(
        [.. days.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(run => run.Split('×'))
            .SelectMany(run => Enumerable.Repeat((int)Number(run[1]), (int)Number(run[0])))],
        (int)Number(volume));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
