using Voc.Analysis.Issues;
using Voc.Api.Issues.Severity;
using Voc.Dashboard.Live;

namespace Voc.Api.Issues;

/// <summary>A page of issues.</summary>
/// <param name="Items">The issues of the page, in the order asked for.</param>
/// <param name="Sequence">Events up to this one are in it.</param>
/// <param name="Total">Issues that all filters let pass.</param>
/// <param name="States">How many the other filters let pass, by state; what there is none of is left out.</param>
/// <param name="Products">Products that there are issues of, whatever the filters.</param>
/// <param name="Slices">Sources and values of attributes that there are issues of, whatever the filters.</param>
/// <param name="Assignees">User names of those who look after issues, whatever the filters.</param>
internal sealed record IssueList(
    IReadOnlyList<IssueSummary> Items, long Sequence, int Total, IReadOnlyList<ValueCount> States, IReadOnlyList<string> Products,
    IReadOnlyList<Slice> Slices, IReadOnlyList<string> Assignees);

/// <summary>Identifiers of all issues that the filters let pass, in the order asked for.</summary>
internal sealed record IssueOrder(IReadOnlyList<long> Ids);

/// <summary>A quote of an issue.</summary>
internal sealed record IssueQuote : FeedbackSummary
{
    public IssueQuote(FeedbackSummary summary)
        : base(summary)
    {
    }

    /// <summary>How many of the reports looked at say about the same as this one, itself included.</summary>
    public required int Alike { get; init; }
}

/// <summary>A day of an issue: its feedback, what its past lets expect, and what is rarely exceeded (one day in forty).</summary>
internal sealed record IssuePoint(DateOnly Date, int Count, double Expected, int Upper);

/// <summary>Something that happened to an issue. Nobody did what the service itself did; that has a reason.</summary>
/// <param name="Id">Identifier, by which a comment is deleted.</param>
/// <param name="At">When.</param>
/// <param name="Who">User name, or empty for the service itself.</param>
/// <param name="Action">What was changed: <c>detected</c>, <c>state</c>, <c>assignee</c>, <c>title</c>, <c>ticketUrl</c>, <c>dueOn</c>, <c>fixedOn</c>, <c>mute</c>, <c>comment</c>, <c>commentDeleted</c>, <c>merged</c>, <c>mergedInto</c>, <c>unmerged</c>, <c>split</c>, <c>splitFrom</c>, <c>unsplit</c>, <c>ruleEnded</c> or <c>followed</c>.</param>
/// <param name="From">The value before.</param>
/// <param name="To">The value after; null for a comment that was deleted.</param>
/// <param name="Reason">Why the service did it: <c>grew</c>, <c>date</c>, <c>effect</c>, <c>rule</c>, <c>returned</c>, <c>silentAgain</c>, <c>unwatched</c> or <c>causes</c>.</param>
internal sealed record IssueHistoryEntry(long Id, DateTimeOffset At, string Who, string Action, string? From, string? To, string? Reason);

/// <summary>What brings a muted issue back.</summary>
/// <param name="Until">The day on which it comes back.</param>
/// <param name="GrowthPercent">By how much its reports of seven days have to grow.</param>
/// <param name="Reports">Its reports of the seven days before it was muted.</param>
internal sealed record IssueMute(DateOnly? Until, int? GrowthPercent, int? Reports);

/// <summary>An issue with all that explains it.</summary>
internal sealed record IssueDetail : IssueSummary
{
    public required LocalizedText Why { get; init; }
    public required IReadOnlyList<IssuePoint> Series { get; init; }

    /// <summary>Feedback that stands for the others and does not repeat itself.</summary>
    public required IReadOnlyList<IssueQuote> Quotes { get; init; }

    /// <summary>The earliest of its feedback; null where all was deleted.</summary>
    public FeedbackSummary? First { get; init; }
    public required IReadOnlyList<ValueCount> Regions { get; init; }
    public required IReadOnlyList<ValueCount> Segments { get; init; }

    /// <summary>What its severity consists of; empty for praise and for what fell silent, which are judged otherwise.</summary>
    public required IReadOnlyList<SeverityPart> SeverityParts { get; init; }

    /// <summary>Points of its severity, 0 to 100, or null where it has no parts.</summary>
    public double? SeverityScore { get; init; }

    /// <summary>Address of a ticket elsewhere, http or https.</summary>
    public string? TicketUrl { get; init; }

    /// <summary>Day of the last fix.</summary>
    public DateOnly? FixedOn { get; init; }

    public IssueMute? Mute { get; init; }

    /// <summary>What the fix has done, once there is something to compare.</summary>
    public IssueEffect? Effect { get; init; }

    public required IReadOnlyList<IssueHistoryEntry> History { get; init; }
    public required IReadOnlyList<long> FeedbackIds { get; init; }
}

/// <summary>What to change of an issue; what is null stays.</summary>
internal sealed record IssueChange
{
    /// <summary>The new state.</summary>
    public string? State { get; init; }

    /// <summary>User name of who looks after it; empty for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>A comment for the history.</summary>
    public string? Comment { get; init; }

    /// <summary>A new title, for both languages.</summary>
    public string? Title { get; init; }

    /// <summary>Address of a ticket elsewhere, http or https; empty for none.</summary>
    public string? TicketUrl { get; init; }

    /// <summary>Day it should be fixed by, such as <c>2026-04-30</c>; empty for none.</summary>
    public string? DueOn { get; init; }

    /// <summary>Day of the fix, today where an issue is fixed without it.</summary>
    public string? FixedOn { get; init; }

    /// <summary>What brings it back once it is muted; without it, only people do.</summary>
    public MuteChange? Mute { get; init; }
}

/// <summary>What brings a muted issue back, whichever comes first.</summary>
internal sealed record MuteChange
{
    /// <summary>The day on which it comes back, such as <c>2026-04-30</c>.</summary>
    public string? Until { get; init; }

    /// <summary>By how many percent its reports of seven days have to grow, 1 to 10,000.</summary>
    public int? GrowthPercent { get; init; }
}

/// <summary>Names as they travel.</summary>
internal static class IssueNames
{
    public static string Name(this IssueState state) => state.ToString().ToLowerInvariant();

    public static string Name(this IssueKind kind) => kind.ToString().ToLowerInvariant();

    public static string Name(this IssuePolarity polarity) => polarity.ToString().ToLowerInvariant();

    public static string Name(this IssueSeverity severity) => severity.ToString().ToLowerInvariant();

    public static bool TryState(string name, out IssueState state) =>
        Enum.TryParse(name, ignoreCase: true, out state) && Enum.IsDefined(state) && !char.IsDigit(name[0]);
}
