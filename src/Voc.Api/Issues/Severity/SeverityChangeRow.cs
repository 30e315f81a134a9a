using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Issues.Severity;

/// <summary>How severity was to be reckoned from then on; the newest is in use.</summary>
internal sealed class SeverityChangeRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>User name.</summary>
    public required string Who { get; set; }

    /// <summary>JSON of the whole settings.</summary>
    public required string Settings { get; set; }
}

internal sealed class SeverityChangeConfiguration : IEntityTypeConfiguration<SeverityChangeRow>
{
    public void Configure(EntityTypeBuilder<SeverityChangeRow> builder) => builder.ToTable("severity_change");
}
