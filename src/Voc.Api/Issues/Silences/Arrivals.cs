using System.Text.Json;
using Voc.Analysis.Issues.Arrivals;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Silences;

/// <summary>Counts what arrived, from the events that say so, and remembers when the service was not at work.</summary>
internal sealed class Arrivals(Store store, GroupCommitWriter writer, EventLog log, TimeProvider time)
{
    private const int Chunk = 20_000;

    private const string CountChunk =
        "SELECT f.SourceId, coalesce(f.Product, ''), f.ReceivedAt / 3600000, count(*) FROM event e JOIN feedback f ON f.Id = e.SubjectId " +
        "WHERE e.Sequence > $after AND e.Sequence <= $to AND e.Kind = $kind AND f.ReceivedAt >= $since GROUP BY 1, 2, 3";

    private const string AddHour =
        "INSERT INTO arrival (SourceId, Product, Hour, Count) VALUES ($source, $product, $hour, $count) ON CONFLICT (SourceId, Product, Hour) DO UPDATE SET Count = Count + excluded.Count";

    private const string SavePosition =
        "INSERT INTO silence_watch (Id, Cursor, SeenAt, Downtimes) VALUES (1, $cursor, $seen, $down) ON CONFLICT (Id) DO UPDATE SET Cursor = excluded.Cursor, SeenAt = excluded.SeenAt, Downtimes = excluded.Downtimes";

    /// <summary>Being away for less is part of an hour, and hours are what is counted.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromHours(1);

    private static readonly TimeSpan Jump = TimeSpan.FromDays(30);

    /// <summary>Counts what arrived since the last time; a crash in between neither loses nor counts anything twice.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var last = log.LastSequence();
        while (true)
        {
            var (from, hours) = ReadChunk(last, out var to);
            var done = await writer.WriteAsync(connection => Add(connection, from, to, hours), cancellationToken);
            if (!done || to >= last)
            {
                return;
            }
        }
    }

    /// <summary>Times out of service of an hour and more, within the days that are looked back; what a clock that was ahead took for one is none.</summary>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Downtimes(StoreConnection connection, DateTimeOffset now) =>
        [.. Stored((string?)connection.Scalar("SELECT Downtimes FROM silence_watch"))
            .Select(d => (From: DateTimeOffset.FromUnixTimeSeconds(d[0]), To: DateTimeOffset.FromUnixTimeSeconds(d[1])))
            .Where(d => d.To <= now)];

    private static long[][] Stored(string? json) => JsonSerializer.Deserialize<long[][]>(json ?? "[]")!;

    private (long From, List<(int Source, string Product, long Hour, int Count)> Hours) ReadChunk(long last, out long to)
    {
        using var connection = store.Open();
        var from = (long?)connection.Scalar("SELECT Cursor FROM silence_watch") ?? 0;
        to = Math.Min(last, from + Chunk);
        var hours = new List<(int, string, long, int)>();
        using var rows = connection.Query(
            CountChunk, ("$after", from), ("$to", to), ("$kind", (int)EventKind.FeedbackArrived), ("$since", time.GetUtcNow().AddDays(-ArrivalHistory.MaxDays).ToUnixTimeMilliseconds()));
        while (rows.Read())
        {
            hours.Add((rows.GetInt32(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt32(3)));
        }
        return (from, hours);
    }

    private bool Add(StoreConnection connection, long from, long to, List<(int Source, string Product, long Hour, int Count)> hours)
    {
        var now = time.GetUtcNow();
        var seen = now;
        long[][] down = [];
        using (var row = connection.Query("SELECT Cursor, SeenAt, Downtimes FROM silence_watch"))
        {
            if (row.Read())
            {
                if (row.GetInt64(0) != from)
                {
                    return false;
                }
                (seen, down) = (DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), Stored(row.GetString(2)));
            }
        }
        foreach (var (source, product, hour, count) in hours)
        {
            connection.Execute(AddHour, ("$source", source), ("$product", product), ("$hour", hour), ("$count", count));
        }
        var oldest = now.AddDays(-ArrivalHistory.MaxDays);
        if (now - seen >= Away)
        {
            down = [.. down.Where(d => d[1] >= oldest.ToUnixTimeSeconds()), [seen.ToUnixTimeSeconds(), now.ToUnixTimeSeconds()]];
        }
        // A clock that jumps ahead for a while must not cost the past.
        if (now.UtcDateTime.Date != seen.UtcDateTime.Date && now - seen < Jump)
        {
            connection.Execute("DELETE FROM arrival WHERE Hour < $oldest", ("$oldest", CompanyHours.HourOf(oldest)));
        }
        connection.Execute(SavePosition, ("$cursor", to), ("$seen", now.ToUnixTimeMilliseconds()), ("$down", JsonSerializer.Serialize(down)));
        return true;
    }
}
