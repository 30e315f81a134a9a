using System.Text.Json;
using Voc.Api.Problems;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Ingest.Reviews;

namespace Voc.Api.Sources;

/// <summary>
/// A source as pages and programs see it; the schedule is in minutes. <see cref="Total"/> is what is in the archive, <see cref="LastDay"/>
/// what was new in the last 24 hours, <see cref="DeadLetters"/> what could not be analysed.
/// </summary>
internal record SourceInfo(
    int Id, string Name, string Channel, string Kind, bool Enabled, JsonElement Settings, int? Schedule, DateTimeOffset? LastRunAt,
    string? LastError, int? LastCount, long Total, string? PublicKey, bool HasSecret, DateTimeOffset? LastReceivedAt, long LastDay, int DeadLetters)
{
    public static SourceInfo Of(SourceRow row, SourceActivity activity) => new(
        row.Id, row.Name, row.Channel.Name(), row.Kind, row.Enabled, Parse(row.Settings), row.ScheduleMinutes, row.LastRunAt,
        row.LastError is null ? null : JsonSerializer.Deserialize<LocalizedText>(row.LastError)!.Say(), row.LastCount, row.Stored, row.PublicKey, row.Secret is not null,
        activity.LastReceivedAt, activity.LastDay, activity.DeadLetters);

    public static JsonElement Parse(string settings)
    {
        using var document = JsonDocument.Parse(settings);
        return document.RootElement.Clone();
    }
}

/// <summary>A new source. The secret of a webhook is in this answer alone.</summary>
internal sealed record CreatedSource(SourceInfo Source, string? Secret) : SourceInfo(Source);

/// <summary>A source to register; <see cref="Secret"/> is a platform's token, key or password, and is never given out again.</summary>
internal sealed record NewSource(string Name, string? Channel, string? Kind, JsonElement? Settings, int? Schedule, string? Secret);

/// <summary>Where on the server the folders of sources are; <see cref="Path"/> is absolute.</summary>
internal sealed record WatchedFolder(string Path);

internal sealed record SourceChange(bool? Enabled, JsonElement? Settings, int? Schedule, string? Secret);

/// <summary>What a reading brought, and how many collected posts were edited or deleted since; <see cref="Error"/> says in plain words what went wrong.</summary>
internal sealed record RunAnswer(int Accepted, int Duplicates, int Rejected, string? Error, int Edited = 0, int Removed = 0);

/// <summary>Settings to try on a page given by address or as HTML.</summary>
internal sealed record ReviewTest(string? Kind, string? Url, string? Html, ReviewTestSettings? Settings);

internal sealed record ReviewTestSettings(string? Url, ReviewProfile? Profile);

internal sealed record ReviewItem(string ExternalId, string Text, double? Rating, string? Author, DateTimeOffset? OccurredAt);

internal sealed record ReviewPreview(IReadOnlyList<ReviewItem> Items, IReadOnlyList<string> Problems);
