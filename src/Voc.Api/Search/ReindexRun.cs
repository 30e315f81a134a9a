using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Which texts a run reads anew.</summary>
internal enum ReindexScope
{
    /// <summary>All of them.</summary>
    All = 0,

    /// <summary>Those that were read with an older version of the reading.</summary>
    Stale = 1,
}

/// <summary>A run of reading texts anew, as it is kept: what lies beyond <see cref="LastId"/> is still to be done.</summary>
internal sealed record ReindexRun(
    long Id, ReindexScope Scope, long LastId, long Done, long Total, string? By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, bool Cancelled)
{
    private const string Columns = "SELECT Id, Scope, LastId, Done, Total, \"By\", StartedAt, FinishedAt, Cancelled FROM reindex ";
    private const string LastOfScope = Columns + "WHERE Scope=$scope ORDER BY Id DESC LIMIT 1";

    public bool IsOpen => FinishedAt is null;

    /// <summary>The last run of a scope, or null.</summary>
    public static ReindexRun? Last(StoreConnection connection, ReindexScope scope)
    {
        using var rows = connection.Query(LastOfScope, ("$scope", (int)scope));
        return !rows.Read() ? null : new ReindexRun(
            rows.GetInt64(0), (ReindexScope)rows.GetInt32(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4), rows.IsDBNull(5) ? null : rows.GetString(5),
            DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(6)), rows.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(7)), rows.GetBoolean(8));
    }

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
        var (first, total) = Extent(connection, scope, version);
        connection.Execute(
            "INSERT INTO reindex (StartedAt, LastId, FromId, Done, Scope, Total, \"By\") VALUES ($now, $first, $first, 0, $scope, $total, $by)",
            ("$now", now.ToUnixTimeMilliseconds()), ("$first", first), ("$scope", (int)scope), ("$total", total), ("$by", by));
        return Last(connection, scope)!;
    }

    /// <summary>How many texts were read with an older version than this one.</summary>
    public static long CountStale(StoreConnection connection, int version) =>
        (long)connection.Scalar("SELECT count(*) FROM feedback WHERE ReadingVersion < $version", ("$version", version))!;

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
}
