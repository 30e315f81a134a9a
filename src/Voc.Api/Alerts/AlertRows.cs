using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Webhooks;

namespace Voc.Api.Alerts;

/// <summary>A rule as it is kept: which issues a channel is told of, and when.</summary>
internal sealed class AlertRuleRow
{
    public int Id { get; set; }

    /// <summary>Rules are asked in this order.</summary>
    public int Position { get; set; }

    public required string Name { get; set; }
    public bool Enabled { get; set; } = true;
    public int WebhookId { get; set; }

    /// <summary>JSON of <see cref="AlertConditions"/>.</summary>
    public required string Conditions { get; set; }

    /// <summary>JSON of <see cref="AlertTiming"/>.</summary>
    public required string Timing { get; set; }

    /// <summary>Only changes of issues after this one are told: what was before the rule is not news.</summary>
    public long AfterChange { get; set; }

    /// <summary>When it was made or last switched on.</summary>
    public DateTimeOffset ActiveSince { get; set; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
    public WebhookRow? Webhook { get; set; }
}

/// <summary>The one alert that a channel has of an issue, which goes on rather than being repeated.</summary>
internal sealed class AlertThreadRow
{
    public long Id { get; set; }

    /// <summary>Goes with every message of it.</summary>
    public required string Key { get; set; }

    public int WebhookId { get; set; }
    public long IssueId { get; set; }

    /// <summary>Title of the issue when it was first told of.</summary>
    public required string Title { get; set; }

    /// <summary>Messages so far.</summary>
    public int Revision { get; set; }

    public DateTimeOffset FirstAt { get; set; }
    public DateTimeOffset LastAt { get; set; }
    public IssueRow? Issue { get; set; }
    public WebhookRow? Webhook { get; set; }
}

/// <summary>How an issue was when a rule last told of it, or first met it; growth is measured from there.</summary>
internal sealed class AlertToldRow
{
    public int RuleId { get; set; }
    public long IssueId { get; set; }
    public int Count { get; set; }
    public IssueSeverity Severity { get; set; }

    /// <summary>The due date that was told of, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? DueOn { get; set; }

    public AlertRuleRow? Rule { get; set; }
    public IssueRow? Issue { get; set; }
}

/// <summary>Something to tell that waits for its digest or for the end of quiet hours.</summary>
internal sealed class AlertPendingRow
{
    public long Id { get; set; }
    public int RuleId { get; set; }
    public long IssueId { get; set; }

    /// <summary>One of <see cref="AlertEvents"/>.</summary>
    public required string Event { get; set; }

    public DateTimeOffset At { get; set; }
    public bool Critical { get; set; }

    /// <summary>How the issue was when it was told of before; null where it was not.</summary>
    public int? CountBefore { get; set; }

    public IssueSeverity? SeverityBefore { get; set; }
    public AlertRuleRow? Rule { get; set; }
    public IssueRow? Issue { get; set; }
}

/// <summary>How far issues were looked through; one row.</summary>
internal sealed class AlertProgressRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Sequence number of the last event that was looked at.</summary>
    public long Sequence { get; set; }

    /// <summary>The last change of an issue that was looked at.</summary>
    public long Change { get; set; }
}

internal sealed class AlertConfiguration :
    IEntityTypeConfiguration<AlertRuleRow>, IEntityTypeConfiguration<AlertThreadRow>, IEntityTypeConfiguration<AlertToldRow>,
    IEntityTypeConfiguration<AlertPendingRow>, IEntityTypeConfiguration<AlertProgressRow>
{
    public void Configure(EntityTypeBuilder<AlertRuleRow> builder)
    {
        builder.ToTable("alert_rule");
        builder.HasIndex(r => r.Name).IsUnique();
        builder.HasOne(r => r.Webhook).WithMany().HasForeignKey(r => r.WebhookId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AlertThreadRow> builder)
    {
        builder.ToTable("alert_thread");
        builder.HasIndex(t => new { t.WebhookId, t.IssueId }).IsUnique();
        builder.HasOne(t => t.Issue).WithMany().HasForeignKey(t => t.IssueId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(t => t.Webhook).WithMany().HasForeignKey(t => t.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AlertToldRow> builder)
    {
        builder.ToTable("alert_told");
        builder.HasKey(t => new { t.RuleId, t.IssueId });
        builder.HasOne(t => t.Rule).WithMany().HasForeignKey(t => t.RuleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(t => t.Issue).WithMany().HasForeignKey(t => t.IssueId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AlertPendingRow> builder)
    {
        builder.ToTable("alert_pending");
        builder.HasOne(p => p.Rule).WithMany().HasForeignKey(p => p.RuleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(p => p.Issue).WithMany().HasForeignKey(p => p.IssueId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AlertProgressRow> builder)
    {
        builder.ToTable("alert_progress");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
