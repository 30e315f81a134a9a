using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class IssueCountingTests
{
    [Theory]
    [InlineData(0.5, 0.3)]
    [InlineData(3, 12)]
    [InlineData(40, 5)]
    public void The_tail_of_the_distribution_is_the_sum_of_its_probabilities(double mean, double size)
    {
        var distribution = new NegativeBinomial(mean, size);
        var rest = 1.0;
        for (var count = 0; count < 30; count++)
        {
            Assert.Equal(rest, distribution.Tail(count), 9);
            rest -= distribution.Probability(count);
        }
    }

    [Fact]
    public void The_upper_bound_is_the_least_count_exceeded_that_rarely()
    {
        var distribution = new NegativeBinomial(6, 4);
        var bound = distribution.UpperBound(0.025);

        Assert.True(distribution.Tail(bound + 1) <= 0.025);
        Assert.True(distribution.Tail(bound) > 0.025);
    }

    [Fact]
    public void Daily_counts_of_a_candidate_are_those_of_its_feedback_whatever_the_order()
    {
        var entries = Gen.Two(Gen.Choose(0, 399)).SelectMany(pair => Gen.Choose(0, 4), (pair, channel) => (Day: pair.Item1, Channel: channel)).ListOf();
        Prop.ForAll(entries.ToArbitrary(), list =>
        {
            var series = new CandidateSeries(new CandidateKey(IssuePolarity.Negative, null, CandidateKind.Term, "x"));
            var id = 0;
            foreach (var (day, channel) in list)
            {
                series.Add(new Member(++id, day, 0, 0, 0, Counted: true, GraveMarks.None, 0), (Channel)channel, 399, null);
            }
            return series.Sum(100, 300) == list.Count(e => e.Day is >= 100 and <= 300)
                && series.Sum(0, 399) == list.Count
                && series.Sum(400, 500) == 0
                && series.Window(399, 28).Count == list.Count(e => e.Day > 371);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Daily_volume_is_what_was_added_by_day_and_channel_whatever_the_order()
    {
        var entries = Gen.Two(Gen.Choose(0, 499)).Select(pair => (Day: pair.Item1, Channel: pair.Item2 % 5)).ListOf();
        Prop.ForAll(entries.ToArbitrary(), list =>
        {
            var volume = new DailyVolume();
            foreach (var (day, channel) in list)
            {
                volume.Add(day, (Channel)channel);
            }
            var sums = new double[5];
            volume.Sum(50, 450, sums);
            return Enumerable.Range(0, 5).All(c => sums[c] == list.Count(e => e.Channel == c && e.Day is >= 50 and <= 450));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Volume_older_than_it_keeps_is_forgotten_and_never_counted_twice()
    {
        var volume = new DailyVolume();
        volume.Add(10, Channel.Social);
        volume.Add(10 + 512, Channel.Social);
        volume.Add(10 + 5000, Channel.Social);
        volume.Add(11, Channel.Social);

        var sums = new double[5];
        volume.Sum(0, 6000, sums);

        Assert.Equal(1, sums.Sum());
    }

    [Fact]
    public void A_customer_counts_once_a_week_and_a_stranger_every_time()
    {
        var series = new CandidateSeries(new CandidateKey(IssuePolarity.Negative, "P", CandidateKind.Term, "x"));
        Member By(int customer, int day) => new(1, day, 0, customer, 0, Counted: true, GraveMarks.None, 0);

        Assert.True(series.Add(By(5, 100), Channel.CallNote, 100, null));
        Assert.False(series.Add(By(5, 103), Channel.CallNote, 103, null));
        Assert.True(series.Add(By(6, 103), Channel.CallNote, 103, null));
        Assert.True(series.Add(By(0, 103), Channel.CallNote, 103, null));
        Assert.True(series.Add(By(0, 103), Channel.CallNote, 103, null));
        Assert.True(series.Add(By(5, 110), Channel.CallNote, 110, null));
        Assert.Equal(5, series.Sum(0, 200));
    }

    [Fact]
    public void Long_copies_are_recognised_and_short_or_merely_similar_texts_are_not()
    {
        var copies = new NearDuplicates();
        const string Long = "昨日届いた炊飯器のふたが閉まらず、何度押しても戻ってしまうので交換をお願いしたいです。";

        Assert.False(copies.IsCopy(Long, 10, 7));
        Assert.True(copies.IsCopy(Long + "！", 12, 7));
        Assert.False(copies.IsCopy(Long, 40, 7));
        Assert.False(copies.IsCopy("昨日届いた加湿器のタンクがはまらず、何度押しても外れてしまうので返品をお願いしたいです。", 10, 7));
        Assert.False(copies.IsCopy("ログインできない", 10, 7));
        Assert.False(copies.IsCopy("ログインできない", 10, 7));
    }
}
