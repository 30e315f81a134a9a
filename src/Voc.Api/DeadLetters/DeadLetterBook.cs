using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.DeadLetters;

/// <summary>Why a dead letter is given up for good.</summary>
internal sealed record DeadLetterDiscard(string? Reason);

/// <summary>Brings dead letters back or lets them go, and notes in the same transaction who did. What is no dead letter any more is left alone.</summary>
internal sealed class DeadLetterBook(GroupCommitWriter writer, Inbox inbox, FeedbackDeletion deletion, TimeProvider time)
{
    public const int ShortestReason = 5;
    public const int LongestReason = 500;

    private const string Note = """
        INSERT INTO dead_letter_change (SourceId, FeedbackId, ExternalId, Action, Reason, "By", At)
        SELECT SourceId, Id, ExternalId, $action, $reason, $by, $at FROM inbox WHERE FailedAt IS NOT NULL AND ($id IS NULL OR Id=$id) AND ($source IS NULL OR SourceId=$source)
        """;

    private const string Mend = "UPDATE inbox SET Payload=$payload, Attempts=$attempts, DueAt=0, Error=NULL, FailedAt=NULL WHERE Id=$id AND SourceId=$source AND FailedAt IS NOT NULL";

    /// <summary>Lets one or all, of a source or of all, start afresh; returns how many.</summary>
    public async Task<int> RequeueAsync(long? id, int? source, string by, CancellationToken cancellationToken)
    {
        var count = await writer.WriteAsync(
            connection => Changed(connection, id, source, DeadLetterChangeRow.Retried, null, by) ? connection.Execute(StoreSql.RequeueInbox, ("$id", id), ("$source", source)) : 0, cancellationToken);
        inbox.Recount();
        return count;
    }

    /// <summary>Puts a mended one back, to be tried so many times less; false where it is no dead letter.</summary>
    public async Task<bool> MendAsync(int source, long id, byte[] payload, int attempts, bool isFixed, string by)
    {
        var mended = await writer.WriteAsync(connection =>
            Changed(connection, id, source, isFixed ? DeadLetterChangeRow.Fixed : DeadLetterChangeRow.Retried, null, by)
            && connection.Execute(Mend, ("$id", id), ("$source", source), ("$payload", payload), ("$attempts", attempts)) > 0);
        inbox.Recount();
        return mended;
    }

    /// <summary>Deletes one; false where it is no dead letter of this source.</summary>
    public Task<bool> DiscardAsync(int source, long id, string reason, string by, CancellationToken cancellationToken) => writer.WriteAsync(
        connection => Changed(connection, id, source, DeadLetterChangeRow.Discarded, reason, by) && deletion.Delete(connection, id).Found, cancellationToken);

    private bool Changed(StoreConnection connection, long? id, int? source, string action, string? reason, string by) => connection.Execute(
        Note, ("$id", id), ("$source", source), ("$action", action), ("$reason", reason), ("$by", by), ("$at", time.GetUtcNow().ToUnixTimeMilliseconds())) > 0;
}
