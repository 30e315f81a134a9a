using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Sources.Flow;

/// <summary>New feedback of a day of the company's.</summary>
internal sealed record DayFlow(DateOnly Day, long Count);

/// <summary>New feedback of an hour, by its beginning.</summary>
internal sealed record HourFlow(DateTimeOffset At, long Count);

/// <summary>
/// Of what quality the feedback of the last 30 days was. Duplicates and refusals are of <see cref="Sent"/>; masked texts and languages
/// are of <see cref="Analysed"/>.
/// </summary>
/// <param name="Sent">New, known and refused together in the hours in which all three were counted; null for a source of which they never are.</param>
/// <param name="Duplicates">Known already by its identifier.</param>
/// <param name="Refused">Refused with a reason, empty ones included.</param>
/// <param name="Empty">Refused because there was no text.</param>
/// <param name="Analysed">Taken in and analysed.</param>
/// <param name="Masked">With personal data masked in the text.</param>
/// <param name="Japanese">In Japanese.</param>
/// <param name="English">In English.</param>
/// <param name="OtherLanguage">In a third language that could be told.</param>
/// <param name="CountedSince">When duplicates and refusals began to be counted, where that is within the days; else null.</param>
internal sealed record SourceQuality(
    long? Sent, long Duplicates, long Refused, long Empty, long Analysed, long Masked, long Japanese, long English, long OtherLanguage, DateTimeOffset? CountedSince);

/// <summary>How much a source brought in over the last 24 hours and 30 days, the current ones included, and of what quality.</summary>
internal sealed record SourceFlow(IReadOnlyList<HourFlow> Hours, IReadOnlyList<DayFlow> Days, SourceQuality Quality);

/// <summary>How a source fares, as the list of sources shows it.</summary>
/// <param name="LastDay">New feedback of the last 24 hours, counted by whole hours.</param>
/// <param name="LastReceivedAt">When the last new feedback came in, or null.</param>
/// <param name="DeadLetters">Feedback of it whose analysis was given up.</param>
internal sealed record SourceActivity(long LastDay, DateTimeOffset? LastReceivedAt, int DeadLetters)
{
    public static readonly SourceActivity None = new(0, null, 0);
}

/// <summary>Reads what <see cref="SourceHours"/> counted.</summary>
internal sealed class SourceFlows(Store store, VocOptions options, TimeProvider time)
{
    private const int HoursShown = 24;
    private const int DaysShown = 30;

    private const string Activities = """
        SELECT s.Id,
          (SELECT coalesce(sum(h.Accepted), 0) FROM source_hour h WHERE h.SourceId = s.Id AND h.Hour > $hour),
          (SELECT h.LastAt FROM source_hour h WHERE h.SourceId = s.Id AND h.LastAt IS NOT NULL ORDER BY h.Hour DESC LIMIT 1),
          (SELECT count(*) FROM inbox i WHERE i.SourceId = s.Id AND i.FailedAt IS NOT NULL)
        FROM source s WHERE $source IS NULL OR s.Id = $source
        """;

    /// <summary>How each source fares, by its identifier; of all or of one. Reads a few rows a source, however much is stored.</summary>
    public IReadOnlyDictionary<int, SourceActivity> Read(int? source = null)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Activities, ("$hour", SourceHours.Of(time.GetUtcNow()) - HoursShown), ("$source", source));
        var activities = new Dictionary<int, SourceActivity>();
        while (rows.Read())
        {
            activities.Add(rows.GetInt32(0), new SourceActivity(
                rows.GetInt64(1), rows.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)), rows.GetInt32(3)));
        }
        return activities;
    }

    public static async Task<Results<Ok<SourceFlow>, ProblemHttpResult>> Get(int id, VocDbContext db, SourceFlows flows, CancellationToken cancellationToken) =>
        await db.Sources.AnyAsync(s => s.Id == id, cancellationToken)
            ? TypedResults.Ok(await flows.ReadAsync(id, db, cancellationToken))
            : Problem.NotFound("source", id);

    private async Task<SourceFlow> ReadAsync(int id, VocDbContext db, CancellationToken cancellationToken)
    {
        var (now, zone) = (time.GetUtcNow(), options.Zone);
        var from = CompanyDay.Of(now, zone).AddDays(1 - DaysShown);
        var (first, hour) = (SourceHours.Of(CompanyDay.Start(from, zone)), SourceHours.Of(now));
        var read = await db.Set<SourceHourRow>().AsNoTracking().Where(h => h.SourceId == id && h.Hour >= first).ToListAsync(cancellationToken);
        var byHour = read.ToDictionary(h => h.Hour, h => h.Accepted);
        var byDay = read.GroupBy(h => CompanyDay.Of(SourceHours.Start(h.Hour), zone)).ToDictionary(g => g.Key, g => g.Sum(h => h.Accepted));
        return new SourceFlow(
            [.. Enumerable.Range(hour - HoursShown + 1, HoursShown).Select(h => new HourFlow(SourceHours.Start(h), byHour.GetValueOrDefault(h)))],
            [.. Enumerable.Range(0, DaysShown).Select(d => from.AddDays(d)).Select(d => new DayFlow(d, byDay.GetValueOrDefault(d)))],
            Quality(read));
    }

    private static SourceQuality Quality(List<SourceHourRow> hours)
    {
        var counted = hours.Where(h => h.Duplicates is not null).ToList();
        var (duplicates, refused) = (counted.Sum(h => h.Duplicates!.Value), counted.Sum(h => h.Refused ?? 0));
        return new SourceQuality(
            counted.Count == 0 ? null : counted.Sum(h => h.Accepted) + duplicates + refused, duplicates, refused, counted.Sum(h => h.Empty ?? 0),
            hours.Sum(h => h.Analysed), hours.Sum(h => h.Masked), hours.Sum(h => h.Japanese), hours.Sum(h => h.English), hours.Sum(h => h.OtherLanguage),
            counted.Count < hours.Count && counted.Count > 0 ? SourceHours.Start(counted.Min(h => h.Hour)) : null);
    }
}
