using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;
using Voc.Ingest;

namespace Voc.Api.DeadLetters;

/// <summary>What to put right before feedback is tried again; what is null stays as it is. Its identifiers, its time, its scores and its customer always do.</summary>
internal sealed record DeadLetterFix(string? Channel, string? Text, string? Product, Dictionary<string, string>? Attributes);

/// <summary>What came of trying again: <c>stored</c>, <c>failed</c> with the reason in plain words, or <c>waiting</c> where that is not known yet.</summary>
internal sealed record RetryAnswer(string Outcome, string? Error, string? Detail);

/// <summary>Mends feedback whose analysis was given up, and tries it again under the same identifier: it goes into the archive at most once.</summary>
internal sealed class DeadLetterRetry(Store store, DeadLetterBook book, IngestContext context, VocOptions options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FeedbackIntake _intake = new(context);

    /// <summary>Tries once, and not with growing pauses as at first: somebody waits for the answer. Neither answer nor refusal where it is no dead letter (any more).</summary>
    public async Task<(RetryAnswer? Answer, Violation? Refusal)> RetryAsync(int source, long id, DeadLetterFix fix, string by, CancellationToken cancellationToken)
    {
        if (fix.Channel is { } name && !Channels.TryParse(name, out _))
        {
            return (null, new("channel", new($"チャネルは {string.Join("、", Channels.Names)} から選んでください。", $"Choose the channel from {string.Join(", ", Channels.Names)}.")));
        }
        if (await FindAsync(source, id, cancellationToken) is not { } row)
        {
            return (null, null);
        }
        var mended = Mended(row, fix);
        if (mended is RejectedRow refused)
        {
            return (null, new(refused.Field ?? "text", refused.Message));
        }
        var payload = JsonSerializer.SerializeToUtf8Bytes(((AcceptedRow)mended).Feedback, StoredJson.Default.Feedback);
        var isFixed = fix != new DeadLetterFix(null, null, null, null);
        return (await book.MendAsync(source, id, payload, Math.Max(0, options.MaxAttempts - 1), isFixed, by) ? await OutcomeAsync(id, cancellationToken) : null, null);
    }

    private async Task<InboxRow?> FindAsync(int source, long id, CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        return await db.Inbox.AsNoTracking().Include(i => i.Source).SingleOrDefaultAsync(i => i.Id == id && i.SourceId == source && i.FailedAt != null, cancellationToken);
    }

    /// <summary>Checked and masked like anything that comes in. The identifier sorts by the time, so the time is known even where the content is lost.</summary>
    private IngestedRow Mended(InboxRow row, DeadLetterFix fix)
    {
        var before = DeadLetter.Content(row.Payload);
        var taken = _intake.Take(0, new FeedbackDraft
        {
            Source = row.Source!.Name,
            ExternalId = row.ExternalId,
            Channel = fix.Channel is { } name && Channels.TryParse(name, out var given) ? given : before?.Channel ?? row.Source.Channel,
            Text = fix.Text ?? before?.Text,
            OccurredAt = before?.OccurredAt ?? FeedbackId.TimeOf(row.Id),
            Product = fix.Product ?? before?.Product,
            Scores = before?.Scores ?? new Dictionary<string, double>(),
            Attributes = fix.Attributes ?? before?.Attributes ?? new Dictionary<string, string>(),
        });
        return taken is AcceptedRow { Feedback: var feedback } accepted
            ? accepted with { Feedback = feedback with { ExternalId = row.ExternalId, Customer = before?.Customer, KeptOriginal = feedback.KeptOriginal ?? before?.KeptOriginal } }
            : taken;
    }

    private async Task<RetryAnswer> OutcomeAsync(long id, CancellationToken cancellationToken)
    {
        for (var started = time.GetTimestamp(); time.GetElapsedTime(started) < Patience; await Task.Delay(Pause, time, cancellationToken))
        {
            await using var db = store.Context();
            if (await db.Inbox.AsNoTracking().Where(i => i.Id == id).Select(i => new { i.FailedAt, i.Error }).SingleOrDefaultAsync(cancellationToken) is not { } row)
            {
                return new RetryAnswer("stored", null, null);
            }
            if (row.FailedAt is not null)
            {
                var reason = FailureReason.Read(row.Error);
                return new RetryAnswer("failed", reason.Say(), context.Masking.Now.Mask(reason.Detail).Text);
            }
        }
        return new RetryAnswer("waiting", null, null);
    }
}
