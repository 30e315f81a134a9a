namespace Voc.Api.Storage;

/// <summary>SQL that is SQLite's own. Everything a second database would write differently stands here.</summary>
internal static class StoreSql
{
    /// <summary>For every connection: wait for another writer, check references, and survive power loss once committed.</summary>
    public const string ConnectionPragmas =
        "PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;";

    /// <summary>Once for a database file: readers never wait for the writer.</summary>
    public const string DatabasePragmas = "PRAGMA journal_mode=WAL;";

    /// <summary>Extended result SQLITE_CONSTRAINT_UNIQUE.</summary>
    public const int UniqueViolation = 2067;

    public const string DropMigrationLock = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";

    public const string BeginWrite = "BEGIN IMMEDIATE";

    /// <summary>The identifier of feedback already known by its source and external id, wherever it is.</summary>
    public const string FindKnown =
        "SELECT Id FROM feedback WHERE SourceId=$source AND ExternalId=$external UNION ALL SELECT Id FROM inbox WHERE SourceId=$source AND ExternalId=$external LIMIT 1";

    public const string IsTaken = "SELECT 1 FROM feedback WHERE Id=$id UNION ALL SELECT 1 FROM inbox WHERE Id=$id LIMIT 1";

    public const string InsertInbox =
        "INSERT INTO inbox (Id, SourceId, ExternalId, Payload, ReceivedAt, Attempts, DueAt) VALUES ($id, $source, $external, $payload, $received, 0, 0)";

    public const string PendingInbox =
        "SELECT Arrival, Id, SourceId, ExternalId, Payload, ReceivedAt, Attempts FROM inbox WHERE Arrival > $after AND FailedAt IS NULL AND DueAt <= $now ORDER BY Arrival LIMIT $limit";

    public const string CountPending = "SELECT count(*) FROM inbox WHERE FailedAt IS NULL";

    /// <summary>The highest arrival ever given; the row itself may have left the inbox.</summary>
    public const string LastArrival = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name='inbox'), 0)";

    public const string CountBacklog =
        "SELECT coalesce(sum(FailedAt IS NULL), 0), coalesce(sum(FailedAt IS NOT NULL), 0) FROM inbox WHERE Arrival > $after AND Arrival <= $last AND ($source IS NULL OR SourceId = $source)";

    /// <summary>What became of dead letters is forgotten, so that they start afresh; one by its identifier, or all, of a source or of all.</summary>
    public const string RequeueInbox =
        "UPDATE inbox SET Attempts=0, DueAt=0, Error=NULL, FailedAt=NULL WHERE FailedAt IS NOT NULL AND ($id IS NULL OR Id=$id) AND ($source IS NULL OR SourceId=$source)";

    public const string InsertNote = "INSERT OR IGNORE INTO note (Id, Author, WrittenAt) VALUES ($id, $author, $at)";

    public const string RecentNotes = "SELECT Id, WrittenAt FROM note WHERE Author=$author ORDER BY WrittenAt DESC, Id DESC LIMIT $limit";

    public const string DeleteInbox = "DELETE FROM inbox WHERE Arrival=$arrival";

    public const string DelayInbox = "UPDATE inbox SET Attempts=$attempts, DueAt=$due, Error=$error, FailedAt=$failed WHERE Arrival=$arrival";

    public const string InsertFeedback =
        "INSERT INTO feedback (Id, SourceId, ExternalId, Channel, Text, OccurredAt, ReceivedAt, Day, Customer, Product, Scores, Attributes, Language, Sentiment, Score, Confidence, Reading, ReadingVersion) " +
        "VALUES ($id, $source, $external, $channel, $text, $occurred, $received, $day, $customer, $product, $scores, $attributes, $language, $sentiment, $score, $confidence, $reading, $version)";

    public const string InsertSearchRow =
        "INSERT OR REPLACE INTO search_row (Id, Terms, Opinions, Wording) VALUES ($id, $terms, $opinions, $wording)";

    public const string UpdateTerms =
        "UPDATE search_row SET Terms=$terms, Wording=$wording WHERE Id=$id AND EXISTS (SELECT 1 FROM feedback f WHERE f.Id=$id AND f.ReadingVersion <= $version)";

    public const string DeleteSearchRow = "DELETE FROM search_row WHERE Id=$id";

    /// <summary>Entries of the index whose feedback is gone, between two identifiers, both included.</summary>
    public const string DeleteStraySearchRows =
        "DELETE FROM search_row WHERE Id >= $first AND Id <= $last AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.Id = search_row.Id)";

    /// <summary>All the index knows of a text but the text.</summary>
    private const string IndexColumns =
        "SELECT f.Id, s.Terms, f.Day, f.Channel, f.Sentiment, f.Score, f.SourceId, f.Product, f.Reading, s.Opinions, f.Customer, f.Scores, f.Attributes, f.Language, s.Wording";

    private const string IndexedFeedback = " FROM feedback f JOIN search_row s ON s.Id = f.Id ";

    public const string IndexEntries = IndexColumns + IndexedFeedback + "ORDER BY f.Id";

    public const string IndexEntry = IndexColumns + ", f.Text" + IndexedFeedback + "WHERE f.Id = ?1";

    public const string IndexedTexts = "SELECT f.Id, f.Text FROM feedback f ORDER BY f.Id";

    public const string InsertEvent = "INSERT INTO event (Kind, SubjectId, At) VALUES ($kind, $subject, $at)";
}
