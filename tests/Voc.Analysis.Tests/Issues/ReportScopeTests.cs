using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public class ReportScopeTests
{
    private const int FirstDay = 737_000;

    [Theory]
    [InlineData(700)]
    [InlineData(1500)]
    public void A_sample_of_the_past_stands_for_all_of_it_though_reports_grow_old_or_are_deleted(int days)
    {
        var scope = Scope(days, perDay: 4);
        var (from, to) = (FirstDay + days - ReportScan.Guard - Math.Min(days, ReportScope.PastDays), FirstDay + days - ReportScan.Guard);

        scope.Forget(scope.Past[0].Member.Id);

        Assert.InRange(scope.Past.Count, 700, ReportScope.MaxPast - 1);
        Assert.Equal(scope.Volume.Sum(from, to), scope.Standing(from, to) * scope.Past.Count, 0.001);
        Assert.InRange(scope.Past.Count(r => r.Day > (from + to) / 2) / (double)scope.Past.Count, 0.42, 0.58);
    }

    [Fact]
    public void A_past_that_is_kept_whole_stands_for_itself()
    {
        var scope = Scope(days: 1500, perDay: 1);

        Assert.Equal(1, scope.Standing(FirstDay + 1500 - ReportScan.Guard - ReportScope.PastDays, FirstDay + 1500 - ReportScan.Guard));
    }

    private static ReportScope Scope(int days, int perDay)
    {
        var scope = new ReportScope(IssuePolarity.Negative, null, true, _ => false);
        for (var i = 0; i < days * perDay; i++)
        {
            var day = FirstDay + 1 + (i / perDay);
            scope.Add(new Report(new Member(i + 1, day, i, 0, 0, true, false, default, 0), IssuePolarity.Negative, null, []), day);
        }
        return scope;
    }
}
