using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Files;

namespace Voc.Api.Imports;

/// <summary>
/// Passes the rows of a file on to the inbox, in batches that become durable while the next ones are read. When the inbox is full it
/// waits: a file is patient. What was known or refused is for the caller to count with the source once all has ended, for a file may be read more than once.
/// </summary>
internal sealed class RowImport(Inbox inbox, VocOptions options, TimeProvider time)
{
    private const int BatchSize = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs until the rows end. What was counted is durable, however it ends; where a file is damaged further on, so is all before that.</summary>
    /// <param name="rows">The rows as the adapter reads them.</param>
    /// <param name="counts">Counted up as it goes.</param>
    /// <param name="rejected">Told of each row that is refused.</param>
    /// <param name="cancellationToken">Stops it between two batches.</param>
    /// <exception cref="UnreadableFileException">The file is damaged further on.</exception>
    public Task RunAsync(IEnumerable<IngestedRow> rows, ImportCounts counts, Action<RejectedRow> rejected, CancellationToken cancellationToken) =>
        RunAsync(rows, counts, rejected, static (_, _) => { }, cancellationToken);

    /// <summary>Runs until the rows end, and writes something alongside each batch in its transaction.</summary>
    public async Task RunAsync(
        IEnumerable<IngestedRow> rows, ImportCounts counts, Action<RejectedRow> rejected, Action<StoreConnection, IReadOnlyList<Receipt>> alongside, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(options.InboxCapacity, 1, BatchSize);
        var batch = new List<Feedback>(size);
        var storing = Task.CompletedTask;
        UnreadableFileException? damaged = null;
        try
        {
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                counts.Read();
                if (row is RejectedRow bad)
                {
                    counts.Reject(bad.IsEmpty);
                    rejected(bad);
                    continue;
                }
                batch.Add(((AcceptedRow)row).Feedback);
                if (batch.Count == size)
                {
                    await storing;
                    storing = StoreAsync(batch, counts, alongside, cancellationToken);
                    batch = new List<Feedback>(size);
                }
            }
        }
        catch (UnreadableFileException further)
        {
            damaged = further;
        }
        catch
        {
            await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        await storing;
        await StoreAsync(batch, counts, alongside, cancellationToken);
        if (damaged is not null)
        {
            throw damaged;
        }
    }

    private async Task StoreAsync(List<Feedback> batch, ImportCounts counts, Action<StoreConnection, IReadOnlyList<Receipt>> alongside, CancellationToken cancellationToken)
    {
        while (batch.Count > 0)
        {
            try
            {
                var receipts = await inbox.AcceptAsync(batch, static (_, _) => true, alongside, cancellationToken, countsKnown: false);
                var duplicates = receipts.Count(r => r.Duplicate);
                counts.Store(receipts.Count - duplicates, duplicates);
                return;
            }
            catch (InboxFullException)
            {
                await Task.Delay(Patience, time, cancellationToken);
                inbox.Recount();
            }
        }
    }
}
