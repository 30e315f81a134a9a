using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>A change of how many false alarms a year are accepted; the last one is in force. Rows are never changed.</summary>
internal sealed class DetectionSettingRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>User name.</summary>
    public required string Who { get; set; }

    /// <summary>What was in force before.</summary>
    public double Before { get; set; }

    /// <summary>False alarms a year, or null where the configuration is to hold again.</summary>
    public double? After { get; set; }

    /// <summary>The replay it was chosen by, or null.</summary>
    public int? ReplayId { get; set; }
}

/// <summary>How many false alarms a year the company accepts: what somebody chose last, or else what the configuration says.</summary>
internal sealed class DetectionSettings(Store store, GroupCommitWriter writer, VocOptions options, TimeProvider time)
{
    private const int Shown = 20;

    /// <summary>The configuration's value.</summary>
    public double Configured => options.FalseAlarmsPerYear;

    /// <summary>What the detector of this process works at; null before it has begun.</summary>
    public double? InUse { get; private set; }

    /// <summary>Notes what the detector works at from now on.</summary>
    public void Use(double perYear) => InUse = perYear;

    /// <summary>What is in force.</summary>
    public double FalseAlarmsPerYear() => FalseAlarmsPerYear(store, options);

    /// <summary>What is in force in a store.</summary>
    public static double FalseAlarmsPerYear(Store store, VocOptions options)
    {
        using var context = store.Context();
        return InForce(context, options);
    }

    /// <summary>The last changes, newest first.</summary>
    public IReadOnlyList<DetectionSettingRow> Changes()
    {
        using var context = store.Context();
        return [.. context.Set<DetectionSettingRow>().AsNoTracking().OrderByDescending(c => c.Id).Take(Shown)];
    }

    /// <summary>Sets it, or leaves it to the configuration again. The detector follows when it reads the event.</summary>
    public Task<bool> ChangeAsync(double? perYear, int? replay, string who, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var before = InForce(context, options);
        if (before == (perYear ?? Configured) && context.Set<DetectionSettingRow>().OrderByDescending(c => c.Id).FirstOrDefault()?.After == perYear)
        {
            return false;
        }
        var row = new DetectionSettingRow { At = time.GetUtcNow(), Who = who, Before = before, After = perYear, ReplayId = replay };
        context.Add(row);
        context.SaveChanges();
        connection.AppendEvent(EventKind.DetectionSettingChanged, row.Id, row.At);
        return true;
    }, cancellationToken);

    private static double InForce(VocDbContext context, VocOptions options) =>
        context.Set<DetectionSettingRow>().AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefault()?.After ?? options.FalseAlarmsPerYear;
}

internal sealed class DetectionSettingConfiguration : IEntityTypeConfiguration<DetectionSettingRow>
{
    public void Configure(EntityTypeBuilder<DetectionSettingRow> builder) => builder.ToTable("detection_setting");
}
