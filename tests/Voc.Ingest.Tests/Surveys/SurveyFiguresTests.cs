using Voc.Ingest.Surveys;
using Voc.Ingest.Surveys.Figures;

namespace Voc.Ingest.Tests.Surveys;

public sealed class SurveyFiguresTests
{
    private static readonly SurveyQuestion Nps = Question("q1", SurveyQuestionKind.Nps);
    private static readonly SurveyQuestion Csat = Question("q2", SurveyQuestionKind.Csat);
    private static readonly SurveyQuestion Ces = Question("q3", SurveyQuestionKind.Ces);
    private static readonly SurveyQuestion Years = Question("q4", SurveyQuestionKind.Choice) with { Options = ["長い", "短い"] };
    private static readonly Survey Survey = new() { Questions = [Nps, Csat, Ces, Years] };

    [Theory]
    [InlineData(50, 20, 100, 30, 14.05, 44.20)]
    [InlineData(5, 0, 5, 100, 17.49, 100)]
    [InlineData(0, 0, 8, 0, -21.82, 21.82)]
    [InlineData(500, 200, 1000, 30, 25.08, 34.74)]
    public void The_net_promoter_score_has_the_interval_of_a_difference_of_shares(long promoters, long detractors, long answers, double score, double low, double high)
    {
        var estimate = NetPromoterScore.Of(promoters, detractors, answers)!;

        Assert.Equal(score, estimate.Value, 6);
        Assert.Equal(low, estimate.Low, 0.01);
        Assert.Equal(high, estimate.High, 0.01);
    }

    /// <summary>Every possible outcome of 20 answers, weighted by how likely it is.</summary>
    [Theory]
    [InlineData(0.5, 0.2)]
    [InlineData(0.8, 0.05)]
    [InlineData(0.1, 0.6)]
    [InlineData(0.34, 0.33)]
    public void The_interval_of_the_net_promoter_score_holds_the_true_one_about_95_times_in_100(double up, double down)
    {
        const int Answers = 20;
        var held = 0.0;
        for (var promoters = 0; promoters <= Answers; promoters++)
        {
            for (var detractors = 0; promoters + detractors <= Answers; detractors++)
            {
                var estimate = NetPromoterScore.Of(promoters, detractors, Answers)!;
                if (estimate.Low <= (up - down) * 100 && (up - down) * 100 <= estimate.High)
                {
                    held += Likelihood(Answers, promoters, detractors, up, down);
                }
            }
        }

        Assert.InRange(held, 0.93, 0.99);
    }

    [Theory]
    [InlineData(8, 10, 0.8, 0.490, 0.943)] // Wilson's interval of 8 in 10, as in textbooks.
    [InlineData(0, 10, 0, 0, 0.278)]
    [InlineData(10, 10, 1, 0.722, 1)]
    public void A_share_has_Wilsons_interval(long hits, long answers, double share, double low, double high)
    {
        var estimate = WilsonInterval.Of(hits, answers)!;

        Assert.Equal(share, estimate.Value, 6);
        Assert.Equal(low, estimate.Low, 0.0006);
        Assert.Equal(high, estimate.High, 0.0006);
    }

    [Fact]
    public void Without_answers_there_is_no_figure()
    {
        Assert.Null(NetPromoterScore.Of(0, 0, 0));
        Assert.Null(WilsonInterval.Of(0, 0));
        Assert.Null(new ScoreTally(Csat).Mean);
    }

    [Fact]
    public void Each_kind_counts_its_own_answers_as_good()
    {
        var figures = new SurveyFigures(Survey, TimeZoneInfo.Utc);
        foreach (var (nps, csat, ces) in new[] { (9, 4, 5), (10, 5, 7), (8, 3, 4), (6, 1, 1) })
        {
            figures.Add(Answer(new() { ["q1"] = nps, ["q2"] = csat, ["q3"] = ces }));
        }

        var tallies = figures.Questions().Take(3).Select(question => question.Overall!).ToList();
        Assert.Equal([25.0, 0.5, 0.5], tallies.Select(tally => tally.Estimate!.Value));
        Assert.Equal([8.25, 3.25, 4.25], tallies.Select(tally => tally.Mean!.Value));
    }

    [Fact]
    public void Answers_fall_into_months_of_the_company_and_into_what_was_chosen()
    {
        var figures = new SurveyFigures(Survey, IngestContext.DefaultTimeZone);
        figures.Add(Answer(new() { ["q1"] = 10 }, "長い", "法人", new(2026, 10, 31, 14, 59, 0, TimeSpan.Zero)));
        figures.Add(Answer(new() { ["q1"] = 0 }, "短い", null, new(2026, 10, 31, 15, 0, 0, TimeSpan.Zero)));
        figures.Add(Answer(new() { ["q1"] = 5 }, "なくなった選択肢", "個人", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)));

        var questions = figures.Questions();

        Assert.Equal(["2026-10:1", "2026-11:2"], questions[0].Months.Select(month => $"{month.Name}:{month.Tally.Answers}"));
        Assert.Equal(["q4", null], questions[0].Segments.Select(segments => segments.By));
        Assert.Equal(["長い", "短い", "なくなった選択肢"], questions[0].Segments[0].Groups.Select(group => group.Name));
        Assert.Equal(["個人", "法人"], questions[0].Segments[1].Groups.Select(group => group.Name).Order(StringComparer.Ordinal));
        Assert.Equal([("長い", 1L), ("短い", 1L), ("なくなった選択肢", 1L)], questions[3].Options);
    }

    [Fact]
    public void A_number_outside_its_scale_counts_nowhere()
    {
        var tally = new ScoreTally(Csat);
        tally.Add(0);
        tally.Add(9);
        tally.Add(5);

        Assert.Equal(1, tally.Answers);
    }

    private static StoredAnswer Answer(Dictionary<string, int> scores, string? years = null, string? segment = null, DateTimeOffset at = default) =>
        new(at, segment, scores, years is null ? new Dictionary<string, string>() : new() { ["q4"] = years });

    private static SurveyQuestion Question(string name, SurveyQuestionKind kind) => new() { Name = name, Kind = kind, Label = new(name, name) };

    private static double Likelihood(int answers, int promoters, int detractors, double up, double down)
    {
        var passives = answers - promoters - detractors;
        return Math.Exp(Log(answers) - Log(promoters) - Log(detractors) - Log(passives)) * Math.Pow(up, promoters) * Math.Pow(down, detractors) * Math.Pow(1 - up - down, passives);

        static double Log(int number) => Enumerable.Range(1, number).Sum(n => Math.Log(n));
    }
}
