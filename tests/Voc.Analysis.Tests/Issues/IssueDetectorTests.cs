using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class IssueDetectorTests
{
    private static readonly Opinion CannotLogIn = new("ログイン", "できる", -1, Negated: true, "fact", 0, 7);

    [Fact]
    public void A_burst_of_complaints_becomes_one_issue_with_its_words_its_feedback_and_its_time()
    {
        var said = new Said();
        said.History();

        for (var i = 0; i < 12; i++)
        {
            var text = $"{i}番目の人もログインできない";
            said.Add(said.Feedback(Said.At(60, 9 + (i * 0.1)), ["ログイン", "更新"], text: text, opinions: CannotLogIn with { Start = text.Length - 4, Length = 4 }));
        }
        said.Evaluate(Said.At(60, 11));

        var issue = Assert.Single(said.Found).Value;
        Assert.Equal("P", issue.Product);
        Assert.Equal(IssuePolarity.Negative, issue.Polarity);
        Assert.Contains("ログイン", issue.Terms);
        Assert.Contains("P：「ログイン", issue.Title.Ja, StringComparison.Ordinal);
        Assert.Contains("ログイン", issue.Title.En, StringComparison.Ordinal);
        Assert.Equal(12, issue.NewFeedback.Count);
        Assert.Equal(Said.At(60, 9), issue.FirstSeen);
        Assert.Equal(Said.At(60, 11), issue.DetectedAt);
        Assert.Equal(DateOnly.FromDateTime(Said.At(60).DateTime), issue.Onset);
        Assert.Equal(12, issue.Peak.Count);
        Assert.InRange(issue.Peak.Expected, 0.0001, 1);
        Assert.InRange(issue.Peak.PValue, 0, 1e-6);
        // Four false alarms a year are accepted; so surprising an issue would have been told at far fewer.
        Assert.InRange(issue.Peak.Threshold, issue.Peak.PValue, 0.02);
        Assert.InRange(issue.Peak.Budget, 0, 4);
    }

    [Theory]
    [InlineData(12, 2.0, 1e-4)]
    [InlineData(5, 0.3, 1e-3)]
    public void The_quiet_count_is_the_largest_that_would_not_have_been_told(int count, double expected, double threshold)
    {
        var chance = new NegativeBinomial(expected, 6);
        var peak = new IssuePeak(28, count, expected, 6, chance.Tail(count)) { Threshold = threshold, Budget = 1 };

        var quiet = peak.QuietCount();

        Assert.InRange(quiet!.Value, 1, count - 1);
        Assert.True(chance.Tail(quiet.Value) > threshold);
        Assert.True(chance.Tail(quiet.Value + 1) <= threshold);
        Assert.Null((peak with { Threshold = 0 }).QuietCount());
    }

    [Fact]
    public void A_burst_is_found_by_its_eighth_report_and_later_growth_updates_the_issue()
    {
        var said = new Said();
        said.History();

        var tippedBy = 0;
        for (var i = 1; i <= 30; i++)
        {
            said.Add(said.Feedback(Said.At(60, 9 + (i * 0.01)), ["ログイン"]));
            said.Evaluate(Said.At(60, 9 + (i * 0.01)));
            tippedBy = tippedBy == 0 && said.Found.Count > 0 ? i : tippedBy;
        }

        Assert.InRange(tippedBy, ClusterScan.MinOthers + 1, 8);
        Assert.Equal(30, Assert.Single(said.Found).Value.Peak.Count);
        Assert.Equal(30 - tippedBy + 1, said.Tellings);
    }

    [Fact]
    public void Reports_of_the_days_before_that_come_after_an_issue_was_found_are_its_beginning()
    {
        var said = new Said();
        said.History();
        Burst(said, 60, "ログイン");
        var found = Assert.Single(said.Found).Value;

        for (var i = 0; i < 8; i++)
        {
            said.Add(said.Feedback(Said.At(56 + (i / 2), 9 + i), ["ログイン"]));
        }
        said.Add(said.Feedback(Said.At(60, 13), ["ログイン"]));
        said.Evaluate(Said.At(60, 14));

        var grown = Assert.Single(said.Found).Value;
        Assert.Equal(found.Onset.AddDays(-4), grown.Onset);
        Assert.Equal(found.DetectedAt, grown.DetectedAt);
        Assert.Equal(9, grown.NewFeedback.Count);
    }

    [Fact]
    public void Reports_that_come_weeks_after_an_issue_was_found_do_not_move_its_beginning()
    {
        var said = new Said();
        said.History();
        Burst(said, 60, "ログイン");
        said.Ordinary(61, 63);

        for (var i = 0; i < 8; i++)
        {
            said.Add(said.Feedback(Said.At(56 + (i / 2), 9 + i), ["ログイン"]));
        }
        said.Add(said.Feedback(Said.At(63, 13), ["ログイン"]));
        said.Evaluate(Said.At(63, 14));

        var (issue, _) = Assert.Single(said.Found, f => f.Value.Terms.Contains("ログイン"));
        Assert.Equal(DateOnly.FromDateTime(Said.At(60).DateTime).DayNumber, issue.Onset);
    }

    [Theory]
    [InlineData(4, false, false)]
    [InlineData(4, true, true)]
    [InlineData(5, false, true)]
    public void Reports_of_one_day_may_be_one_person_s_unless_it_is_known_who_sent_them(int reports, bool known, bool isIssue)
    {
        var said = new Said(falseAlarmsPerYear: 100);
        said.History();
        for (var i = 0; i < reports; i++)
        {
            said.Add(said.Feedback(Said.At(60, 9 + i), ["ログイン", "更新", "再起動"], customer: known ? "C-" + i : null));
        }
        said.Evaluate(Said.At(60, 20));

        Assert.Equal(isIssue, said.Found.Values.Any(f => f.Terms.Contains("ログイン")));
    }

    [Fact]
    public void Different_wordings_of_one_cause_are_one_issue()
    {
        var said = new Said();
        said.History();
        string[][] wordings = [["ログイン", "認証"], ["認証", "エラー"], ["ログイン", "画面"], ["パスワード", "認証"], ["パスワード"]];

        for (var i = 0; i < 50; i++)
        {
            said.Add(said.Feedback(Said.At(60 + (i / 10), 9 + (i % 10)), wordings[i % wordings.Length]));
            said.Evaluate(Said.At(60 + (i / 10), 9 + (i % 10)));
        }

        Assert.Equal(50, Assert.Single(said.Found).Key.Members.Count);
    }

    [Fact]
    public void Two_causes_at_different_times_are_two_issues()
    {
        var said = new Said();
        said.History();
        Burst(said, 60, "ログイン");
        said.Ordinary(61, 72);
        Burst(said, 72, "ポイント");

        Assert.Equal(2, said.Found.Values.Count(f => f.Terms.Contains("ログイン") || f.Terms.Contains("ポイント")));
    }

    [Fact]
    public void Rising_praise_is_an_issue_of_its_own_kind_and_never_grave()
    {
        var said = new Said();
        said.History();
        for (var i = 0; i < 12; i++)
        {
            said.Add(said.Feedback(Said.At(60, 9 + (i * 0.1)), ["お粥"], polarity: 1, text: "焦げないお粥" + i));
        }
        said.Evaluate(Said.At(60, 12));

        var issue = Assert.Single(said.Found).Value;
        Assert.Equal(IssuePolarity.Positive, issue.Polarity);
        Assert.InRange(issue.Severity, IssueSeverity.Low, IssueSeverity.Medium);
        Assert.Contains("好評", issue.Title.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Danger_makes_an_issue_graver_than_the_same_count_without()
    {
        var said = new Said();
        said.History();
        Burst(said, 60, "ログイン", product: "P");
        Burst(said, 60, "におい", product: "Q", text: "本体から焦げたにおい");

        Assert.True(said.Found.Values.Single(f => f.Product == "Q").Severity > said.Found.Values.Single(f => f.Product == "P").Severity);
    }

    [Fact]
    public void What_rises_in_several_products_at_once_is_one_issue_across_products()
    {
        var said = new Said();
        said.History();
        string[] products = ["P", "Q", "R"];
        for (var i = 0; i < 9; i++)
        {
            said.Add(said.Feedback(Said.At(60, 9 + (i * 0.1)), ["決済"], products[i % 3]));
        }
        said.Evaluate(Said.At(60, 12));

        Assert.Null(Assert.Single(said.Found).Value.Product);
    }

    [Theory]
    [InlineData("C-1")]
    [InlineData(null)]
    public void One_author_who_posts_the_same_500_times_is_no_issue(string? customer)
    {
        var said = new Said();
        said.History();
        for (var i = 0; i < 500; i++)
        {
            said.Add(said.Feedback(Said.At(60, 9 + (i * 0.001)), ["返金", "拡散"], customer: customer, text: $"【拡散希望】この会社の返金対応は本当にひどいので皆さんも気をつけてくださいね（{i}）"));
        }
        said.Evaluate(Said.At(60, 12));

        Assert.Empty(said.Found);
    }

    [Fact]
    public void What_nobody_knows_who_pastes_day_after_day_is_no_issue()
    {
        var said = new Said(falseAlarmsPerYear: 1_000);
        said.History();
        for (var day = 60; day < 80; day++)
        {
            for (var hour = 9; hour < 20; hour++)
            {
                said.Add(said.Feedback(Said.At(day, hour), ["返金", "拡散"], product: "N", text: "【拡散希望】この会社の返金対応は本当にひどいので皆さんも気をつけてくださいね"));
            }
            said.Evaluate(Said.At(day, 20));
        }

        Assert.DoesNotContain(said.Found.Values, f => f.Terms.Contains("拡散"));
    }

    [Fact]
    public void Two_reports_or_two_customers_are_never_an_issue()
    {
        var said = new Said(falseAlarmsPerYear: 10_000);
        said.Ordinary(0, 60, evaluate: false);
        for (var i = 0; i < 2; i++)
        {
            said.Add(said.Feedback(Said.At(60, 9 + i), ["二件だけ"]));
        }
        for (var i = 0; i < 8; i++)
        {
            said.Add(said.Feedback(Said.At(60 - (7 * (i / 2)), 9 + i), ["二人だけ"], customer: "C-" + (i % 2)));
        }

        Assert.DoesNotContain(said.Evaluate(Said.At(60, 20)), f => f.Terms.Contains("二件だけ") || f.Terms.Contains("二人だけ"));
    }

    [Fact]
    public void Old_feedback_that_comes_late_changes_history_and_alarms_nobody()
    {
        var said = new Said();
        said.Ordinary(0, 100);
        said.Found.Clear();
        for (var i = 0; i < 200; i++)
        {
            said.Add(said.Feedback(Said.At(10 + (i % 40)), ["昔の話"]));
        }
        said.Evaluate(Said.At(100, 9));
        Assert.Empty(said.Found);

        // What was usual in the past is no surprise now: 5 reports a day then, 5 today.
        for (var i = 0; i < 5; i++)
        {
            said.Add(said.Feedback(Said.At(100, 10 + i), ["昔の話"]));
        }
        said.Evaluate(Said.At(100, 20));
        Assert.Empty(said.Found);
    }

    [Fact]
    public void A_new_source_that_doubles_the_volume_is_no_issue()
    {
        var said = new Said(seed: 3);
        string[] products = ["P", "Q", "R"];
        for (var day = 0; day < 80; day++)
        {
            for (var i = 0; i < (day < 70 ? 20 : 60); i++)
            {
                said.Add(said.OrdinaryOne(Said.At(day, 9 + (i * 0.1)), products, i < 20 ? Channel.CallNote : Channel.Survey));
            }
            said.Evaluate(Said.At(day, 23));
        }

        // Four false alarms a year are allowed: one in these eighty days comes by chance, two hardly.
        Assert.InRange(said.Found.Count, 0, 1);
    }

    [Fact]
    public void A_short_history_does_not_explode_into_alarms()
    {
        var said = new Said(seed: 5);
        said.Ordinary(0, 40);

        Assert.InRange(said.Found.Count, 0, 1);
    }

    [Fact]
    public void The_launch_of_a_product_is_not_an_alarm_for_every_word_said_of_it()
    {
        var said = new Said(seed: 6);
        said.Ordinary(0, 60);
        said.Ordinary(60, 90, products: ["P", "Q", "R", "NEW"]);

        Assert.InRange(said.Found.Count, 0, 1);
    }

    [Fact]
    public void An_issue_that_is_known_is_not_found_again_after_a_restart_but_goes_on_growing()
    {
        var said = new Said();
        var all = new List<AnalyzedFeedback>();
        for (var day = 0; day < 60; day++)
        {
            all.AddRange(Enumerable.Range(0, 20).Select(i => said.OrdinaryOne(Said.At(day, i), ["P", "Q"])));
        }
        all.AddRange(Enumerable.Range(0, 12).Select(i => said.Feedback(Said.At(60, 9 + (i * 0.1)), ["ログイン", "更新"])));
        all.ForEach(said.Add);
        said.Evaluate(Said.At(60, 12));
        var (issue, finding) = Assert.Single(said.Found);

        said.Detector = new IssueDetector(Said.Options());
        said.Detector.Restore(new KnownIssue(7, finding.Polarity, finding.Product, finding.Keys, finding.Onset, finding.DetectedAt, finding.LastRise, finding.Peak, finding.NewFeedback));
        all.ForEach(said.Add);
        Assert.Empty(said.Evaluate(Said.At(60, 13)));

        said.Add(said.Feedback(Said.At(60, 14), ["ログイン"]));
        var grown = Assert.Single(said.Evaluate(Said.At(60, 14)));
        Assert.Equal(7, grown.Issue.Id);
        Assert.Equal(finding.DetectedAt, grown.DetectedAt);
        Assert.Single(grown.NewFeedback);
        Assert.Equal(13, grown.Peak.Count);
    }

    [Fact]
    public void Memory_is_bounded_by_the_number_of_candidates()
    {
        var said = new Said(maxCandidates: 2_000);
        said.Ordinary(0, 60, perDay: 60);

        Assert.InRange(said.Detector.Candidates, 1_000, 2_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Streams_in_which_nothing_changes_give_no_more_false_alarms_than_were_asked_for(int seed)
    {
        var said = new Said(seed, falseAlarmsPerYear: 4);
        said.Ordinary(0, 365);

        // At four a year, more than nine in eleven months come less than once in fifty years.
        Assert.InRange(said.Found.Count, 0, 9);
    }

    [Fact]
    public void The_more_false_alarms_are_accepted_the_lower_the_bar()
    {
        double Bar(double perYear)
        {
            var said = new Said(falseAlarmsPerYear: perYear);
            said.Ordinary(0, 60, evaluate: false);
            said.Evaluate(Said.At(59, 23));
            return said.Detector.Threshold;
        }

        Assert.True(Bar(0.25) < Bar(1) && Bar(1) < Bar(4));
    }

    private static void Burst(Said said, int day, string word, string product = "P", string? text = null)
    {
        for (var i = 0; i < 12; i++)
        {
            said.Add(said.Feedback(Said.At(day, 9 + (i * 0.1)), [word], product, text: (text ?? word) + i));
        }
        said.Evaluate(Said.At(day, 12));
    }
}
