using System.Globalization;
using Voc.Api.Issues;

namespace Voc.Api.Alerts;

/// <summary>A rule: which issues a channel is told of, and when.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Enabled">Whether it tells anything.</param>
/// <param name="Channel">Identifier of the channel.</param>
/// <param name="When">What it tells.</param>
/// <param name="Timing">When it does.</param>
/// <param name="Held">What waits for a digest or the end of quiet hours.</param>
/// <param name="NextAt">When the first of it is sent, or null.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Version">Grows with each change.</param>
internal sealed record RuleInfo(
    int Id, string Name, bool Enabled, int Channel, RuleConditions When, RuleTiming Timing, int Held, DateTimeOffset? NextAt, DateTimeOffset ChangedAt, string ChangedBy, int Version)
{
    public static RuleInfo Of(AlertRuleRow row, IReadOnlyList<AlertPendingRow> held, TimeZoneInfo zone)
    {
        var timing = AlertRule.ReadTiming(row);
        return new RuleInfo(
            row.Id, row.Name, row.Enabled, row.WebhookId, RuleConditions.Of(AlertRule.ReadConditions(row)), RuleTiming.Of(timing), held.Count,
            held.Count == 0 ? null : held.Min(h => timing.DueAt(h.At, h.Critical, zone)), row.ChangedAt, row.ChangedBy, row.Version);
    }
}

/// <summary>What a rule shall be. What is left out has its default.</summary>
/// <param name="Name">1 to 100 characters, no other rule's.</param>
/// <param name="Enabled">Whether it tells anything; true where not given. What waits is dropped when it is switched off.</param>
/// <param name="Channel">Identifier of the channel.</param>
/// <param name="When">What it tells; every new, growing and returning issue where not given.</param>
/// <param name="Timing">When it does; at once where not given.</param>
internal sealed record RuleInput(string? Name, bool? Enabled, int? Channel, RuleConditions? When, RuleTiming? Timing);

/// <summary>Which issues, and what of them. What is empty or null is not asked.</summary>
/// <param name="Products">Products of which the issue is about one.</param>
/// <param name="Topics">Identifiers of topics of which it is about one, or about one below.</param>
/// <param name="Severity">The least severity: low, medium, high or critical.</param>
/// <param name="Polarity">negative for complaints, positive for praise.</param>
/// <param name="Events">What is told: new, grew, regressed, verified, woken, due.</param>
internal sealed record RuleConditions(IReadOnlyList<string>? Products, IReadOnlyList<string>? Topics, string? Severity, string? Polarity, IReadOnlyList<string>? Events)
{
    public static RuleConditions Of(AlertConditions conditions) =>
        new(conditions.Products, conditions.Topics, conditions.Severity.Name(), conditions.Polarity?.Name(), conditions.Events);
}

/// <summary>When a rule tells; times are the company's.</summary>
/// <param name="Pace">immediate, hourly, daily or weekly.</param>
/// <param name="Hour">Hour of a daily or weekly digest, 0 to 23; 9 where not given.</param>
/// <param name="Weekday">Day of a weekly digest: mon to sun; mon where not given.</param>
/// <param name="Quiet">Times in which nothing is sent.</param>
/// <param name="CriticalThrough">Whether critical issues are sent in quiet hours all the same.</param>
internal sealed record RuleTiming(string? Pace, int? Hour, string? Weekday, IReadOnlyList<RuleQuiet>? Quiet, bool? CriticalThrough)
{
    public static RuleTiming Of(AlertTiming timing) => new(
        timing.Pace.ToString().ToLowerInvariant(), timing.Hour, RuleDays.Name(timing.Weekday), [.. timing.Quiet.Select(RuleQuiet.Of)], timing.CriticalThrough);
}

/// <summary>A time of some weekdays.</summary>
/// <param name="From">When it begins, such as 22:00.</param>
/// <param name="To">When it ends; on the next day where that is not after the beginning.</param>
/// <param name="Days">Days on which it begins: mon to sun.</param>
internal sealed record RuleQuiet(string? From, string? To, IReadOnlyList<string>? Days)
{
    public static RuleQuiet Of(QuietWindow window) => new(
        window.From.ToString("HH:mm", CultureInfo.InvariantCulture), window.To.ToString("HH:mm", CultureInfo.InvariantCulture), [.. window.Days.Select(RuleDays.Name)]);
}

/// <summary>Names of weekdays as they travel.</summary>
internal static class RuleDays
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static string Name(DayOfWeek day) => Names[(int)day];

    public static DayOfWeek? Read(string? name) => Array.IndexOf(Names, name) is var index and >= 0 ? (DayOfWeek)index : null;
}

/// <summary>The order rules shall have.</summary>
/// <param name="Ids">Identifiers of all rules.</param>
internal sealed record RuleOrder(IReadOnlyList<int>? Ids);

/// <summary>What a rule would have told in the last days.</summary>
/// <param name="Days">The days looked at.</param>
/// <param name="Messages">Messages it would have sent.</param>
/// <param name="Issues">The issues it would have told of, the last first.</param>
internal sealed record RulePreview(int Days, int Messages, IReadOnlyList<PreviewedIssue> Issues);

/// <summary>An issue a rule would have told of.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="TitleEn">Its title in English.</param>
/// <param name="Severity">Its severity today.</param>
/// <param name="Product">Its product, or null.</param>
/// <param name="Told">What would have been told, in order.</param>
internal sealed record PreviewedIssue(long Id, string Title, string TitleEn, string Severity, string? Product, IReadOnlyList<PreviewedEvent> Told);

/// <summary>Something that would have been told.</summary>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
/// <param name="SentAt">When the message would have gone.</param>
internal sealed record PreviewedEvent(string Event, DateTimeOffset At, DateTimeOffset SentAt);
