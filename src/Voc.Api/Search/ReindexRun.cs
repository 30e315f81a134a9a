using Microsoft.Data.Sqlite;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Which texts a run reads anew.</summary>
internal enum ReindexScope
{
    /// <summary>All of them.</summary>
    All = 0,

    /// <summary>Those that were read with an older version of the reading.</summary>
    Stale = 1,

    /// <summary>Those without an entry in the index, as an earlier version of the product leaves them.</summary>
    Unindexed = 2,

    /// <summary>Those that a change of the dictionary touches.</summary>
    Touched = 3,

    /// <summary>All of them, but only their terms and wording: earlier versions kept terms without the words that some are together, and no wording.</summary>
    Words = 4,
}

/// <summary>
/// A run of reading texts anew, as it is kept: what lies beyond <see cref="LastId"/> is still to be done, but of the texts that a change
/// touched those that were read before it.
/// </summary>
internal sealed record ReindexRun(
    long Id, ReindexScope Scope, long LastId, long Done, long Total, string? By, TouchedTexts? Touched, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, bool Cancelled)
{
    private const string Columns = "SELECT Id, Scope, LastId, Done, Total, \"By\", Subject, StartedAt, FinishedAt, Cancelled FROM reindex ";
    private const string LastOfScope = Columns + "WHERE Scope=$scope ORDER BY Id DESC LIMIT 1";
    private const string LastOfService = Columns + "WHERE Scope<>0 ORDER BY FinishedAt IS NOT NULL, CASE WHEN FinishedAt IS NULL THEN Id ELSE -Id END LIMIT 1";
    private const string OpenOfScope = Columns + "WHERE Scope=$scope AND FinishedAt IS NULL ORDER BY Id";

    private const string Insert =
        "INSERT INTO reindex (StartedAt, LastId, FromId, Done, Scope, Total, \"By\", Subject) VALUES ($now, $first, $first, 0, $scope, $total, $by, $subject)";

    public bool IsOpen => FinishedAt is null;

    /// <summary>How many texts are left of a scope's run that is under way; 0 where none is.</summary>
    public static long Left(StoreConnection connection, ReindexScope scope) =>
        Last(connection, scope) is { IsOpen: true } run ? Math.Max(0, run.Total - run.Done) : 0;

    /// <summary>The last run of a scope, or null.</summary>
    public static ReindexRun? Last(StoreConnection connection, ReindexScope scope)
    {
        using var rows = connection.Query(LastOfScope, ("$scope", (int)scope));
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>Of the runs the service does by itself the first that is open, else the last that is not; null where there was none.</summary>
    public static ReindexRun? OfService(StoreConnection connection)
    {
        using var rows = connection.Query(LastOfService);
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>The runs of a scope that are not finished, in their order.</summary>
    public static IReadOnlyList<ReindexRun> Open(StoreConnection connection, ReindexScope scope)
    {
        using var rows = connection.Query(OpenOfScope, ("$scope", (int)scope));
        var runs = new List<ReindexRun>();
        while (rows.Read())
        {
            runs.Add(Read(rows));
        }
        return runs;
    }

    /// <summary>Strings of words that the dictionary changed and that texts are still being read anew for.</summary>
    public static IReadOnlyList<string> Changing(StoreConnection connection) => [.. Open(connection, ReindexScope.Touched).SelectMany(r => r.Touched!.Strings).Distinct()];

    /// <summary>Begins a run, or goes on with the last one of its scope where that is not finished.</summary>
    public static ReindexRun Start(StoreConnection connection, ReindexScope scope, bool restart, int version, string? by, DateTimeOffset now)
    {
        var last = Last(connection, scope);
        if (last is { IsOpen: true } && !restart)
        {
            return last;
        }
        if (last is { IsOpen: true })
        {
            connection.Execute("UPDATE reindex SET FinishedAt=$now, Cancelled=1 WHERE Id=$id", ("$id", last.Id), ("$now", now.ToUnixTimeMilliseconds()));
        }
        ReindexLog.Prune(connection, now);
        var (first, total) = Extent(connection, scope, version);
        return Begin(connection, scope, first, total, by, touched: null, now);
    }

    /// <summary>Begins a run over texts that a change touches, inside the transaction that makes the change.</summary>
    /// <param name="connection">The open transaction.</param>
    /// <param name="touched">The texts.</param>
    /// <param name="by">Who changed it.</param>
    /// <param name="now">The time.</param>
    public static ReindexRun Start(StoreConnection connection, TouchedTexts touched, string by, DateTimeOffset now)
    {
        ReindexLog.Prune(connection, now);
        return Begin(connection, ReindexScope.Touched, -1, 0, by, touched, now);
    }

    /// <summary>
    /// Opens again the runs for changes that came after a version with which texts were read that are only now stored: they were not there
    /// yet when the runs looked for them.
    /// </summary>
    public static void ReopenTouched(StoreConnection connection, int version)
    {
        if (connection.Scalar("SELECT max(Version) FROM reading_change") is long last && last > version)
        {
            connection.Execute(
                "UPDATE reindex SET FinishedAt=NULL WHERE Scope=3 AND FinishedAt IS NOT NULL AND json_extract(Subject, '$.version') > $version", ("$version", version));
        }
    }

    /// <summary>How many texts were read with an older version than this one.</summary>
    public static long CountStale(StoreConnection connection, int version) =>
        (long)connection.Scalar("SELECT count(*) FROM feedback WHERE ReadingVersion < $version", ("$version", version))!;

    private static ReindexRun Begin(
        StoreConnection connection, ReindexScope scope, long first, long total, string? by, TouchedTexts? touched, DateTimeOffset now)
    {
        connection.Execute(
            Insert, ("$now", now.ToUnixTimeMilliseconds()), ("$first", first), ("$scope", (int)scope), ("$total", total), ("$by", by), ("$subject", touched?.Write()));
        return Last(connection, scope)!;
    }

    private static (long First, long Total) Extent(StoreConnection connection, ReindexScope scope, int version)
    {
        if (scope == ReindexScope.All)
        {
            return (-1, (long)connection.Scalar("SELECT count(*) FROM feedback")!);
        }
        using var rows = connection.Query("SELECT coalesce(min(Id), 0) - 1, count(*) FROM feedback WHERE ReadingVersion < $version", ("$version", version));
        rows.Read();
        return (rows.GetInt64(0), rows.GetInt64(1));
    }

    private static ReindexRun Read(SqliteDataReader row) => new(
        row.GetInt64(0), (ReindexScope)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : TouchedTexts.Read(row.GetString(6)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        row.IsDBNull(8) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        row.GetBoolean(9));
}
