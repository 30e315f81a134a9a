using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Issues;

/// <summary>Something that happened to an issue: who, when, from what to what.</summary>
internal sealed class IssueChangeRow
{
    public long Id { get; set; }
    public long IssueId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>User name; empty for the service itself.</summary>
    public required string Who { get; set; }

    /// <summary>One of <see cref="IssueActions"/>.</summary>
    public required string Action { get; set; }

    /// <summary>The value before, or null where there was none.</summary>
    public string? Before { get; set; }

    /// <summary>The value after, or null where there is none.</summary>
    public string? After { get; set; }

    /// <summary>Why the service itself did it: <c>grew</c>, <c>date</c>, <c>effect</c>, <c>returned</c>, <c>silentAgain</c>, <c>unwatched</c>, or <c>causes</c> where two had parted.</summary>
    public string? Reason { get; set; }

    public IssueRow? Issue { get; set; }
}

/// <summary>What can happen to an issue.</summary>
internal static class IssueActions
{
    public const string Detected = "detected";
    public const string State = "state";
    public const string Assignee = "assignee";
    public const string Title = "title";
    public const string TicketUrl = "ticketUrl";
    public const string DueOn = "dueOn";
    public const string FixedOn = "fixedOn";
    public const string Mute = "mute";
    /// <summary>Another issue became a part of it.</summary>
    public const string Merged = "merged";

    /// <summary>It became a part of another issue.</summary>
    public const string MergedInto = "mergedInto";

    /// <summary>It and another issue were parted again.</summary>
    public const string Unmerged = "unmerged";

    /// <summary>Some of its reports became another issue.</summary>
    public const string Split = "split";

    /// <summary>It was made of reports of another issue.</summary>
    public const string SplitFrom = "splitFrom";

    /// <summary>What was split off is a part of it again.</summary>
    public const string Unsplit = "unsplit";

    /// <summary>Later feedback no longer follows the split.</summary>
    public const string RuleEnded = "ruleEnded";

    /// <summary>What the detector found anew became a part of it, as was decided.</summary>
    public const string Followed = "followed";

    public const string Comment = "comment";

    /// <summary>A comment whose text its author took away.</summary>
    public const string CommentDeleted = "commentDeleted";
}

internal sealed class IssueChangeConfiguration : IEntityTypeConfiguration<IssueChangeRow>
{
    public void Configure(EntityTypeBuilder<IssueChangeRow> builder)
    {
        builder.ToTable("issue_change");
        builder.HasOne(c => c.Issue).WithMany().HasForeignKey(c => c.IssueId);
        builder.HasIndex(c => c.IssueId);
    }
}
