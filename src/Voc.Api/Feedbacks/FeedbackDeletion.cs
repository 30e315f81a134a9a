using Voc.Api.Issues;
using Voc.Api.Issues.Severity;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.Feedbacks;

/// <summary>
/// Deletes feedback with all that was known of it, in one transaction, wherever it is: waiting for analysis, given up, or in the archive.
/// What is counted no longer counts it, the index of every process follows the event, and issues that held it are rated anew and announced as changed.
/// </summary>
internal sealed class FeedbackDeletion(GroupCommitWriter writer, Inbox inbox, TimeProvider time, ILogger<FeedbackDeletion> log)
{
    private const string IssuesOf = "SELECT IssueId FROM issue_feedback WHERE FeedbackId=$id ORDER BY IssueId";
    private const string DeleteWaiting = "DELETE FROM inbox WHERE Id=$id AND FailedAt IS NULL";
    private const string DeleteDead = "DELETE FROM inbox WHERE Id=$id";

    // Corrections and the links of issues go with it.
    private const string DeleteFeedback = "DELETE FROM feedback WHERE Id=$id";
    private const string DeleteNote = "DELETE FROM note WHERE Id=$id";
    private const string DeleteCorrectionLog = "DELETE FROM correction_log WHERE FeedbackId=$id";

    /// <summary>Deletes; false where there is none.</summary>
    public async Task<bool> DeleteAsync(long id, string by, CancellationToken cancellationToken)
    {
        var (found, waited) = await writer.WriteAsync(connection => Delete(connection, id), cancellationToken);
        inbox.Left(waited);
        if (found)
        {
            log.LogWarning("Feedback {Id} was deleted by {User}", id, by);
        }
        return found;
    }

    /// <summary>Deletes inside the open transaction; <see cref="Inbox.Left"/> is to be told afterwards of what still waited.</summary>
    public (bool Found, int Waited) Delete(StoreConnection connection, long id)
    {
        var issues = Issues(connection, id);
        var waited = connection.Execute(DeleteWaiting, ("$id", id));
        SourceHours.Leaves(connection, id);
        var deleted = waited + connection.Execute(DeleteDead, ("$id", id)) + connection.Execute(DeleteFeedback, ("$id", id));
        if (deleted == 0)
        {
            return (false, 0);
        }
        FeedbackIndex.Remove(connection, id);
        connection.Execute(DeleteNote, ("$id", id));
        connection.Execute(DeleteCorrectionLog, ("$id", id));
        WebhookQueue.ForgetFeedback(connection, id);
        var now = time.GetUtcNow();
        connection.AppendEvent(EventKind.FeedbackDeleted, id, now);
        Announce(connection, issues, now);
        return (true, waited);
    }

    /// <summary>Issues without it have other customers, and may be less grave.</summary>
    private static void Announce(StoreConnection connection, List<long> issues, DateTimeOffset now)
    {
        using var context = connection.Context();
        foreach (var issue in context.Set<IssueRow>().Where(i => issues.Contains(i.Id)).ToList())
        {
            SeverityRating.Rate(connection, issue);
        }
        context.SaveChanges();
        issues.ForEach(issue => connection.AppendEvent(EventKind.IssueChanged, issue, now));
    }

    private static List<long> Issues(StoreConnection connection, long id)
    {
        using var rows = connection.Query(IssuesOf, ("$id", id));
        var issues = new List<long>();
        while (rows.Read())
        {
            issues.Add(rows.GetInt64(0));
        }
        return issues;
    }
}
