using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

internal enum IssueRuleKind
{
    /// <summary>What the first issue is about belongs to the second.</summary>
    Merge = 0,

    /// <summary>Some of what the first issue is about is the second.</summary>
    Split = 1,
}

/// <summary>What people decided about two issues, so that what comes later follows it. In force until it is ended.</summary>
internal sealed class IssueRuleRow
{
    /// <summary>How long a decision can be undone as if it had never been.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(1);

    public long Id { get; set; }
    public IssueRuleKind Kind { get; set; }

    /// <summary>The issue that was merged into another, or that another was split off from.</summary>
    public long FromId { get; set; }

    /// <summary>The issue that feedback goes to.</summary>
    public long ToId { get; set; }

    /// <summary>The <see cref="SplitMatch"/> of a split as JSON; empty for a merge, which goes by what the merged issue is about.</summary>
    public string Match { get; set; } = "";

    public DateTimeOffset At { get; set; }
    public required string Who { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }

    public SplitMatch ReadMatch() => Match.Length == 0 ? SplitMatch.Nothing : JsonSerializer.Deserialize<SplitMatch>(Match, Server.Json)!;
}

internal sealed class IssueRuleConfiguration : IEntityTypeConfiguration<IssueRuleRow>
{
    public void Configure(EntityTypeBuilder<IssueRuleRow> builder) => builder.ToTable("issue_rule");
}

/// <summary>The decisions in force, and the titles of what they are about.</summary>
internal static class IssueRuleRows
{
    public static IQueryable<IssueRuleRow> InForce(this VocDbContext context) => context.Set<IssueRuleRow>().Where(r => r.EndedAt == null).OrderBy(r => r.Id);

    /// <summary>An issue whether or not it was merged into another.</summary>
    public static IssueRow? AnyIssue(this VocDbContext context, long id) => context.Set<IssueRow>().IgnoreQueryFilters().SingleOrDefault(i => i.Id == id);

    /// <summary>The issues that were merged into each of these, directly.</summary>
    public static ILookup<long, long> MergedBy(this VocDbContext context, IReadOnlyCollection<long> ids) => context.Set<IssueRow>().IgnoreQueryFilters()
        .Where(i => i.MergedInto != null && ids.Contains(i.MergedInto.Value)).Select(i => new { i.Id, Into = i.MergedInto!.Value }).ToLookup(i => i.Into, i => i.Id);

    /// <summary>An issue and all that were merged into it, by however many steps.</summary>
    public static IReadOnlyList<long> WithMerged(this VocDbContext context, long id)
    {
        var all = new List<long> { id };
        for (var last = all; last.Count > 0;)
        {
            last = [.. context.MergedBy(last).SelectMany(ids => ids).Except(all)];
            all.AddRange(last);
        }
        return all;
    }

    /// <summary>An issue as history names it.</summary>
    public static string Named(this IssueRow issue) => $"#{issue.Id} {issue.Title}";
}
