using Voc.Analysis.Issues;

namespace Voc.Dashboard.Live;

/// <summary>An issue as the board shows it.</summary>
public record IssueSummary
{
    /// <summary>Identifier in the store.</summary>
    public required long Id { get; init; }

    /// <summary>Title in Japanese, in the issue's own words.</summary>
    public required string Title { get; init; }

    /// <summary>Title in English around the same words.</summary>
    public required string TitleEn { get; init; }

    /// <summary><c>new</c>, <c>acknowledged</c>, <c>investigating</c>, <c>fixed</c>, <c>verified</c>, <c>regressed</c> or <c>muted</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>rise</c> for more than usual, <c>silence</c> for a source, channel or product of which nothing or far too little comes.</summary>
    public required string Kind { get; init; }

    /// <summary><c>negative</c> for rising complaints, <c>positive</c> for rising praise.</summary>
    public required string Polarity { get; init; }

    /// <summary>Product it is about, or null where it crosses products.</summary>
    public string? Product { get; init; }

    /// <summary>The source, or the value of an attribute such as the region, that its feedback comes from; null where it comes from all.</summary>
    public Slice? Slice { get; init; }

    /// <summary>The words it is about, most telling first.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>When the first of its feedback was said.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When the last of its feedback was said.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When it was found to be surprising.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>Feedback in the window.</summary>
    public required int Count { get; init; }

    /// <summary>Feedback the baseline expects in the window.</summary>
    public required double Expected { get; init; }

    /// <summary>Length of the window in days.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Probability of so many under the baseline, 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Count over expectation.</summary>
    public required double Growth { get; init; }

    /// <summary>Feedback by channel, most first.</summary>
    public required IReadOnlyList<ValueCount> Channels { get; init; }

    /// <summary>Customers behind it; who is not known counts once for each feedback.</summary>
    public required int Customers { get; init; }

    /// <summary>Feedback a day over the last 28 days, oldest first.</summary>
    public required IReadOnlyList<int> Sparkline { get; init; }

    /// <summary>What its past lets expect of each of these days, weekdays and holidays told apart.</summary>
    public required IReadOnlyList<DayBaseline> Baseline { get; init; }

    /// <summary>User name of who looks after it, or null.</summary>
    public string? Assignee { get; init; }

    /// <summary>Company day it should be fixed by, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Issues that became a part of it by hand; they are no longer issues of their own.</summary>
    public IReadOnlyList<long> Merged { get; init; } = [];
}

/// <summary>What the past of an issue lets expect of a day.</summary>
/// <param name="Expected">Feedback a day.</param>
/// <param name="Upper">What is rarely exceeded: one day in forty.</param>
public sealed record DayBaseline(double Expected, int Upper);

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How often.</param>
public sealed record ValueCount(string Value, int Count);
