using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Exports;

internal enum ExportState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>An export that runs in the background. Its file is in the folder <c>exports</c> under its number until it expires.</summary>
internal sealed class ExportRow
{
    public int Id { get; set; }

    /// <summary>Name of who asked for it.</summary>
    public required string Owner { get; set; }

    /// <summary>The search, as the address of the archive page has it.</summary>
    public required string Search { get; set; }

    /// <summary>The rest of the <see cref="ExportRequest"/> as JSON.</summary>
    public required string Options { get; set; }

    /// <summary>Language of headings and cover: <c>ja</c> or <c>en</c>.</summary>
    public required string Culture { get; set; }

    public ExportState State { get; set; }
    public long? Total { get; set; }
    public long Written { get; set; }

    /// <summary>Length of the finished file in bytes.</summary>
    public long? Bytes { get; set; }

    /// <summary>What could not be written as it is: JSON of <see cref="ExportLosses"/>, or null.</summary>
    public string? Losses { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public string? Error { get; set; }
}

internal sealed class ExportConfiguration : IEntityTypeConfiguration<ExportRow>
{
    public void Configure(EntityTypeBuilder<ExportRow> builder) => builder.ToTable("export");
}
