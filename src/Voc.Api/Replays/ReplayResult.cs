using Voc.Analysis.Issues;

namespace Voc.Api.Replays;

/// <summary>What a replay found.</summary>
internal sealed record ReplayResult
{
    /// <summary>Pieces of feedback in the period.</summary>
    public required int Feedback { get; init; }

    /// <summary>First company day that was learned from.</summary>
    public required DateOnly LearnedFrom { get; init; }

    /// <summary>The setting that was tried, and with a curve the others, in ascending order.</summary>
    public required IReadOnlyList<SettingOutcome> Settings { get; init; }

    /// <summary>The alarms of the period at the setting that was tried, in the order of time.</summary>
    public required IReadOnlyList<RaisedAlarm> Alarms { get; init; }

    /// <summary>The issues of the period that people took for real, in the order they were found then.</summary>
    public required IReadOnlyList<RealIssue> Real { get; init; }
}

/// <summary>What a setting does.</summary>
/// <param name="FalseAlarmsPerYear">The setting: false alarms to accept in a year.</param>
/// <param name="Alarms">Alarms in the period.</param>
/// <param name="Real">Issues of the period that people took for real.</param>
/// <param name="Found">How many of them it finds.</param>
/// <param name="MedianDays">Median of how many days later than then it finds them; less than 0 is earlier; null where it finds none.</param>
/// <param name="Muted">Alarms that people muted.</param>
/// <param name="NotJudged">Alarms of issues that nobody has judged.</param>
/// <param name="Unseen">Alarms that match no issue.</param>
/// <param name="FalseAlarms">Estimate from copies with dealt dates; null until there is one.</param>
internal sealed record SettingOutcome(
    double FalseAlarmsPerYear, int Alarms, int Real, int Found, double? MedianDays, int Muted, int NotJudged, int Unseen, FalseAlarmEstimate? FalseAlarms);

/// <summary>False alarms a year, from copies of the feedback whose dates were dealt at random, so that every alarm is a false one.</summary>
/// <param name="Counts">Alarms in each copy.</param>
/// <param name="Years">Years that all copies together cover.</param>
/// <param name="PerYear">False alarms a year.</param>
/// <param name="Low">Lower end of the exact 95 % Poisson interval.</param>
/// <param name="High">Its upper end.</param>
internal sealed record FalseAlarmEstimate(IReadOnlyList<int> Counts, double Years, double PerYear, double Low, double High);

/// <summary>An alarm of a replay.</summary>
internal sealed record RaisedAlarm
{
    /// <summary>Its number in the replay.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset DetectedAt { get; init; }
    public required string Title { get; init; }
    public required string TitleEn { get; init; }
    public string? Product { get; init; }

    /// <summary>The source or the value of an attribute it is limited to, or null.</summary>
    public Slice? Slice { get; init; }

    /// <summary><c>negative</c> or <c>positive</c>.</summary>
    public required string Polarity { get; init; }
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Reports in the window when it was raised.</summary>
    public required int Count { get; init; }

    /// <summary>Reports that its past lets expect in the window.</summary>
    public required double Expected { get; init; }
    public required int WindowDays { get; init; }
    public required double PValue { get; init; }

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The first of the feedback it was raised by.</summary>
    public required IReadOnlyList<long> FeedbackIds { get; init; }

    /// <summary>All feedback it gathered until the end of the period.</summary>
    public required int Reports { get; init; }

    /// <summary>The issue it matches, or null.</summary>
    public MatchedIssue? Issue { get; init; }
}

/// <summary>An issue that an alarm of a replay matches.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title in Japanese.</param>
/// <param name="TitleEn">Its title in English.</param>
/// <param name="State">Its state.</param>
/// <param name="Judgement"><c>real</c>, <c>muted</c> or <c>open</c> where nobody has judged it.</param>
/// <param name="Days">Days from when it was found then to the alarm; less than 0 is earlier.</param>
/// <param name="Shared">Reports they share.</param>
internal sealed record MatchedIssue(long Id, string Title, string TitleEn, string State, string Judgement, int Days, int Shared);

/// <summary>An issue that people took for real, and when the replay finds it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title in Japanese.</param>
/// <param name="TitleEn">Its title in English.</param>
/// <param name="Product">Its product, or null.</param>
/// <param name="State">Its state.</param>
/// <param name="DetectedAt">When it was found then.</param>
/// <param name="FoundAt">When the replay finds it, or null where it does not.</param>
/// <param name="Days">Days from then to the replay's alarm; less than 0 is earlier; null where it does not find it.</param>
internal sealed record RealIssue(long Id, string Title, string TitleEn, string? Product, string State, DateTimeOffset DetectedAt, DateTimeOffset? FoundAt, int? Days);
