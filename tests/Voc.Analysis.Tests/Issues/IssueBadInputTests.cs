namespace Voc.Analysis.Tests.Issues;

public sealed class IssueBadInputTests
{
    [Fact]
    public void A_clock_that_goes_backwards_neither_breaks_nor_repeats_anything()
    {
        var said = new Said();
        said.History();
        Burst(said, 60);
        Assert.Single(said.Found);

        foreach (var day in new[] { 45, 60, 20, 60, 61 })
        {
            said.Add(said.Feedback(Said.At(day, 15), ["ログイン"]));
            said.Evaluate(Said.At(day, 15));
        }

        Assert.Single(said.Found);
    }

    [Fact]
    public void Without_any_past_nothing_is_surprising()
    {
        var said = new Said();

        Assert.Empty(said.Evaluate(Said.At(0)));
        Burst(said, 0);

        Assert.Empty(said.Found);
    }

    [Fact]
    public void The_same_instants_are_the_same_days_whatever_zone_they_are_written_in()
    {
        static IReadOnlyList<DateOnly> Onsets(TimeSpan offset)
        {
            var said = new Said();
            said.History();
            for (var i = 0; i < 12; i++)
            {
                said.Add(said.Feedback(Said.At(60, 0.5 + (i * 0.1)).ToOffset(offset), ["ログイン"], text: "ログイン" + i));
            }
            said.Evaluate(Said.At(60, 3).ToOffset(offset));
            return [.. said.Found.Values.Select(f => f.Onset)];
        }

        var tokyo = Onsets(TimeSpan.FromHours(9));

        Assert.Equal([DateOnly.FromDateTime(Said.At(60).DateTime)], tokyo);
        Assert.Equal(tokyo, Onsets(TimeSpan.FromHours(-8)));
    }

    [Fact]
    public void Deleted_feedback_counts_no_more()
    {
        var said = new Said();
        said.History();
        var deleted = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            var feedback = said.Feedback(Said.At(60, 9 + (i * 0.1)), ["ログイン"], text: "ログイン" + i);
            said.Add(feedback);
            deleted.Add(feedback.Id);
        }
        deleted.ForEach(said.Detector.Forget);
        said.Detector.Forget(long.MaxValue);
        said.Evaluate(Said.At(60, 11));
        Assert.Empty(said.Found);

        said.Add(said.Feedback(Said.At(60, 12), ["ログイン"]));
        said.Evaluate(Said.At(60, 12));
        Assert.Empty(said.Found);
    }

    [Fact]
    public void An_issue_forgets_feedback_that_was_deleted()
    {
        var said = new Said();
        said.History();
        Burst(said, 60);
        var (issue, finding) = Assert.Single(said.Found);

        said.Detector.Forget(finding.NewFeedback[0]);

        Assert.DoesNotContain(finding.NewFeedback[0], issue.Members.Keys);
        Assert.Equal(finding.NewFeedback.Count - 1, issue.Members.Count);
    }

    [Fact]
    public void A_large_import_of_ordinary_feedback_is_no_outbreak()
    {
        var said = new Said(seed: 11);
        said.Ordinary(60, 75);
        said.Found.Clear();

        // Everything said in two months before comes at once, many times what came since.
        said.Ordinary(0, 60, perDay: 100, evaluate: false);
        said.Evaluate(Said.At(75, 9));
        said.Ordinary(75, 80);

        Assert.Empty(said.Found);
    }

    [Fact]
    public void A_hundred_thousand_rows_that_come_at_once_stay_within_what_may_be_kept_and_hide_no_later_burst()
    {
        string[] products = [.. Enumerable.Range(0, 40).Select(i => "製品" + i)];
        var said = new Said(seed: 5, maxCandidates: 20_000);
        said.Ordinary(700, 760, products: products);
        said.Found.Clear();

        // Two years up to today, seven times as much a day as was known of.
        said.Ordinary(30, 760, perDay: 137, products: products, evaluate: false);
        said.Evaluate(Said.At(760, 9));
        said.Found.Clear();

        Assert.InRange(said.Detector.Candidates, 10_000, 20_000);
        Assert.InRange(said.Detector.Reports, 10_000, 160_000);
        for (var i = 0; i < 12; i++)
        {
            said.Add(said.Feedback(Said.At(760, 10 + (i * 0.1)), ["ログイン"], products[3], text: "ログイン" + i));
        }
        said.Evaluate(Said.At(760, 12));
        Assert.Contains(said.Found.Values, f => f.Product == products[3] && f.Terms.Contains("ログイン"));
    }

    private static void Burst(Said said, int day)
    {
        for (var i = 0; i < 12; i++)
        {
            said.Add(said.Feedback(Said.At(day, 9 + (i * 0.1)), ["ログイン"], text: "ログイン" + i));
        }
        said.Evaluate(Said.At(day, 12));
    }
}
