using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Where detection is, and what came since.</summary>
internal static class DetectionPosition
{
    /// <summary>Old feedback after which the days of a young installation are judged anew.</summary>
    public const int HistoryImport = 50;

    /// <summary>An installation is young for so long.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(1);

    /// <summary>Feedback that was said so long ago is old when it comes.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(2);

    private const string Since = "SELECT Kind, SubjectId FROM event WHERE Sequence > $after AND Kind IN (1, 2, 5) ORDER BY Sequence";

    /// <summary>The position up to the last event there is, as far as days were judged.</summary>
    /// <param name="connection">In a read transaction.</param>
    /// <param name="before">Where this process was, or null for what the store says.</param>
    /// <param name="now">Now.</param>
    public static DetectionRow Read(StoreConnection connection, DetectionRow? before, DateTimeOffset now)
    {
        var cursor = LastEvent(connection);
        if (before is not null)
        {
            return new DetectionRow { Cursor = cursor, StartedAt = before.StartedAt, ScannedThrough = before.ScannedThrough };
        }
        using var rows = connection.Query("SELECT ScannedThrough, StartedAt, Cursor FROM detection");
        if (!rows.Read())
        {
            return new DetectionRow { Cursor = cursor, StartedAt = now };
        }
        var started = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1));
        // An archive may have come in just before a stop, as with an import from the command line, and then nobody judged its days.
        var archive = now - started <= Young && CountOld(connection, rows.GetInt64(2), now) >= HistoryImport;
        return new DetectionRow { Cursor = cursor, ScannedThrough = archive || rows.IsDBNull(0) ? null : rows.GetInt32(0), StartedAt = started };
    }

    /// <summary>The last event there is; 0 where there is none.</summary>
    public static long LastEvent(StoreConnection connection) => (long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!;

    /// <summary>What was committed after an event.</summary>
    /// <param name="connection">In a read transaction.</param>
    /// <param name="after">The event.</param>
    public static DetectionChanges ChangesSince(StoreConnection connection, long after)
    {
        // What was deleted may have come again: a note that its writer changed.
        var (arrived, deleted, issues) = (new OrderedDictionary<long, bool>(), new HashSet<long>(), false);
        using var rows = connection.Query(Since, ("$after", after));
        while (rows.Read())
        {
            var kind = (EventKind)rows.GetInt32(0);
            issues |= kind == EventKind.IssueChanged;
            var id = rows.GetInt64(1);
            if (kind == EventKind.FeedbackArrived)
            {
                arrived[id] = true;
            }
            else if (kind == EventKind.FeedbackDeleted)
            {
                arrived[id] = false;
                deleted.Add(id);
            }
        }
        return new DetectionChanges([.. arrived.Where(a => a.Value).Select(a => a.Key)], [.. deleted], issues);
    }

    private static long CountOld(StoreConnection connection, long after, DateTimeOffset now) => (long)connection.Scalar(
        "SELECT count(*) FROM event WHERE Sequence > $after AND Kind = $kind AND SubjectId < $old",
        ("$after", after), ("$kind", (int)EventKind.FeedbackArrived), ("$old", FeedbackId.From(now - Old)))!;
}

/// <summary>What was committed since a moment.</summary>
/// <param name="Arrived">Feedback that came and is still there, as it came.</param>
/// <param name="Deleted">Feedback that went; what came again after that has arrived, too.</param>
/// <param name="Issues">Whether issues changed.</param>
internal sealed record DetectionChanges(IReadOnlyList<long> Arrived, IReadOnlyList<long> Deleted, bool Issues);
