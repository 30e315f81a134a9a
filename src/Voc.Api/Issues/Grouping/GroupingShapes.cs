using System.ComponentModel;

namespace Voc.Api.Issues.Grouping;

/// <summary>Issues to be made one.</summary>
internal sealed record MergeRequest
{
    [Description("Identifiers of 2 to 50 issues")]
    public IReadOnlyList<long>? Issues { get; init; }

    [Description("The one that stays; without it the oldest")]
    public long? Into { get; init; }
}

/// <summary>Reports of an issue to be made an issue of their own: those with one of the terms, of a product, or those chosen and their like.</summary>
internal sealed record SplitRequest
{
    [Description("Words: reports with one of them are split off")]
    public IReadOnlyList<string>? Terms { get; init; }

    [Description("A product: its reports are split off")]
    public string? Product { get; init; }

    [Description("Identifiers of reports: the words that tell them from the others are learned, and reports with these go with them")]
    public IReadOnlyList<long>? Feedback { get; init; }

    [Description("Title of the new issue; without it one of its words")]
    public string? Title { get; init; }
}

/// <summary>What a split would do.</summary>
/// <param name="Chosen">Reports that would be split off.</param>
/// <param name="Total">Reports of the issue.</param>
/// <param name="Terms">Words by which later feedback would follow.</param>
/// <param name="Product">Product by which later feedback would follow, or null.</param>
/// <param name="Title">Title of the new issue.</param>
internal sealed record SplitPreview(int Chosen, int Total, IReadOnlyList<string> Terms, string? Product, string Title);

/// <summary>A decision in force.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Kind"><c>merge</c> or <c>split</c>.</param>
/// <param name="From">The issue that was merged into another, or that another was split off from.</param>
/// <param name="To">The issue that feedback goes to.</param>
/// <param name="Terms">Words by which later feedback follows; for a merge what the merged issue is about.</param>
/// <param name="Product">Product by which it follows, or null.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Who">By whom; empty where the service split it by itself.</param>
/// <param name="UndoUntil">Until when it can be undone as if it had never been; null where that is over.</param>
internal sealed record IssueRuleInfo(
    long Id, string Kind, NamedIssue From, NamedIssue To, IReadOnlyList<string> Terms, string? Product, DateTimeOffset At, string Who, DateTimeOffset? UndoUntil);

internal sealed record NamedIssue(long Id, string Title, string TitleEn);
