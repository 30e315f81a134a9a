using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Issues.Silences;

/// <summary>How much feedback of a source and product was received in an hour.</summary>
internal sealed class ArrivalRow
{
    public int SourceId { get; set; }

    /// <summary>Name of the product; empty for none.</summary>
    public string Product { get; set; } = "";

    /// <summary>Whole hours since 1970-01-01, UTC.</summary>
    public long Hour { get; set; }

    public int Count { get; set; }
}

/// <summary>How far arrivals were counted, and when nobody could receive any; one row.</summary>
internal sealed class SilenceWatchRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Sequence number of the last event that was counted.</summary>
    public long Cursor { get; set; }

    /// <summary>When the service was last seen at work.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>JSON array of <c>[from, to]</c> in seconds since 1970: when the service was not at work.</summary>
    public string Downtimes { get; set; } = "[]";
}

internal sealed class ArrivalConfiguration : IEntityTypeConfiguration<ArrivalRow>, IEntityTypeConfiguration<SilenceWatchRow>
{
    public void Configure(EntityTypeBuilder<ArrivalRow> builder)
    {
        builder.ToTable("arrival");
        builder.HasKey(a => new { a.SourceId, a.Product, a.Hour });
    }

    public void Configure(EntityTypeBuilder<SilenceWatchRow> builder)
    {
        builder.ToTable("silence_watch");
        builder.Property(w => w.Id).ValueGeneratedNever();
    }
}
