using System.Text.Json;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Notes;

namespace Voc.Api.Notes;

/// <summary>A note as its writer changes it. A customer or product that is left out stays; a blank one is taken away.</summary>
internal sealed record ChangedNote(string? Text, string? Customer, string? Product);

/// <summary>
/// Changes a note while its writer may: the old one is taken out with all that was known of it, and the new one put in under the same
/// identifier, in one transaction, so that it is masked, read and counted as any other, and once.
/// </summary>
internal sealed class NoteChange(GroupCommitWriter writer, Inbox inbox, FeedbackDeletion deletion, CallNotes notes, TimeProvider time, ILogger<NoteChange> log)
{
    /// <summary>How long after it was sent a note can be changed.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromMinutes(10);

    private const string Written = "SELECT WrittenAt FROM note WHERE Id=$id AND Author=$author";
    private const string Waiting = "SELECT SourceId, ReceivedAt, Payload FROM inbox WHERE Id=$id";
    private const string Stored = "SELECT SourceId, ReceivedAt, ExternalId, OccurredAt, Customer, Product, Attributes FROM feedback WHERE Id=$id";

    private static readonly LocalizedText What = new("自分のメモ", "note of yours");

    private sealed record Kept(int Source, DateTimeOffset ReceivedAt, Feedback Note);

    /// <summary>Changes it, or says why not.</summary>
    public async Task<Refusal?> ChangeAsync(long id, ChangedNote change, string author, CancellationToken cancellationToken)
    {
        // The identifier is that of the note there is; this one is only to be checked and masked.
        var row = notes.Take(new CallNote(Guid.Empty.ToString(), change.Text, author) { Customer = change.Customer, Product = change.Product });
        if (row is RejectedRow wrong)
        {
            return Refusal.Of(wrong.Field ?? "text", wrong.Message);
        }
        var (refusal, waited) = await writer.WriteAsync(connection => Replace(connection, id, change, ((AcceptedRow)row).Feedback, author), cancellationToken);
        if (refusal is null)
        {
            inbox.Left(waited);
            inbox.Returned();
            log.LogInformation("Note {Id} was changed by {User}", id, author);
        }
        return refusal;
    }

    private (Refusal? Refusal, int Waited) Replace(StoreConnection connection, long id, ChangedNote change, Feedback taken, string author)
    {
        if (connection.Scalar(Written, ("$id", id), ("$author", author)) is not long written || Find(connection, id) is not { } kept)
        {
            return (Refusal.Missing(What, id), 0);
        }
        if (time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(written) > Open)
        {
            return (Refusal.Conflict(
                new($"メモを直せるのは送信から {Open.TotalMinutes:0} 分以内です。", $"A note can be changed for {Open.TotalMinutes:0} minutes after it was sent."),
                new("続きは新しいメモに書いてください。", "Write what is missing as a new note."),
                "too-late"), 0);
        }
        var changed = kept.Note with
        {
            Text = taken.Text,
            KeptOriginal = taken.KeptOriginal,
            Customer = change.Customer is null ? kept.Note.Customer : taken.Customer,
            Product = change.Product is null ? kept.Note.Product : taken.Product,
        };
        var (_, waited) = deletion.Delete(connection, id);
        Inbox.Return(connection, id, kept.Source, changed, kept.ReceivedAt);
        connection.Execute(StoreSql.InsertNote, ("$id", id), ("$author", author), ("$at", written));
        return (null, waited);
    }

    private static Kept? Find(StoreConnection connection, long id)
    {
        using (var waiting = connection.Query(Waiting, ("$id", id)))
        {
            if (waiting.Read())
            {
                return new(waiting.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(waiting.GetInt64(1)), JsonSerializer.Deserialize((byte[])waiting.GetValue(2), StoredJson.Default.Feedback)!);
            }
        }
        using var stored = connection.Query(Stored, ("$id", id));
        return !stored.Read() ? null : new(stored.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(stored.GetInt64(1)), new Feedback
        {
            Source = CallNotes.Source,
            ExternalId = stored.GetString(2),
            Channel = Channel.CallNote,
            Text = "",
            OccurredAt = DateTimeOffset.FromUnixTimeMilliseconds(stored.GetInt64(3)),
            Customer = stored.IsDBNull(4) ? null : stored.GetString(4),
            Product = stored.IsDBNull(5) ? null : stored.GetString(5),
            Attributes = stored.IsDBNull(6) ? new() : JsonSerializer.Deserialize(stored.GetString(6), StoredJson.Default.DictionaryStringString)!,
        });
    }
}
