using System.Globalization;
using Voc.Analysis.Issues;
using Voc.Analysis.Issues.Calendar;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Issues;

/// <summary>Says and shows why an issue is one.</summary>
internal static class IssueExplanation
{
    private const int MinDays = 56;
    private const int MaxDays = 180;
    private const double RarelyExceeded = 0.025;

    public static LocalizedText Why(IssueRow issue, TimeZoneInfo zone)
    {
        var onset = DateOnly.FromDayNumber(issue.Onset);
        var found = CompanyDay.Of(issue.DetectedAt, zone);
        var growth = issue.Growth;
        var (ja, en) = Chance(issue.PValue);
        var what = issue.Polarity == IssuePolarity.Positive ? ("好評の声", "praise") : ("声", "feedback");
        var (quietJa, quietEn) = Quiet(issue);
        return new(
            string.Create(CultureInfo.InvariantCulture,
                $"{onset:M月d日}ごろから増え始め、{found:M月d日}に検知しました。{DaysJa(issue.WindowDays)}の{what.Item1}は {issue.Count} 件で、過去の実績から予想される {Number(issue.Expected)} 件の {Number(growth)} 倍です。偶然にこれほど増える確率は{ja}です。{quietJa}"),
            string.Create(CultureInfo.InvariantCulture,
                $"It began to rise around {onset:MMMM d} and was detected on {found:MMMM d}. {issue.Count} pieces of {what.Item2} {DaysEn(issue.WindowDays)} are {Number(growth)} times the {Number(issue.Expected)} that its past lets expect. The chance of so many by accident is {en}.{quietEn}"));
    }

    /// <summary>What would have kept it quiet: fewer reports, or a smaller budget of false alarms.</summary>
    private static (string Ja, string En) Quiet(IssueRow issue)
    {
        if (issue.Peak.QuietCount() is not { } count)
        {
            return ("", "");
        }
        var budget = Budget(issue.Budget);
        return (
            $"同じ期間に {count} 件までなら、または誤報を年に {budget} 回まで減らす設定なら、お知らせしませんでした。",
            $" Up to {count} in the same time, or a setting of {budget} false alarms a year, would have kept it quiet.");
    }

    /// <summary>A budget just below, to two digits.</summary>
    private static string Budget(double perYear)
    {
        var digit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(perYear, 1e-6))) - 1);
        return perYear < 0.001 ? "0.001" : (Math.Floor(perYear / digit) * digit).ToString("0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>Days from before the rise until today; long-lived issues show their latest days.</summary>
    public static IReadOnlyList<IssuePoint> Series(IssueRow issue, IReadOnlyList<FeedbackRow> feedback, DateOnly today, DayFactors factors, TimeZoneInfo zone)
    {
        var first = Math.Max(today.DayNumber - MaxDays + 1, Math.Min(issue.Onset - 28, today.DayNumber - MinDays + 1));
        var counts = feedback.GroupBy(f => f.Day).ToDictionary(g => g.Key, g => g.Count());
        var baseline = Baseline(issue, first, today.DayNumber - first + 1, factors, zone);
        return [.. baseline.Select((day, i) => new IssuePoint(DateOnly.FromDayNumber(first + i), counts.GetValueOrDefault(first + i), day.Expected, day.Upper))];
    }

    /// <summary>
    /// What the issue's past lets expect of each day. What it lets expect of a usual day follows from the days of the window it was most
    /// surprising in, which ended on the day it was detected or soon after.
    /// </summary>
    public static IReadOnlyList<DayBaseline> Baseline(IssueRow issue, int first, int days, DayFactors factors, TimeZoneInfo zone)
    {
        var found = CompanyDay.Of(issue.DetectedAt, zone).DayNumber;
        var usual = issue.Expected / Math.Max(0.1, factors.Sum(found - issue.WindowDays + 1, found));
        var byKind = new DayBaseline?[DayKinds.Count];
        return [.. Enumerable.Range(first, days).Select(day =>
        {
            var date = DateOnly.FromDayNumber(day);
            return byKind[(int)factors.Kind(date)] ??= Day(usual * factors.Factor(date), issue.Size);
        })];
    }

    private static DayBaseline Day(double expected, double size) => new(Math.Round(expected, 3), new NegativeBinomial(expected, size).UpperBound(RarelyExceeded));

    private static string DaysJa(int days) => days == 1 ? "1 日" : $"{days} 日間";

    private static string DaysEn(int days) => days == 1 ? "in one day" : $"in {days} days";

    private static string Number(double value) => value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) is var text && text == "0" ? "0.1" : value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    /// <summary>A probability in words.</summary>
    public static (string Ja, string En) Chance(double p) => p switch
    {
        < 1e-9 => ("10 億分の 1 未満", "less than one in a billion"),
        < 1e-6 => ("100 万分の 1 未満", "less than one in a million"),
        < 1e-4 => ("1 万分の 1 未満", "less than one in ten thousand"),
        _ => ($"約 {Math.Max(1, Math.Round(1 / p)):0} 分の 1", $"about one in {Math.Max(1, Math.Round(1 / p)):0}"),
    };
}
