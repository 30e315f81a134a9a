using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Sources.Bridges;

/// <summary>A token of Mailgun that was used, and for which mail.</summary>
internal sealed class MailTokenRow
{
    public int SourceId { get; set; }
    public required string Token { get; set; }
    public required string ExternalId { get; set; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset SeenAt { get; set; }

    public SourceRow? Source { get; set; }
}

internal sealed class MailTokenConfiguration : IEntityTypeConfiguration<MailTokenRow>
{
    public void Configure(EntityTypeBuilder<MailTokenRow> builder)
    {
        builder.ToTable("mail_token");
        builder.HasKey(t => new { t.SourceId, t.Token });
        builder.HasIndex(t => t.SeenAt);
        builder.HasOne(t => t.Source).WithMany().HasForeignKey(t => t.SourceId);
    }
}
