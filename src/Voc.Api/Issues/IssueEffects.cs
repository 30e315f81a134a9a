using System.Globalization;
using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>What a fix has done to the reports of an issue.</summary>
/// <param name="FixedOn">Day of the fix.</param>
/// <param name="DaysBefore">Days before it that are compared.</param>
/// <param name="Before">Reports on these days.</param>
/// <param name="DaysAfter">Days after it that are compared, without the first ones.</param>
/// <param name="After">Reports on these days.</param>
/// <param name="Ratio">Rate after over rate before, each for so much other feedback.</param>
/// <param name="Low">Lower bound of the ratio at 95 %.</param>
/// <param name="High">Upper bound of the ratio at 95 %, or null where it has none.</param>
/// <param name="Verdict"><c>tooEarly</c>, <c>verified</c>, <c>regressed</c>, <c>improved</c> or <c>unchanged</c>.</param>
/// <param name="Says">All this in a sentence.</param>
internal sealed record IssueEffect(
    DateOnly FixedOn, int DaysBefore, int Before, int DaysAfter, int After, double Ratio, double Low, double? High, string Verdict, LocalizedText Says);

/// <summary>Reads from the store what tells whether a fix has helped, and says it.</summary>
internal static class IssueEffects
{
    /// <summary>Days after its last rise for which feedback is still given to an issue; what came later is not known to be its own.</summary>
    private const int FollowedDays = 28;

    private const string CountByDay =
        "SELECT f.Day, count(*) FROM issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId WHERE l.IssueId = $issue AND f.Day BETWEEN $from AND $to GROUP BY f.Day";

    private const string CountOthers =
        "SELECT count(*) FROM feedback f WHERE f.Id BETWEEN $first AND $last AND ($product IS NULL OR f.Product = $product) " +
        "AND NOT EXISTS (SELECT 1 FROM issue_feedback l WHERE l.IssueId = $issue AND l.FeedbackId = f.Id)";

    /// <summary>The effect as of the end of yesterday, or null where there is nothing to compare.</summary>
    public static IssueEffect? Of(StoreConnection connection, IssueRow issue, DateOnly today, TimeZoneInfo zone)
    {
        if (issue.Kind != IssueKind.Rise || issue.FixedOn is not { } day || !IssueLifecycle.AfterFix.Contains(issue.State))
        {
            return null;
        }
        var fixedOn = DateOnly.FromDayNumber(day);
        var from = DateOnly.FromDayNumber(Math.Max(Math.Min(issue.Onset, day - 1), day - FixEffect.DaysBefore));
        var to = DateOnly.FromDayNumber(Math.Min(today.DayNumber - 1, issue.LastRise + FollowedDays));
        var start = fixedOn.AddDays(FixEffect.LagDays + 1);
        if (to < start)
        {
            return null;
        }
        var before = Period(connection, issue, from, fixedOn.AddDays(-1), zone);
        var after = Period(connection, issue, start, to, zone);
        var effect = FixEffect.Of(before, after, new NegativeBinomial(issue.Expected / issue.WindowDays, issue.Size), issue.State == IssueState.Verified);
        return effect is null ? null : new IssueEffect(
            fixedOn, before.Daily.Count, before.Reports, after.Daily.Count, after.Reports, effect.Ratio, effect.Low, effect.High, Name(effect.Verdict), Say(effect, before, after));
    }

    public static string Name(FixVerdict verdict) => char.ToLowerInvariant(verdict.ToString()[0]) + verdict.ToString()[1..];

    private static FixPeriod Period(StoreConnection connection, IssueRow issue, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var daily = new int[to.DayNumber - from.DayNumber + 1];
        using (var rows = connection.Query(CountByDay, ("$issue", issue.Id), ("$from", from.DayNumber), ("$to", to.DayNumber)))
        {
            while (rows.Read())
            {
                daily[rows.GetInt32(0) - from.DayNumber] = rows.GetInt32(1);
            }
        }
        var (first, last) = FeedbackId.Range(from, to, zone);
        return new FixPeriod(daily, (int)(long)connection.Scalar(CountOthers, ("$first", first), ("$last", last), ("$product", (object?)issue.Product ?? DBNull.Value), ("$issue", issue.Id))!);
    }

    private static LocalizedText Say(FixEffect effect, FixPeriod before, FixPeriod after)
    {
        var counts = new LocalizedText(
            $"修正前の {before.Daily.Count} 日間に {before.Reports} 件、修正後の {after.Daily.Count} 日間に {after.Reports} 件ありました。",
            $"There {(before.Reports == 1 ? "was" : "were")} {Counted(before.Reports, "report")} in {Counted(before.Daily.Count, "day")} before the fix and {after.Reports} in {Counted(after.Daily.Count, "day")} after it.");
        var (low, high) = (Percent(effect.Low), effect.High is { } bound ? Percent(bound) : null);
        var rate = new LocalizedText(
            $"声全体の量をそろえると、発生率は修正前の {Percent(effect.Ratio)} です（95% の区間は {low}{(high is null ? " 以上" : $"〜{high}")}）。",
            $"For as much feedback, that is {Percent(effect.Ratio)} of the rate before (95% interval {low}{(high is null ? " or more" : $" to {high}")}).");
        var verdict = effect.Verdict switch
        {
            FixVerdict.Verified => new LocalizedText("修正の効果が確かめられました。", "The fix has helped."),
            FixVerdict.Regressed => new LocalizedText("ふだんより多い報告が戻っています。", "Reports are back above what was usual."),
            FixVerdict.Improved => new LocalizedText("確かに減りましたが、まだふだんより多い状態です。", "They are surely fewer, but still more than usual."),
            FixVerdict.Unchanged => new LocalizedText("減ったとはまだ言えません。", "It cannot be said that they are fewer."),
            _ => new LocalizedText("効果を判断するには、まだ日数か件数が足りません。", "It is too early to judge the effect."),
        };
        return new($"{counts.Ja}{rate.Ja}{verdict.Ja}", $"{counts.En} {rate.En} {verdict.En}");
    }

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, share < 0.1 ? 1 : 0)}%");
}
