using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Sources.Social;

/// <summary>What is known of a collected post besides its feedback. It outlives the feedback, so that a post that was deleted is not taken in again.</summary>
internal sealed class SocialPostRow
{
    public int SourceId { get; set; }
    public required string ExternalId { get; set; }

    /// <summary>What to ask the platform for; encrypted by Data Protection where <see cref="IsEncrypted"/>.</summary>
    public required string Reference { get; set; }

    public bool IsEncrypted { get; set; }

    /// <summary>Tells whether the text is still the same.</summary>
    public required byte[] Digest { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    /// <summary>When it is to be checked next, or null where it is not checked any more.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>How often in a row the platform did not mention it.</summary>
    public int Missing { get; set; }

    /// <summary>Whether it was deleted, at its origin or here.</summary>
    public bool Gone { get; set; }
}

internal sealed class SocialPostConfiguration : IEntityTypeConfiguration<SocialPostRow>
{
    public void Configure(EntityTypeBuilder<SocialPostRow> builder)
    {
        builder.ToTable("social_post");
        builder.HasKey(p => new { p.SourceId, p.ExternalId });
        builder.HasOne<SourceRow>().WithMany().HasForeignKey(p => p.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.SourceId, p.DueAt });
    }
}
