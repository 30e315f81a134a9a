using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Sources.Flow;

/// <summary>What a source brought in within an hour. What is deleted later was received all the same.</summary>
internal sealed class SourceHourRow
{
    public int SourceId { get; set; }

    /// <summary>Hours since 1970, UTC, when it was received.</summary>
    public int Hour { get; set; }

    /// <summary>Taken in as new.</summary>
    public long Accepted { get; set; }

    /// <summary>Known already by its identifier; null where nobody counted.</summary>
    public long? Duplicates { get; set; }

    /// <summary>Refused with a reason, empty ones included; null where nobody counted.</summary>
    public long? Refused { get; set; }

    /// <summary>Refused because there was no text; null where nobody counted.</summary>
    public long? Empty { get; set; }

    /// <summary>Analysed of what was taken in: <see cref="Masked"/> and the languages are shares of this.</summary>
    public long Analysed { get; set; }

    /// <summary>With a label such as [電話番号] in its text.</summary>
    public long Masked { get; set; }

    public long Japanese { get; set; }

    public long English { get; set; }

    /// <summary>In a third language that could be told; what is in none of the three is too short or mixed to tell.</summary>
    public long OtherLanguage { get; set; }

    /// <summary>When the last new one was taken in.</summary>
    public DateTimeOffset? LastAt { get; set; }

    public SourceRow? Source { get; set; }
}

internal sealed class SourceHourConfiguration : IEntityTypeConfiguration<SourceHourRow>
{
    public void Configure(EntityTypeBuilder<SourceHourRow> builder)
    {
        builder.ToTable("source_hour");
        builder.HasKey(h => new { h.SourceId, h.Hour });
        builder.HasOne(h => h.Source).WithMany().HasForeignKey(h => h.SourceId);
    }
}
