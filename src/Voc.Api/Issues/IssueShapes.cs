using Voc.Analysis.Issues;
using Voc.Dashboard.Live;

namespace Voc.Api.Issues;

internal sealed record IssueList(IReadOnlyList<IssueSummary> Items, long Sequence);

/// <summary>A day of an issue: its feedback, what its past lets expect, and what is rarely exceeded (one day in forty).</summary>
internal sealed record IssuePoint(DateOnly Date, int Count, double Expected, int Upper);

/// <summary>Something that happened to an issue. Nobody did what the service itself did.</summary>
internal sealed record IssueHistoryEntry(DateTimeOffset At, string Who, string Action, string? Detail);

/// <summary>An issue with all that explains it.</summary>
internal sealed record IssueDetail : IssueSummary
{
    public required LocalizedText Why { get; init; }
    public required IReadOnlyList<IssuePoint> Series { get; init; }
    public required IReadOnlyList<FeedbackSummary> Quotes { get; init; }
    public required IReadOnlyList<ValueCount> Regions { get; init; }
    public required IReadOnlyList<ValueCount> Segments { get; init; }

    /// <summary>Customers behind it; who is not known counts once for each feedback.</summary>
    public required int Customers { get; init; }

    public required IReadOnlyList<IssueHistoryEntry> History { get; init; }
    public required IReadOnlyList<long> FeedbackIds { get; init; }
}

/// <summary>What to change of an issue; what is null stays.</summary>
/// <param name="State">The new state.</param>
/// <param name="Assignee">User name of who looks after it; empty for nobody.</param>
/// <param name="Comment">A comment for the history.</param>
/// <param name="Title">A new title, in either language.</param>
internal sealed record IssueChange(string? State, string? Assignee, string? Comment, string? Title);

/// <summary>Names as they travel.</summary>
internal static class IssueNames
{
    public static string Name(this IssueState state) => state.ToString().ToLowerInvariant();

    public static string Name(this IssuePolarity polarity) => polarity.ToString().ToLowerInvariant();

    public static string Name(this IssueSeverity severity) => severity.ToString().ToLowerInvariant();

    public static bool TryState(string name, out IssueState state) =>
        Enum.TryParse(name, ignoreCase: true, out state) && Enum.IsDefined(state) && !char.IsDigit(name[0]);
}
