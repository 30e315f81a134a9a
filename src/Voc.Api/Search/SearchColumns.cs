using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// Holds the columns of the archive in memory, 28 bytes a text, so that counting facets touches no disk. Before each query it
/// catches up with what was committed, inside the query's own view of the store; whichever process committed it.
/// </summary>
internal sealed class SearchColumns
{
    /// <summary>Rows that came since are merged into the arrays when they are this many.</summary>
    private const int MergeAt = 20_000;

    private const string Row = "s.Id, s.SourceId, s.Channel, s.Sentiment, s.Month, s.TermCount, s.Product, s.Topics";
    private const string AllRows = $"SELECT {Row} FROM search_row s ORDER BY s.Id";
    private const string RowsOfEvents = $"SELECT {Row} FROM event e JOIN search_row s ON s.Id = e.SubjectId WHERE e.Sequence > $after AND e.Kind IN ($arrived, $changed) ORDER BY e.Sequence";
    private const string RowsOfRange = $"SELECT {Row} FROM search_row s WHERE s.Id > $first AND s.Id <= $last";

    private readonly Lock _lock = new();
    private readonly SearchNames _names = new();
    private long[] _ids = [];
    private SearchRow[] _rows = [];
    private System.Collections.Concurrent.ConcurrentDictionary<long, SearchRow> _recent = new();
    private double _meanTermCount;
    private long _sequence = -1;
    private readonly Dictionary<long, long> _reindexed = [];

    /// <summary>The columns of at least everything that the transaction open on this connection sees.</summary>
    public SearchSnapshot CatchUp(StoreConnection connection)
    {
        lock (_lock)
        {
            _names.Refresh(connection);
            var sequence = (long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!;
            var reindexed = ReadMarks(connection);
            if (_sequence < 0)
            {
                _recent = new();
                Load(connection);
            }
            else
            {
                Follow(connection, sequence, reindexed);
            }
            // Another query may have an older view of the store; what is known already stays known.
            _sequence = Math.Max(_sequence, sequence);
            foreach (var mark in reindexed)
            {
                _reindexed[mark.Run] = Math.Max(mark.LastId, _reindexed.GetValueOrDefault(mark.Run, -1));
            }
            if (_recent.Count >= MergeAt)
            {
                Merge();
            }
            return new SearchSnapshot(_ids, _rows, _recent, _names, _meanTermCount);
        }
    }

    private void Follow(StoreConnection connection, long sequence, List<ReindexMark> reindexed)
    {
        if (sequence > _sequence)
        {
            using var rows = connection.Query(RowsOfEvents, ("$after", _sequence), ("$arrived", (int)EventKind.FeedbackArrived), ("$changed", (int)EventKind.FeedbackChanged));
            ReadRecent(rows);
        }
        foreach (var mark in reindexed)
        {
            var first = _reindexed.GetValueOrDefault(mark.Run, mark.FromId);
            if (mark.LastId > first)
            {
                using var rows = connection.Query(RowsOfRange, ("$first", first), ("$last", mark.LastId));
                ReadRecent(rows);
            }
        }
    }

    private void ReadRecent(Microsoft.Data.Sqlite.SqliteDataReader rows)
    {
        while (rows.Read())
        {
            _recent[rows.GetInt64(0)] = Read(rows);
        }
    }

    private void Load(StoreConnection connection)
    {
        var count = (int)(long)connection.Scalar("SELECT count(*) FROM search_row")!;
        var (ids, data) = (new long[count], new SearchRow[count]);
        using var rows = connection.Query(AllRows);
        for (var i = 0; rows.Read(); i++)
        {
            (ids[i], data[i]) = (rows.GetInt64(0), Read(rows));
        }
        (_ids, _rows) = (ids, data);
        Weigh();
    }

    private void Merge()
    {
        var recent = _recent.OrderBy(r => r.Key).ToArray();
        var (ids, rows) = (new List<long>(_ids.Length + recent.Length), new List<SearchRow>(_ids.Length + recent.Length));
        var next = 0;
        foreach (var (id, row) in recent)
        {
            for (; next < _ids.Length && _ids[next] < id; next++)
            {
                ids.Add(_ids[next]);
                rows.Add(_rows[next]);
            }
            next += next < _ids.Length && _ids[next] == id ? 1 : 0;
            ids.Add(id);
            rows.Add(row);
        }
        ids.AddRange(_ids.AsSpan(next));
        rows.AddRange(_rows.AsSpan(next));
        (_ids, _rows, _recent) = ([.. ids], [.. rows], new());
        Weigh();
    }

    private void Weigh() => _meanTermCount = _rows.Length == 0 ? 0 : _rows.Average(r => (double)r.TermCount);

    private SearchRow Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        _names.Product(row.IsDBNull(6) ? null : row.GetString(6)),
        _names.Topics(row.GetString(7)),
        (ushort)row.GetInt32(1),
        (ushort)row.GetInt32(4),
        (ushort)Math.Min(row.GetInt32(5), ushort.MaxValue),
        (byte)row.GetInt32(2),
        (sbyte)row.GetInt32(3));

    /// <summary>How far the last runs of reading anew came; several may be under way in several processes.</summary>
    private static List<ReindexMark> ReadMarks(StoreConnection connection)
    {
        using var rows = connection.Query("SELECT Id, FromId, LastId FROM reindex ORDER BY Id DESC LIMIT 8");
        var marks = new List<ReindexMark>();
        while (rows.Read())
        {
            marks.Add(new(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2)));
        }
        return marks;
    }

    private readonly record struct ReindexMark(long Run, long FromId, long LastId);
}
