using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Masking;

/// <summary>An expression that is no personal data to the company.</summary>
internal sealed class AllowedRow
{
    public int Id { get; set; }
    public required string Text { get; set; }

    /// <summary>The text as <see cref="Voc.Ingest.Masking.AllowList.Canonical"/> makes it; unique.</summary>
    public required string Key { get; set; }

    public string? Note { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A run of masking what is stored anew: what lies beyond <see cref="LastId"/> is still to be done.</summary>
internal sealed class MaskingRunRow
{
    public long Id { get; set; }
    public required string By { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public long LastId { get; set; }
    public long Done { get; set; }
    public long Total { get; set; }

    /// <summary>How many texts were changed.</summary>
    public long Changed { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
    public bool Cancelled { get; set; }
}

/// <summary>A text as it came, encrypted by Data Protection.</summary>
internal sealed class OriginalRow
{
    public long FeedbackId { get; set; }
    public required string Protected { get; set; }
    public FeedbackRow? Feedback { get; set; }
}

/// <summary>Somebody read an original. Stays when the feedback is deleted.</summary>
internal sealed class OriginalAccessRow
{
    public long Id { get; set; }
    public long FeedbackId { get; set; }
    public required string By { get; set; }
    public required string Reason { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class MaskingConfiguration :
    IEntityTypeConfiguration<AllowedRow>, IEntityTypeConfiguration<MaskingRunRow>, IEntityTypeConfiguration<OriginalRow>, IEntityTypeConfiguration<OriginalAccessRow>
{
    public void Configure(EntityTypeBuilder<AllowedRow> builder)
    {
        builder.ToTable("masking_allowed");
        builder.HasIndex(a => a.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MaskingRunRow> builder) => builder.ToTable("masking_run");

    public void Configure(EntityTypeBuilder<OriginalRow> builder)
    {
        builder.ToTable("feedback_original");
        builder.HasKey(o => o.FeedbackId);
        builder.Property(o => o.FeedbackId).ValueGeneratedNever();
        builder.HasOne(o => o.Feedback).WithMany().HasForeignKey(o => o.FeedbackId);
    }

    public void Configure(EntityTypeBuilder<OriginalAccessRow> builder) => builder.ToTable("original_access");
}
