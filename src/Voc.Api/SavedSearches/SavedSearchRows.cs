using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.SavedSearches;

/// <summary>A search somebody keeps.</summary>
internal sealed class SavedSearchRow
{
    public long Id { get; set; }

    /// <summary>No other of its owner's.</summary>
    public required string Name { get; set; }

    public string? Note { get; set; }

    /// <summary>The search as the page's address has it, see <see cref="SavedQuery"/>.</summary>
    public required string Query { get; set; }

    /// <summary>User name of who made it.</summary>
    public required string Owner { get; set; }

    /// <summary>Whether everybody who may read sees it; else its owner alone.</summary>
    public bool Shared { get; set; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
    public SearchWatchRow? Watch { get; set; }
    public List<SearchFollowerRow> Followers { get; set; } = [];

    public bool IsVisibleTo(string userName) => Shared || Owner == userName;

    /// <summary>Who is told when it alerts: its owner and, as long as it is shared, who follows it.</summary>
    public IReadOnlyList<string> Audience() => [.. Followers.Where(_ => Shared).Select(f => f.UserName).Append(Owner).Distinct()];
}

/// <summary>Somebody who wants to be told when a shared search alerts.</summary>
internal sealed class SearchFollowerRow
{
    public long SavedSearchId { get; set; }
    public required string UserName { get; set; }
}

/// <summary>When a saved search alerts, and what it has to alert of.</summary>
internal sealed class SearchWatchRow
{
    public long SavedSearchId { get; set; }
    public AlertRule Rule { get; set; }

    /// <summary>The count from which it alerts; null for every match.</summary>
    public int? Threshold { get; set; }

    /// <summary>Hours back from now in which is counted; null for every match.</summary>
    public int? WindowHours { get; set; }

    /// <summary>Least time between two alerts.</summary>
    public int CoolDownMinutes { get; set; }

    /// <summary>Whether the live hub tells; webhooks are told in any case.</summary>
    public bool Hub { get; set; }

    /// <summary>Only what was committed after this event counts.</summary>
    public long After { get; set; }

    public DateTimeOffset? LastAlertAt { get; set; }

    /// <summary>Matches not told of yet.</summary>
    public int Pending { get; set; }

    /// <summary>JSON array of the newest of them.</summary>
    public string PendingIds { get; set; } = "[]";

    /// <summary>Matches said long before they arrived, not told of yet.</summary>
    public int Past { get; set; }

    /// <summary>JSON array of the newest of them.</summary>
    public string PastIds { get; set; } = "[]";

    /// <summary>When the first of them was seen.</summary>
    public DateTimeOffset? PastSince { get; set; }

    /// <summary>When the last of them was seen.</summary>
    public DateTimeOffset? PastLast { get; set; }

    public SavedSearchRow? SavedSearch { get; set; }
    public List<SearchWatchWebhookRow> Webhooks { get; set; } = [];
}

internal enum AlertRule
{
    Match = 0,
    Count = 1,
}

/// <summary>A webhook that is told when a saved search alerts.</summary>
internal sealed class SearchWatchWebhookRow
{
    public long SavedSearchId { get; set; }
    public int WebhookId { get; set; }
    public Webhooks.WebhookRow? Webhook { get; set; }
}

/// <summary>How far events were looked through for alerts; one row.</summary>
internal sealed class WatchProgressRow
{
    public int Id { get; set; } = 1;

    /// <summary>Sequence number of the last event that was looked at.</summary>
    public long Cursor { get; set; }
}

/// <summary>A saved search alerted.</summary>
internal sealed class SearchAlertRow
{
    public long Id { get; set; }
    public long SavedSearchId { get; set; }

    /// <summary>Name of the search at that time.</summary>
    public required string Name { get; set; }

    public DateTimeOffset At { get; set; }
    public AlertReason Reason { get; set; }

    /// <summary>Texts it is about.</summary>
    public int Count { get; set; }

    /// <summary>JSON array of the newest of them, newest first, at most <see cref="MostIds"/>.</summary>
    public required string Ids { get; set; }

    public int? Threshold { get; set; }
    public int? WindowHours { get; set; }
    public required string WhyJa { get; set; }
    public required string WhyEn { get; set; }
    public bool Hub { get; set; }
    public SavedSearchRow? SavedSearch { get; set; }

    public const int MostIds = 20;
}

internal enum AlertReason
{
    /// <summary>New matches.</summary>
    Match = 0,

    /// <summary>The count in the window reached the threshold.</summary>
    Count = 1,

    /// <summary>Matches said long before they arrived.</summary>
    Past = 2,
}

/// <summary>How far somebody has seen alerts.</summary>
internal sealed class AlertReaderRow
{
    public required string UserName { get; set; }

    /// <summary>Identifier of the last alert seen.</summary>
    public long SeenThrough { get; set; }
}

internal sealed class SavedSearchConfiguration :
    IEntityTypeConfiguration<SavedSearchRow>, IEntityTypeConfiguration<SearchFollowerRow>, IEntityTypeConfiguration<SearchWatchRow>,
    IEntityTypeConfiguration<SearchWatchWebhookRow>, IEntityTypeConfiguration<WatchProgressRow>, IEntityTypeConfiguration<SearchAlertRow>, IEntityTypeConfiguration<AlertReaderRow>
{
    public void Configure(EntityTypeBuilder<SavedSearchRow> builder)
    {
        builder.ToTable("saved_search");
        builder.HasIndex(s => new { s.Owner, s.Name }).IsUnique();
        builder.HasMany(s => s.Followers).WithOne().HasForeignKey(f => f.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(s => s.Watch).WithOne(w => w.SavedSearch).HasForeignKey<SearchWatchRow>(w => w.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SearchFollowerRow> builder)
    {
        builder.ToTable("search_follower");
        builder.HasKey(f => new { f.SavedSearchId, f.UserName });
    }

    public void Configure(EntityTypeBuilder<SearchWatchRow> builder)
    {
        builder.ToTable("search_watch");
        builder.HasKey(w => w.SavedSearchId);
        builder.Property(w => w.SavedSearchId).ValueGeneratedNever();
        builder.HasMany(w => w.Webhooks).WithOne().HasForeignKey(l => l.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SearchWatchWebhookRow> builder)
    {
        builder.ToTable("search_watch_webhook");
        builder.HasKey(l => new { l.SavedSearchId, l.WebhookId });
        builder.HasOne(l => l.Webhook).WithMany().HasForeignKey(l => l.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WatchProgressRow> builder)
    {
        builder.ToTable("watch_progress");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SearchAlertRow> builder)
    {
        builder.ToTable("search_alert");
        builder.HasOne(a => a.SavedSearch).WithMany().HasForeignKey(a => a.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AlertReaderRow> builder)
    {
        builder.ToTable("alert_reader");
        builder.HasKey(r => r.UserName);
    }
}
