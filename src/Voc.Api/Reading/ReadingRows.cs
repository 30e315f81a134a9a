using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Reading;

/// <summary>A change of how texts are read. Its version is what texts are stamped with that are read from then on.</summary>
internal sealed class ReadingChangeRow
{
    public int Version { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>User name; empty for the service itself.</summary>
    public required string By { get; set; }

    /// <summary><c>product</c>, <c>dictionary</c>, <c>lexicon</c>, <c>topics</c> or <c>model</c>.</summary>
    public required string Kind { get; set; }

    /// <summary><c>added</c>, <c>changed</c>, <c>deleted</c> or <c>activated</c>.</summary>
    public required string Action { get; set; }

    /// <summary>The word, expression, topic or model; for <c>product</c> a fingerprint of what is shipped.</summary>
    public required string Subject { get; set; }
}

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<ReadingChangeRow>
{
    public void Configure(EntityTypeBuilder<ReadingChangeRow> builder)
    {
        builder.ToTable("reading_change");
        builder.HasKey(c => c.Version);
    }
}
