using Voc.Analysis.Issues.Arrivals;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Silences;

/// <summary>A source as far as its silence is concerned.</summary>
internal sealed record HeardSource(int Id, string Name, Channel Channel, bool Enabled, LocalizedText? Error);

/// <summary>What arrived, by everything that can fall silent, in one consistent view of the store.</summary>
internal sealed class SilenceSeries
{
    /// <summary>A product is watched within a source from so many in eight weeks on.</summary>
    private const int MinProductArrivals = 3 * ProductDays;

    private const int ProductDays = 56;
    private const int MaxProducts = 50;

    private const string AllArrivals = "SELECT SourceId, Product, Hour, Count FROM arrival WHERE Hour >= $from";

    /// <summary>What waits for analysis has arrived, however long that takes.</summary>
    private const string Waiting = "SELECT SourceId, ReceivedAt / 3600000, count(*) FROM inbox GROUP BY 1, 2";

    private readonly Dictionary<(int Source, string Product), List<ArrivalHour>> _arrivals = [];
    private readonly Dictionary<int, List<ArrivalHour>> _waiting = [];
    private readonly Dictionary<int, HeardSource> _sources;

    private SilenceSeries(Dictionary<int, HeardSource> sources, CompanyHours time) => (_sources, Time) = (sources, time);

    public CompanyHours Time { get; }

    /// <summary>Reads what is counted, and what of it is new in the inbox.</summary>
    public static SilenceSeries Read(StoreConnection connection, DateTimeOffset now, TimeZoneInfo zone)
    {
        connection.Execute("BEGIN");
        var time = new CompanyHours(now, zone, Arrivals.Downtimes(connection, now));
        var series = new SilenceSeries(Sources(connection), time);
        using (var rows = connection.Query(AllArrivals, ("$from", time.Now - (24L * ArrivalHistory.MaxDays))))
        {
            while (rows.Read())
            {
                Add(series._arrivals, (rows.GetInt32(0), rows.GetString(1)), new ArrivalHour(rows.GetInt64(2), rows.GetInt32(3)));
            }
        }
        using (var rows = connection.Query(Waiting))
        {
            while (rows.Read())
            {
                Add(series._waiting, rows.GetInt32(0), new ArrivalHour(rows.GetInt64(1), rows.GetInt32(2)));
            }
        }
        connection.Execute("COMMIT");
        return series;
    }

    public HeardSource? Source(int id) => _sources.GetValueOrDefault(id);

    /// <summary>Everything that can fall silent: sources that are not paused, channels with several of them, and their products with much feedback.</summary>
    public IEnumerable<SilenceSubject> Subjects()
    {
        var enabled = _sources.Values.Where(s => s.Enabled).ToList();
        var from = Time.Now - (24 * ProductDays);
        return enabled.Select(s => new SilenceSubject(null, s.Id, null))
            .Concat(enabled.GroupBy(s => s.Channel).Where(g => g.Count() > 1).Select(g => new SilenceSubject(g.Key, 0, null)))
            .Concat(_arrivals.Where(a => a.Key.Product.Length > 0 && Source(a.Key.Source)?.Enabled == true)
                .Select(a => (a.Key, Recent: a.Value.Where(h => h.Hour >= from && h.Hour <= Time.Now).Sum(h => (long)h.Count)))
                .Where(a => a.Recent >= MinProductArrivals).OrderByDescending(a => a.Recent).Take(MaxProducts)
                .Select(a => new SilenceSubject(null, a.Key.Source, a.Key.Product)));
    }

    /// <summary>What arrived of it, by hour, in no order; what waits for analysis belongs to any product.</summary>
    public IReadOnlyList<ArrivalHour> Of(SilenceSubject subject) =>
    [
        .. _arrivals.Where(a => Source(a.Key.Source) is { Enabled: true } source && subject.Includes(source.Channel, source.Id, a.Key.Product)).SelectMany(a => a.Value),
        .. _waiting.Where(w => Source(w.Key) is { Enabled: true } source && subject.Includes(source.Channel, source.Id, subject.Product ?? "")).SelectMany(w => w.Value),
    ];

    private static void Add<TKey>(Dictionary<TKey, List<ArrivalHour>> all, TKey key, ArrivalHour hour)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var hours))
        {
            all.Add(key, hours = []);
        }
        hours.Add(hour);
    }

    private static Dictionary<int, HeardSource> Sources(StoreConnection connection)
    {
        var sources = new Dictionary<int, HeardSource>();
        using var rows = connection.Query("SELECT Id, Name, Channel, Enabled, LastError FROM source");
        while (rows.Read())
        {
            var error = rows.IsDBNull(4) ? null : System.Text.Json.JsonSerializer.Deserialize<LocalizedText>(rows.GetString(4));
            sources.Add(rows.GetInt32(0), new HeardSource(rows.GetInt32(0), rows.GetString(1), (Channel)rows.GetInt32(2), rows.GetBoolean(3), error));
        }
        return sources;
    }
}
