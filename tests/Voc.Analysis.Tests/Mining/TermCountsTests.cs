using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class TermCountsTests
{
    [Fact]
    public void A_term_repeated_in_a_text_is_one_text_and_several_occurrences()
    {
        var counts = new TermCounts(3);
        counts.Add([0, 1, 0, 0], SentimentLabel.Negative);
        counts.Add([0], SentimentLabel.Neutral);
        counts.Add([], SentimentLabel.Positive);

        Assert.Equal(new TermCount(0, Texts: 2, Occurrences: 4, Positive: 0, Negative: 1), counts.Of(0));
        Assert.Equal((1, 3, 5L), (counts.Of(0).Neutral, counts.Total, counts.Running));
        Assert.Equal([0], counts.AtLeast(2).Select(c => c.Term));
    }

    [Fact]
    public void Counts_are_those_of_a_plain_count()
    {
        Prop.ForAll(Texts(6).ToArbitrary(), texts =>
        {
            var counts = new TermCounts(6);
            var labels = texts.Select((_, i) => (SentimentLabel)((i % 3) - 1)).ToArray();
            texts.Zip(labels).ToList().ForEach(t => counts.Add(t.First, t.Second));
            return Enumerable.Range(0, 6).All(term =>
            {
                int Holding(SentimentLabel label) => texts.Zip(labels).Count(t => t.Second == label && t.First.Contains(term));
                var count = counts.Of(term);
                return count.Texts == texts.Count(t => t.Contains(term)) && count.Occurrences == texts.Sum(t => t.Count(o => o == term))
                    && (count.Positive, count.Neutral, count.Negative) == (Holding(SentimentLabel.Positive), Holding(SentimentLabel.Neutral), Holding(SentimentLabel.Negative));
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ties_are_those_of_a_plain_count_over_the_chosen_terms()
    {
        int[] chosen = [4, 0, 5];
        Prop.ForAll(Texts(6).ToArbitrary(), texts =>
        {
            var (terms, pairs) = (new ChosenTerms(chosen, 6), new CoOccurrences(3));
            texts.ToList().ForEach(t => pairs.Add(terms.In(t)));
            bool Right(int a, int b)
            {
                var both = texts.Count(t => t.Contains(chosen[a]) && t.Contains(chosen[b]));
                var either = texts.Count(t => t.Contains(chosen[a]) || t.Contains(chosen[b]));
                return pairs.Together(a, b) == both && Math.Abs(pairs.Jaccard(a, b) - (either == 0 ? 0 : (double)both / either)) < 1e-12;
            }
            var ties = pairs.Strongest(1, 0.2, 2);
            return Right(0, 1) && Right(1, 2) && Right(0, 2) && Right(1, 1)
                && ties.Count <= 2 && ties.All(t => t.Jaccard >= 0.2 && t.A < t.B && t.Texts == pairs.Together(t.A, t.B))
                && ties.Select(t => t.Jaccard).SequenceEqual(ties.Select(t => t.Jaccard).OrderDescending());
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<int[][]> Texts(int vocabulary) => Gen.Choose(0, vocabulary - 1).ArrayOf().ArrayOf();
}
