using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Replays;

internal enum ReplayState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,

    /// <summary>The service stopped while it ran.</summary>
    Interrupted,
}

/// <summary>A replay of a part of the archive, in the background.</summary>
internal sealed class ReplayRow
{
    public int Id { get; set; }

    /// <summary>Name of who asked for it.</summary>
    public required string Owner { get; set; }

    /// <summary>First company day whose alarms count, as <see cref="DateOnly.DayNumber"/>; what came before is learned from.</summary>
    public int From { get; set; }

    /// <summary>Last company day that is replayed, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int To { get; set; }

    /// <summary>The setting that is tried.</summary>
    public double FalseAlarmsPerYear { get; set; }

    /// <summary>Copies with dealt dates by which false alarms are estimated.</summary>
    public int Copies { get; set; }

    /// <summary>Whether other settings are tried too.</summary>
    public bool Curve { get; set; }

    public ReplayState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The <see cref="ReplayResult"/> so far as JSON, or null.</summary>
    public string? Result { get; set; }

    /// <summary>The <see cref="SettingOutcome"/> of the setting as JSON, or null: of the result what lists show.</summary>
    public string? Outcome { get; set; }

    public string? Error { get; set; }

    public bool IsActive => State is ReplayState.Queued or ReplayState.Running;

    public SettingOutcome? ReadOutcome() => Outcome is null ? null : JsonSerializer.Deserialize<SettingOutcome>(Outcome, Server.Json);

    public void Write(ReplayResult result)
    {
        Result = JsonSerializer.Serialize(result, Server.Json);
        Outcome = JsonSerializer.Serialize(result.Settings.Single(s => s.FalseAlarmsPerYear == FalseAlarmsPerYear), Server.Json);
    }

    public ReplayResult? ReadResult() => Result is null ? null : JsonSerializer.Deserialize<ReplayResult>(Result, Server.Json);
}

internal sealed class ReplayConfiguration : IEntityTypeConfiguration<ReplayRow>
{
    public void Configure(EntityTypeBuilder<ReplayRow> builder)
    {
        builder.ToTable("replay");
        builder.Ignore(r => r.IsActive);
    }
}
