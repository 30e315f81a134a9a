using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class KeynessTests
{
    [Fact]
    public void The_figures_are_those_worked_out_by_hand()
    {
        // Expected: 10, 90, 20, 180. G² = 2 (20 ln 2 + 80 ln 8/9 + 10 ln 1/2 + 190 ln 19/18).
        var keyness = new Keyness(With: 20, Without: 80, RestWith: 10, RestWithout: 190);

        Assert.Equal((100, 200, 10), (keyness.Texts, keyness.Rest, keyness.Expected));
        Assert.Equal(15.5632020, keyness.G2, 6);
        Assert.Equal(7.97925e-5, keyness.P, 8);
        Assert.Equal(2, keyness.LogRatio, 12);
        Assert.Equal((0.2, 0.05, true), (keyness.Share, keyness.RestShare, keyness.IsOver));
    }

    [Theory]
    [InlineData(3.841459, 0.05)]
    [InlineData(6.634897, 0.01)]
    [InlineData(10.827566, 0.001)]
    public void P_is_that_of_the_tables_of_chi_square(double g2, double p)
    {
        // The word in all of the one half and a share of the other, found so that G² is what the table lists.
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = new Keyness((int)(5e8 * (1 + (middle / 1e3))), (int)(5e8 * (1 - (middle / 1e3))), 500_000_000, 500_000_000).G2 < g2 ? (middle, high) : (low, middle);
        }
        var keyness = new Keyness((int)(5e8 * (1 + (low / 1e3))), (int)(5e8 * (1 - (low / 1e3))), 500_000_000, 500_000_000);

        Assert.Equal(p, keyness.P, 4);
    }

    [Fact]
    public void A_word_that_never_occurs_elsewhere_counts_as_half_a_text_there()
    {
        Assert.Equal(Math.Log2(0.1 / 0.005), new Keyness(10, 90, 0, 100).LogRatio, 12);
        Assert.Equal(-Math.Log2(0.1 / 0.005), new Keyness(0, 100, 10, 90).LogRatio, 12);
    }

    [Fact]
    public void Without_texts_there_is_no_difference()
    {
        Assert.Equal((0.0, 1.0, 0.0), (new Keyness(0, 0, 0, 0).G2, new Keyness(0, 0, 0, 0).P, new Keyness(0, 0, 0, 0).LogRatio));
        Assert.Equal(0, new Keyness(5, 5, 0, 0).G2, 12);
    }

    [Fact]
    public void Turning_the_comparison_round_changes_the_sign_alone()
    {
        Prop.ForAll(Gen.Choose(0, 300).Four().ToArbitrary(), cells =>
        {
            var (a, b, c, d) = cells;
            var (there, back) = (new Keyness(a, b, c, d), new Keyness(c, d, a, b));
            return Math.Abs(there.G2 - back.G2) < 1e-9 && Math.Abs(there.LogRatio + back.LogRatio) < 1e-9
                && !(there.IsOver && back.IsOver) && there.G2 >= 0 && there.P is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_q_values_are_those_worked_out_by_hand() =>
        Assert.Equal([0.02, 0.04, 0.04, 0.02], FalseDiscovery.Adjust([0.01, 0.04, 0.03, 0.005]).Select(q => Math.Round(q, 12)));

    [Fact]
    public void No_q_value_is_below_its_p_value_and_their_order_is_the_same()
    {
        Prop.ForAll(Gen.Choose(0, 1000).Select(i => i / 1000.0).ListOf().ToArbitrary(), p =>
        {
            var q = FalseDiscovery.Adjust([.. p]);
            return q.Zip(p).All(t => t.First >= t.Second && t.First <= 1)
                && q.Zip(p).OrderBy(t => t.Second).Select(t => t.First).ToList() is var inOrder && inOrder.Order().SequenceEqual(inOrder);
        }).QuickCheckThrowOnFailure();
    }
}
