using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Models;

/// <summary>A trained model. Number 0, the one that is shipped, is in no row.</summary>
internal sealed class ModelRow
{
    public int Number { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public required string By { get; set; }

    /// <summary>Texts it learned from, corrections not counted.</summary>
    public int Texts { get; set; }

    /// <summary>Corrections it learned from.</summary>
    public int Corrections { get; set; }

    /// <summary>Texts it was measured on, none of which it learned from.</summary>
    public int HeldOut { get; set; }

    /// <summary>JSON of the scores of the reading it was trained beside.</summary>
    public required string Before { get; set; }

    /// <summary>JSON of the scores with this model.</summary>
    public required string After { get; set; }

    public bool Active { get; set; }
    public required byte[] Data { get; set; }
}

internal sealed class ModelConfiguration : IEntityTypeConfiguration<ModelRow>
{
    public void Configure(EntityTypeBuilder<ModelRow> builder)
    {
        builder.ToTable("reading_model");
        builder.HasKey(m => m.Number);
        builder.Property(m => m.Number).ValueGeneratedNever();
    }
}
