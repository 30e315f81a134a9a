using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Vocabulary;

/// <summary>Words that mean the same to the company.</summary>
internal sealed class SynonymGroupRow
{
    public int Id { get; set; }

    /// <summary>JSON array of two words or more, as somebody wrote them.</summary>
    public required string Words { get; set; }

    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class SynonymConfiguration : IEntityTypeConfiguration<SynonymGroupRow>
{
    public void Configure(EntityTypeBuilder<SynonymGroupRow> builder) => builder.ToTable("synonym_group");
}
