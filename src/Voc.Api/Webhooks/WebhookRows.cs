using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Webhooks;

/// <summary>Where somebody is told what happened: an address of another system, or people's mailboxes.</summary>
internal sealed class WebhookRow
{
    public int Id { get; set; }
    public required string Name { get; set; }

    /// <summary>Where to, encrypted, see <see cref="WebhookAddresses"/>; for mail <c>mailto:</c> with addresses between commas.</summary>
    public required string Url { get; set; }

    /// <summary>One of <see cref="WebhookKinds.Names"/>.</summary>
    public required string Kind { get; set; }

    /// <summary><c>ja</c> or <c>en</c>: the language of messages that people read.</summary>
    public string Language { get; set; } = "ja";

    /// <summary>What messages are signed with, encrypted by Data Protection.</summary>
    public required string Secret { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>Grows with each change.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
}

/// <summary>A message for a webhook and what became of it so far.</summary>
internal sealed class WebhookDeliveryRow
{
    public long Id { get; set; }

    /// <summary>Goes with every attempt, so that the receiver can tell a repetition.</summary>
    public required string Key { get; set; }

    public int WebhookId { get; set; }

    /// <summary>One of <see cref="WebhookEvents"/>.</summary>
    public required string Event { get; set; }

    /// <summary>What is sent, made when it happened: every attempt sends the same.</summary>
    public required byte[] Body { get; set; }

    /// <summary>Identifiers of the feedback it quotes, a comma before and after each; null where it quotes none.</summary>
    public string? Quoted { get; set; }

    /// <summary>The same without the texts it quotes, for when one of them is deleted before it is sent; null where the message goes with them.</summary>
    public byte[]? Unquoted { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>Attempts made since it was last put into the queue.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset GiveUpAt { get; set; }
    public DateTimeOffset? LastAttemptAt { get; set; }

    /// <summary>HTTP status of the last answer, or null where there was none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>JSON of a <see cref="LocalizedText"/>: why the last attempt failed, or null.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
    public WebhookRow? Webhook { get; set; }
}

internal enum DeliveryState
{
    Waiting = 0,
    Delivered = 1,

    /// <summary>Given up; can be sent again by hand.</summary>
    Failed = 2,
}

/// <summary>Names of what webhooks are told.</summary>
internal static class WebhookEvents
{
    public const string SavedSearchAlert = "saved-search.alert";
    public const string IssueAlert = "issue.alert";
    public const string IssueDigest = "issue.digest";
    public const string Test = "test";
}

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<WebhookRow>, IEntityTypeConfiguration<WebhookDeliveryRow>
{
    public void Configure(EntityTypeBuilder<WebhookRow> builder)
    {
        builder.ToTable("webhook");
        builder.HasIndex(w => w.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WebhookDeliveryRow> builder)
    {
        builder.ToTable("webhook_delivery");
        builder.HasOne(d => d.Webhook).WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => d.Key).IsUnique();
        builder.HasIndex(d => new { d.State, d.DueAt });
        builder.HasIndex(d => d.WebhookId);
    }
}
