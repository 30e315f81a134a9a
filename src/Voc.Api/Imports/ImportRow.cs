using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Imports;

internal enum ImportState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,

    /// <summary>What it took in is being taken back.</summary>
    Undoing,

    /// <summary>What it took in was taken back.</summary>
    Undone,
}

/// <summary>An import that runs in the background. Its file and report are in the folder <c>imports</c> under its number.</summary>
internal sealed class ImportRow
{
    public int Id { get; set; }
    public required string FileName { get; set; }
    public required string Source { get; set; }
    public Channel Channel { get; set; }
    public string? Preset { get; set; }

    /// <summary>Mapping as JSON, or null to go by the preset or to guess.</summary>
    public string? Mapping { get; set; }

    /// <summary>Language of its messages: <c>ja</c> or <c>en</c>.</summary>
    public required string Culture { get; set; }

    /// <summary>Full path of the file that was found in a watched folder and waits there to be moved; null for uploads.</summary>
    public string? Watched { get; set; }

    /// <summary>Size and time of that file, by which another one under its name is told.</summary>
    public string? WatchedStamp { get; set; }

    public ImportState State { get; set; }
    public long RowsRead { get; set; }
    public long? RowsTotal { get; set; }
    public long Accepted { get; set; }
    public long Duplicates { get; set; }
    public long Rejected { get; set; }
    public long Analysed { get; set; }

    /// <summary>How much of it was taken back.</summary>
    public long Removed { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public string? Error { get; set; }

    /// <summary>The first bad rows as JSON, or null.</summary>
    public string? Problems { get; set; }
}

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import");
        builder.HasIndex(i => i.Watched).HasFilter("\"Watched\" IS NOT NULL");
    }
}
