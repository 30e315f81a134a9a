namespace Voc.Api.Storage;

/// <summary>Feedback as it is kept. <see cref="Id"/> is in the order of <see cref="OccurredAt"/>, see <see cref="FeedbackId"/>.</summary>
internal sealed class FeedbackRow
{
    public long Id { get; set; }
    public int SourceId { get; set; }
    public required string ExternalId { get; set; }
    public Channel Channel { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset OccurredAt { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Day in the company's time zone, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day { get; set; }

    public string? Customer { get; set; }
    public string? Product { get; set; }

    /// <summary>JSON object of numbers, or null.</summary>
    public string? Scores { get; set; }

    /// <summary>JSON object of strings, or null.</summary>
    public string? Attributes { get; set; }

    public required string Language { get; set; }
    public SentimentLabel Sentiment { get; set; }
    public double Score { get; set; }
    public double Confidence { get; set; }

    /// <summary>Sentences, intents, topics, opinions and keyphrases, see <see cref="StoredReading"/>.</summary>
    public required byte[] Reading { get; set; }

    /// <summary>Version of the reading it was read with; lower than the current one where it would perhaps be read differently now.</summary>
    public int ReadingVersion { get; set; }

    public SourceRow? Source { get; set; }
}

/// <summary>Feedback that was acknowledged and waits for analysis, or failed it for good.</summary>
internal sealed class InboxRow
{
    public long Arrival { get; set; }
    public long Id { get; set; }
    public int SourceId { get; set; }
    public required string ExternalId { get; set; }

    /// <summary>The <see cref="Feedback"/> as UTF-8 JSON.</summary>
    public required byte[] Payload { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset DueAt { get; set; }
    /// <summary>Why it failed, see <see cref="DeadLetters.FailureReason"/>.</summary>
    public string? Error { get; set; }

    /// <summary>When it was given up and became a dead letter.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    public SourceRow? Source { get; set; }
}

/// <summary>Something that happened, in the order it was committed.</summary>
internal sealed class EventRow
{
    public long Sequence { get; set; }
    public EventKind Kind { get; set; }

    /// <summary>Identifier of the feedback, issue or alert it happened to.</summary>
    public long SubjectId { get; set; }

    public DateTimeOffset At { get; set; }
}

internal enum EventKind : byte
{
    FeedbackArrived = 1,
    IssueChanged = 2,

    /// <summary>Labels of feedback were corrected.</summary>
    FeedbackChanged = 3,

    /// <summary>A saved search alerted; the subject is the alert.</summary>
    SavedSearchAlert = 4,

    /// <summary>Feedback was deleted, with all that was known of it.</summary>
    FeedbackDeleted = 5,

    /// <summary>The company's synonyms changed; the subject is the group.</summary>
    SynonymsChanged = 6,

    /// <summary>Another number of false alarms a year is accepted; the subject is the change.</summary>
    DetectionSettingChanged = 7,
}

/// <summary>A place feedback comes from.</summary>
internal sealed class SourceRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public Channel Channel { get; set; }

    /// <summary><c>api</c>, <c>import</c>, <c>form</c>, <c>notes</c>, <c>review-page</c>, <c>social-feed</c>, <c>webhook</c>, <c>survey</c>, a bridge or a platform, see <see cref="Sources.SourceKinds"/>.</summary>
    public required string Kind { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>JSON object; its shape depends on <see cref="Kind"/>.</summary>
    public string Settings { get; set; } = "{}";

    /// <summary>Public name of a form or survey, part of its address.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Secret of a webhook, or token of a platform, encrypted by Data Protection.</summary>
    public string? Secret { get; set; }

    public int? ScheduleMinutes { get; set; }
    public DateTimeOffset? LastRunAt { get; set; }

    /// <summary>JSON of a <see cref="LocalizedText"/>: what went wrong at the last run, or null.</summary>
    public string? LastError { get; set; }

    public int? LastCount { get; set; }

    /// <summary>JSON of what the reader remembers between runs, such as an ETag.</summary>
    public string? State { get; set; }

    /// <summary>How far a stream was read, in the stream's own count.</summary>
    public long? StreamCursor { get; set; }

    /// <summary>Texts are kept as they came, encrypted, see <see cref="Masking.OriginalVault"/>.</summary>
    public bool KeepOriginals { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>How much of it is in the archive, see <see cref="Sources.Flow.SourceHours"/>; written by SQL only.</summary>
    public long Stored { get; set; }
}
