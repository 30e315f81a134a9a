using System.ComponentModel;
using Voc.Dashboard.Live;

namespace Voc.Api.Replays;

/// <summary>A part of the archive to be replayed in the background.</summary>
internal sealed record NewReplay
{
    [Description("First day whose alarms count, YYYY-MM-DD; up to two years before are learned from")]
    public DateOnly? From { get; init; }

    [Description("Last day that is replayed, YYYY-MM-DD; at most three years after the first")]
    public DateOnly? To { get; init; }

    [Description("The setting to try, in false alarms a year, from 0.1 to 1,000; without it the one in force")]
    public double? FalseAlarmsPerYear { get; init; }

    [Description("Copies with dates dealt at random, from 1 to 10, by which false alarms are estimated; default 3")]
    public int? Copies { get; init; }

    [Description("Whether to try 0.5, 1, 2, 4, 8, 16, 26 and 52 false alarms a year too; default false")]
    public bool? Curve { get; init; }
}

/// <summary>The last replays, and what there is to replay.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Archive">First and last day of the archive, or null where it is empty.</param>
/// <param name="FalseAlarmsPerYear">The setting in force.</param>
internal sealed record ReplayList(IReadOnlyList<ReplayInfo> Items, ArchiveDays? Archive, double FalseAlarmsPerYear);

/// <summary>First and last company day on which anything was said.</summary>
internal sealed record ArchiveDays(DateOnly From, DateOnly To);

/// <summary>How far a running replay is.</summary>
/// <param name="Share">Part of the work that is done, from 0 to 1.</param>
/// <param name="SecondsLeft">How long it will yet take if it goes on as so far; null at first.</param>
/// <param name="FalseAlarmsPerYear">The setting that is tried now.</param>
/// <param name="Copy">The copy with dealt dates that is replayed now, from 1; 0 for the archive as it is.</param>
/// <param name="Day">The day that is replayed now.</param>
/// <param name="Alarms">Alarms in this pass.</param>
internal sealed record ReplayProgressInfo(double Share, int? SecondsLeft, double FalseAlarmsPerYear, int Copy, DateOnly? Day, int Alarms);

/// <summary>A replay.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Owner">Who asked for it.</param>
/// <param name="From">First day whose alarms count.</param>
/// <param name="To">Last day.</param>
/// <param name="FalseAlarmsPerYear">The setting that is tried.</param>
/// <param name="Copies">Copies with dates dealt at random.</param>
/// <param name="Curve">Whether other settings are tried too.</param>
/// <param name="State"><c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Progress">How far it is, while it runs.</param>
/// <param name="Outcome">What the setting does, once that is known.</param>
internal sealed record ReplayInfo(
    int Id, string Owner, DateOnly From, DateOnly To, double FalseAlarmsPerYear, int Copies, bool Curve, string State, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt, string? Error, ReplayProgressInfo? Progress, SettingOutcome? Outcome);

/// <summary>A replay with what it found so far.</summary>
internal sealed record ReplayDetail(ReplayInfo Replay, ReplayResult? Result);

/// <summary>What customers said that raised an alarm.</summary>
internal sealed record ReplayQuotes(IReadOnlyList<FeedbackSummary> Quotes);
