using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Masking;

namespace Voc.Api.Sources.Flow;

/// <summary>How much arrived at a source.</summary>
/// <param name="Accepted">New.</param>
/// <param name="Duplicates">Known already by its identifier.</param>
/// <param name="Refused">Refused with a reason, <paramref name="Empty"/> included.</param>
/// <param name="Empty">Refused because there was no text.</param>
internal readonly record struct Arrived(long Accepted = 0, long Duplicates = 0, long Refused = 0, long Empty = 0)
{
    public static Arrived Refusing(IReadOnlyCollection<RejectedRow> rows) => new(Refused: rows.Count, Empty: rows.Count(row => row.IsEmpty));
}

/// <summary>A text that was analysed, as far as it is counted.</summary>
internal readonly record struct CountedText(int Source, DateTimeOffset ReceivedAt, string Text, string Language);

/// <summary>
/// Counts what sources bring in, by the hour of reception, inside the open transaction: what is counted is what was committed, once.
/// A source that is fetched shows what it has again at each reading; of such only what is new is counted.
/// </summary>
internal static class SourceHours
{
    private const int Seconds = 3600;

    private const string Receive = """
        INSERT INTO source_hour (SourceId, Hour, Accepted, Duplicates, Refused, Empty, Analysed, Masked, Japanese, English, OtherLanguage, LastAt)
        VALUES ($source, $hour, $accepted, $duplicates, $refused, $empty, 0, 0, 0, 0, 0, $last)
        ON CONFLICT (SourceId, Hour) DO UPDATE SET
          Accepted = Accepted + excluded.Accepted, Duplicates = coalesce(Duplicates + excluded.Duplicates, Duplicates, excluded.Duplicates),
          Refused = coalesce(Refused + excluded.Refused, Refused, excluded.Refused), Empty = coalesce(Empty + excluded.Empty, Empty, excluded.Empty),
          LastAt = coalesce(excluded.LastAt, LastAt)
        """;

    private const string Analyse = """
        INSERT INTO source_hour (SourceId, Hour, Accepted, Analysed, Masked, Japanese, English, OtherLanguage)
        VALUES ($source, $hour, 0, $analysed, $masked, $japanese, $english, $other)
        ON CONFLICT (SourceId, Hour) DO UPDATE SET
          Analysed = Analysed + excluded.Analysed, Masked = Masked + excluded.Masked,
          Japanese = Japanese + excluded.Japanese, English = English + excluded.English, OtherLanguage = OtherLanguage + excluded.OtherLanguage
        """;

    private const string Store = "UPDATE source SET Stored = Stored + $count WHERE Id = $source";
    private const string Forget = "UPDATE source SET Stored = Stored - 1 WHERE Id = (SELECT SourceId FROM feedback WHERE Id = $id)";

    /// <summary>The hour a time lies in, in hours since 1970.</summary>
    public static int Of(DateTimeOffset time) => (int)(time.ToUnixTimeSeconds() / Seconds);

    /// <summary>When an hour begins.</summary>
    public static DateTimeOffset Start(int hour) => DateTimeOffset.FromUnixTimeSeconds((long)hour * Seconds);

    /// <summary>Counts what arrived.</summary>
    /// <param name="connection">In the transaction that takes it in.</param>
    /// <param name="source">Its identifier.</param>
    /// <param name="kind">The kind of the source.</param>
    /// <param name="now">When.</param>
    /// <param name="arrivals">How much.</param>
    public static void Received(StoreConnection connection, int source, string kind, DateTimeOffset now, Arrived arrivals)
    {
        var isFetched = SourceKinds.Fetched.Contains(kind);
        if (arrivals == default || (isFetched && arrivals.Accepted == 0))
        {
            return;
        }
        connection.Execute(
            Receive,
            ("$source", source), ("$hour", Of(now)), ("$accepted", arrivals.Accepted),
            ("$duplicates", isFetched ? null : arrivals.Duplicates), ("$refused", isFetched ? null : arrivals.Refused), ("$empty", isFetched ? null : arrivals.Empty),
            ("$last", arrivals.Accepted > 0 ? now.ToUnixTimeMilliseconds() : null));
    }

    /// <summary>Counts what went into the archive, by the hour it had been received in.</summary>
    public static void Analysed(StoreConnection connection, IEnumerable<CountedText> texts)
    {
        foreach (var hour in texts.GroupBy(t => (t.Source, Hour: Of(t.ReceivedAt))))
        {
            var (count, japanese, english) = (hour.Count(), hour.Count(t => t.Language == "ja"), hour.Count(t => t.Language == "en"));
            connection.Execute(
                Analyse,
                ("$source", hour.Key.Source), ("$hour", hour.Key.Hour), ("$analysed", count), ("$masked", hour.Count(t => PersonalDataKinds.IsMasked(t.Text))),
                ("$japanese", japanese), ("$english", english), ("$other", count - japanese - english - hour.Count(t => t.Language == "und")));
            connection.Execute(Store, ("$source", hour.Key.Source), ("$count", count));
        }
    }

    /// <summary>Counts that feedback is about to leave the archive, if it is there.</summary>
    public static void Leaves(StoreConnection connection, long feedback) => connection.Execute(Forget, ("$id", feedback));
}
