namespace Voc.Ingest.Notes;

/// <summary>A note that support staff typed about a call.</summary>
/// <param name="ClientId">UUID that the page made for the note; sending the note again with it stores nothing twice.</param>
/// <param name="Text">What the customer said.</param>
/// <param name="Author">Name of the account that wrote it.</param>
public sealed record CallNote(string? ClientId, string? Text, string Author)
{
    /// <summary>The customer's number, name or mail address, or null.</summary>
    public string? Customer { get; init; }

    /// <summary>Name of the product, or null.</summary>
    public string? Product { get; init; }

    /// <summary>When the call was; null stands for now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Other fields of the form by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = FeedbackDraft.NoAttributes;
}

/// <summary>Turns call notes into feedback. Safe for any number of threads.</summary>
public sealed class CallNotes(IngestContext context)
{
    /// <summary>Name of the source that call notes belong to.</summary>
    public const string Source = "call-notes";

    /// <summary>Name of the attribute that holds the author.</summary>
    public const string AuthorAttribute = "author";

    private readonly FeedbackIntake _intake = new(context);

    /// <summary>Checks and masks a note; what is wrong is named by the field of the note. The line is always 0.</summary>
    public IngestedRow Take(CallNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (!Guid.TryParse(note.ClientId, out var id))
        {
            return new RejectedRow(0, "clientId", new(
                "clientId は UUID にしてください。同じメモを二重に登録しないために使います。",
                "clientId must be a UUID. It keeps the same note from being stored twice."));
        }

        return _intake.Take(0, new()
        {
            Source = Source,
            ExternalId = id.ToString("D"),
            Channel = Channel.CallNote,
            Text = note.Text,
            OccurredAt = note.OccurredAt,
            Customer = note.Customer,
            Product = note.Product,
            Attributes = new Dictionary<string, string>(note.Attributes) { [AuthorAttribute] = note.Author },
        });
    }
}
