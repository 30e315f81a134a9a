using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Imports;

/// <summary>Feedback that an import took in with one commit.</summary>
internal sealed class ImportBatchRow
{
    public long Id { get; set; }
    public int ImportId { get; set; }

    /// <summary>Identifiers, eight bytes each, little endian.</summary>
    public required byte[] FeedbackIds { get; set; }

    public ImportRow? Import { get; set; }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatchRow>
{
    public void Configure(EntityTypeBuilder<ImportBatchRow> builder)
    {
        builder.ToTable("import_batch");
        builder.HasOne(b => b.Import).WithMany().HasForeignKey(b => b.ImportId);
    }
}
