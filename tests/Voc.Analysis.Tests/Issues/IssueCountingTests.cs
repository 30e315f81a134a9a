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
                series.Add(new Member(++id, day, 0, 0, 0, Counted: true, Repeated: false, GraveMarks.None, 0), (Channel)channel, 399, null);
            }
            return series.Sum(100, 300) == list.Count(e => e.Day is >= 100 and <= 300)
                && series.Sum(0, 399) == list.Count
                && series.Sum(400, 500) == 0
                && series.Since(372, 399).Count == list.Count(e => e.Day > 371);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_came_in_any_days_is_what_was_added_whatever_the_order()
    {
        var entries = Gen.Choose(0, 499).ListOf();
        Prop.ForAll(entries.ToArbitrary(), list =>
        {
            var counts = new DayCounts();
            foreach (var day in list)
            {
                counts.Add(day);
            }
            return counts.Sum(50, 450) == list.Count(d => d is >= 50 and <= 450) && counts.Sum(0, 499) == list.Count && counts.Sum(9, 8) == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Counts_older_than_they_are_kept_are_forgotten_and_never_counted_twice()
    {
        var counts = new DayCounts();
        counts.Add(10);
        counts.Add(10 + 900);
        counts.Add(10 + 5000);
        counts.Add(11);

        Assert.Equal(1, counts.Sum(4000, 6000));
        Assert.Equal(1, counts.Total);
    }

    [Fact]
    public void One_stray_old_date_begins_no_history()
    {
        var counts = new DayCounts();
        counts.Add(100);
        for (var i = 0; i < 300; i++)
        {
            counts.Add(700 + (i / 10));
        }

        Assert.Equal(700, counts.Start);
    }

    [Fact]
    public void A_customer_counts_once_a_week_and_a_stranger_every_time()
    {
        var series = new CandidateSeries(new CandidateKey(IssuePolarity.Negative, "P", CandidateKind.Term, "x"));
        Member By(int customer, int day) => new(1, day, 0, customer, 0, Counted: true, Repeated: false, GraveMarks.None, 0);

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

        Assert.Equal(Repetition.Seldom, copies.Seen(Long, 10));
        Assert.Equal(Repetition.Copy, copies.Seen(Long + "！", 10));
        Assert.Equal(Repetition.Seldom, copies.Seen(Long, 12));
        Assert.Equal(Repetition.Seldom, copies.Seen("昨日届いた加湿器のタンクがはまらず、何度押しても外れてしまうので返品をお願いしたいです。", 10));
        Assert.Equal(Repetition.Seldom, copies.Seen("ログインできない", 10));
        Assert.Equal(Repetition.Seldom, copies.Seen("ログインできない", 10));
        Assert.Equal(Repetition.Seldom, copies.Seen(Long, 80));
    }

    [Fact]
    public void A_text_that_comes_day_after_day_counts_four_times_in_four_weeks()
    {
        var copies = new NearDuplicates();
        const string Long = "昨日届いた炊飯器のふたが閉まらず、何度押しても戻ってしまうので交換をお願いしたいです。";

        var seen = Enumerable.Range(100, 28).Select(day => copies.Seen(Long, day)).ToList();

        Assert.Equal([Repetition.Seldom, Repetition.Seldom, Repetition.Often, Repetition.Often], seen[..4]);
        Assert.All(seen[4..], repetition => Assert.Equal(Repetition.Copy, repetition));
    }

    [Fact]
    public void What_staff_recorded_in_the_same_words_counts_once_a_day_however_often()
    {
        var copies = new NearDuplicates();
        const string Long = "昨日届いた電気毛布の片側だけが温まらず、つなぎ直しても変わらないとのことで交換をご希望です。";

        var seen = Enumerable.Range(100, 28).Select(day => copies.Seen(Long, day, isRecorded: true)).ToList();

        Assert.All(seen, repetition => Assert.Equal(Repetition.Seldom, repetition));
        Assert.Equal(Repetition.Copy, copies.Seen(Long, 110, isRecorded: true));
    }
}
