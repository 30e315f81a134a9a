using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>A choice of the fields in whose values issues are looked for; the last one is in force. Rows are never changed.</summary>
internal sealed class DetectionSlicesRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>User name.</summary>
    public required string Who { get; set; }

    /// <summary>JSON array of fields, or null where the detector is to choose.</summary>
    public string? Fields { get; set; }

    public IReadOnlyList<string>? Read() => Fields is null ? null : JsonSerializer.Deserialize(Fields, StoredJson.Default.ListString);
}

/// <summary>In which slices of the feedback issues are looked for: what somebody chose last, or else what the detector finds fit.</summary>
internal sealed class DetectionSlices(Store store, GroupCommitWriter writer, TimeProvider time)
{
    private const int Shown = 20;

    /// <summary>The fields the detector of this process has seen; empty before it has begun.</summary>
    public IReadOnlyList<SliceFieldUse> Seen { get; set; } = [];

    /// <summary>The fields somebody chose, or null.</summary>
    public IReadOnlyList<string>? Chosen() => Chosen(store);

    /// <summary>The fields somebody chose in a store, or null.</summary>
    public static IReadOnlyList<string>? Chosen(Store store)
    {
        using var context = store.Context();
        return InForce(context);
    }

    /// <summary>The last choices, newest first.</summary>
    public IReadOnlyList<DetectionSlicesRow> Changes()
    {
        using var context = store.Context();
        return [.. context.Set<DetectionSlicesRow>().AsNoTracking().OrderByDescending(c => c.Id).Take(Shown)];
    }

    /// <summary>Chooses fields, or leaves them to the detector again. It follows when it reads the event.</summary>
    public Task<bool> ChooseAsync(IReadOnlyList<string>? fields, string who, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var before = InForce(context);
        if (before is null ? fields is null : fields is not null && before.SequenceEqual(fields))
        {
            return false;
        }
        var row = new DetectionSlicesRow { At = time.GetUtcNow(), Who = who, Fields = fields is null ? null : JsonSerializer.Serialize([.. fields], StoredJson.Default.ListString) };
        context.Add(row);
        context.SaveChanges();
        connection.AppendEvent(EventKind.DetectionSettingChanged, row.Id, row.At);
        return true;
    }, cancellationToken);

    private static IReadOnlyList<string>? InForce(VocDbContext context) =>
        context.Set<DetectionSlicesRow>().AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefault()?.Read();
}

internal sealed class DetectionSlicesConfiguration : IEntityTypeConfiguration<DetectionSlicesRow>
{
    public void Configure(EntityTypeBuilder<DetectionSlicesRow> builder) => builder.ToTable("detection_slices");
}
