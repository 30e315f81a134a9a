using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Imports;

/// <summary>
/// Remembers what imports took in, and takes it back: batch by batch, each one transaction, so that an undo that was interrupted goes
/// on where it was. What had been there before the import stays.
/// </summary>
internal sealed class ImportUndo(Store store, GroupCommitWriter writer, FeedbackDeletion deletion, Inbox inbox)
{
    private const string Keep = "INSERT INTO import_batch (ImportId, FeedbackIds) VALUES ($import, $ids)";
    private const string Total = "SELECT coalesce(sum(length(FeedbackIds)), 0) FROM import_batch WHERE ImportId=$import";
    private const string Next = "SELECT Id, FeedbackIds FROM import_batch WHERE ImportId=$import ORDER BY Id DESC LIMIT 1";
    private const string Drop = "DELETE FROM import_batch WHERE Id=$id";
    private const string Count = "UPDATE import SET Removed=Removed+$removed WHERE Id=$import";

    /// <summary>Notes what an import took in, in the transaction that took it in.</summary>
    public static void Remember(StoreConnection connection, int import, IReadOnlyList<Receipt> receipts)
    {
        var ids = receipts.Where(receipt => !receipt.Duplicate).Select(receipt => receipt.Id).ToArray();
        if (ids.Length == 0)
        {
            return;
        }
        var bytes = new byte[ids.Length * sizeof(long)];
        for (var i = 0; i < ids.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), ids[i]);
        }
        connection.Execute(Keep, ("$import", import), ("$ids", bytes));
    }

    /// <summary>How much an import took in, however often its file was begun again.</summary>
    public static long Taken(StoreConnection connection, int import) => (long)connection.Scalar(Total, ("$import", import))! / sizeof(long);

    /// <summary>Which of some imports there is something to take back of.</summary>
    public async Task<IReadOnlySet<int>> UndoableAsync(IReadOnlyCollection<int> imports, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return (await context.Set<ImportBatchRow>().Where(b => imports.Contains(b.ImportId)).Select(b => b.ImportId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>Deletes all that an import took in, with all that was known of it.</summary>
    public async Task RunAsync(int import, CancellationToken cancellationToken)
    {
        while (await TakeBackAsync(import) is { } waited)
        {
            inbox.Left(waited);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes back the last batch; how much of it still waited for analysis, or null where none is left.</summary>
    private Task<int?> TakeBackAsync(int import) => writer.WriteAsync<int?>(connection =>
    {
        var (batch, ids) = Read(connection, import);
        if (batch is not { } id)
        {
            return null;
        }
        var (removed, waited) = (0, 0);
        for (var at = 0; at < ids.Length; at += sizeof(long))
        {
            var deleted = deletion.Delete(connection, BinaryPrimitives.ReadInt64LittleEndian(ids.AsSpan(at)));
            removed += deleted.Found ? 1 : 0;
            waited += deleted.Waited;
        }
        connection.Execute(Drop, ("$id", id));
        connection.Execute(Count, ("$import", import), ("$removed", removed));
        return waited;
    });

    private static (long? Batch, byte[] Ids) Read(StoreConnection connection, int import)
    {
        using var row = connection.Query(Next, ("$import", import));
        return row.Read() ? (row.GetInt64(0), (byte[])row.GetValue(1)) : (null, []);
    }
}
