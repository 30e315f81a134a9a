using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.DeadLetters;

/// <summary>Somebody mended, tried again or discarded a dead letter. Holds nothing of what it said, and stays when it is gone.</summary>
internal sealed class DeadLetterChangeRow
{
    public const string Fixed = "fixed";
    public const string Retried = "retried";
    public const string Discarded = "discarded";

    public long Id { get; set; }
    public int SourceId { get; set; }
    public long FeedbackId { get; set; }
    public required string ExternalId { get; set; }

    /// <summary><see cref="Fixed"/>, <see cref="Retried"/> or <see cref="Discarded"/>.</summary>
    public required string Action { get; set; }

    /// <summary>Why it was discarded; else null.</summary>
    public string? Reason { get; set; }

    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class DeadLetterChangeConfiguration : IEntityTypeConfiguration<DeadLetterChangeRow>
{
    public void Configure(EntityTypeBuilder<DeadLetterChangeRow> builder)
    {
        builder.ToTable("dead_letter_change");
        builder.HasIndex(c => new { c.SourceId, c.At });
    }
}
