using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Dashboard.Live;
using Voc.Ingest.Notes;

namespace Voc.Api.Notes;

/// <summary>Who wrote a call note. The feedback itself is in the inbox or the archive under the same identifier.</summary>
internal sealed class NoteRow
{
    public long Id { get; set; }
    public required string Author { get; set; }
    public DateTimeOffset WrittenAt { get; set; }
}

internal sealed class NoteConfiguration : IEntityTypeConfiguration<NoteRow>
{
    public void Configure(EntityTypeBuilder<NoteRow> builder)
    {
        builder.ToTable("note");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.Author, n.WrittenAt });
    }
}

/// <summary>Call notes with their writers.</summary>
internal sealed class NoteBook(Inbox inbox, SourceDirectory sources, Store store, FeedbackReader feedback, TimeProvider time)
{
    /// <summary>Keeps a note under the name of its writer; the source of call notes is made with the first one.</summary>
    public async Task<Receipt> AddAsync(Feedback note, string author, CancellationToken cancellationToken)
    {
        await sources.EnsureAsync(CallNotes.Source, Channel.CallNote, "notes", cancellationToken);
        var receipts = await inbox.AcceptAsync(
            [note],
            (connection, given) => connection.Execute(
                StoreSql.InsertNote, ("$id", given[0].Id), ("$author", author), ("$at", time.GetUtcNow().ToUnixTimeMilliseconds())),
            cancellationToken);
        return receipts[0];
    }

    /// <summary>The writer's last notes, newest first.</summary>
    public IReadOnlyList<RecentNote> Recent(string author, int limit)
    {
        // What waits is looked up first: a note that is analysed in between shows twice in the lookups rather than never.
        var written = Written(author, limit);
        List<long> ids = [.. written.Select(note => note.Id)];
        var queued = Queued(ids);
        var stored = feedback.Summaries(ids).ToDictionary(s => s.Id);
        return [.. written.Select(note => stored.TryGetValue(note.Id, out var summary) ? Note(summary, "stored", note.At)
            : queued.TryGetValue(note.Id, out var unread) ? Note(unread, "queued", note.At) : null).OfType<RecentNote>()];
    }

    private List<(long Id, DateTimeOffset At)> Written(string author, int limit)
    {
        using var connection = store.Open();
        using var rows = connection.Query(StoreSql.RecentNotes, ("$author", author), ("$limit", limit));
        var notes = new List<(long, DateTimeOffset)>();
        while (rows.Read())
        {
            notes.Add((rows.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1))));
        }
        return notes;
    }

    private Dictionary<long, FeedbackSummary> Queued(List<long> ids)
    {
        using var context = store.Context();
        return context.Inbox.AsNoTracking().Where(i => ids.Contains(i.Id)).AsEnumerable().ToDictionary(i => i.Id, i =>
        {
            var note = JsonSerializer.Deserialize(i.Payload, StoredJson.Default.Feedback)!;
            return new FeedbackSummary(i.Id, note.Channel.Name(), note.Source, note.Product, note.OccurredAt, note.Text, new SentimentSummary("neutral", 0), [], []);
        });
    }

    private static RecentNote Note(FeedbackSummary s, string state, DateTimeOffset writtenAt) =>
        new(s.Id, s.Channel, s.Source, s.Product, s.OccurredAt, s.Text, s.Sentiment, s.Topics, s.Intents, state, writtenAt + NoteChange.Open);
}
