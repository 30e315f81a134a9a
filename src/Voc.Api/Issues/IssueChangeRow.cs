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

    /// <summary>Why the service itself did it: <c>grew</c>, <c>date</c>, <c>effect</c>, <c>returned</c>, <c>silentAgain</c> or <c>unwatched</c>.</summary>
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
