using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Issues.Grouping;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>What to say about an issue: plain text of up to 2,000 characters, lines are kept.</summary>
internal sealed record NewComment(string? Text);

/// <summary>Comments on issues, in their history. Everybody who signs in may comment, and take away what they said themselves.</summary>
internal sealed class IssueComments(GroupCommitWriter writer, TimeProvider time)
{
    public async Task<ProblemHttpResult?> AddAsync(long issue, string? text, string who, CancellationToken cancellationToken)
    {
        if (IssueRequest.CommentProblem("text", text) is { } wrong)
        {
            return wrong;
        }
        var added = await writer.WriteAsync(connection => Edit(connection, issue, who, (_, edit) => edit.Note(IssueActions.Comment, null, text!.Trim())), cancellationToken);
        return added ? null : Problem.NotFound("issue", issue);
    }

    /// <summary>Takes a comment's text away; that there was one stays.</summary>
    public async Task<ProblemHttpResult?> DeleteAsync(long issue, long comment, string who, CancellationToken cancellationToken)
    {
        var (found, own) = (false, false);
        await writer.WriteAsync(connection => Edit(connection, issue, who, (context, edit) =>
        {
            var issues = context.WithMerged(issue);
            var row = context.Set<IssueChangeRow>().SingleOrDefault(c => c.Id == comment && issues.Contains(c.IssueId) && c.Action == IssueActions.Comment && c.After != null);
            (found, own) = (row is not null, row?.Who == who);
            if (own)
            {
                row!.After = null;
                edit.Note(IssueActions.CommentDeleted, null, null);
            }
        }), cancellationToken);
        return found
            ? own ? null : Problem.Of(StatusCodes.Status403Forbidden, new("ほかの人のコメントは削除できません。", "Only its author can delete a comment."), code: "not-author")
            : Problem.NotFound("comment", comment);
    }

    private bool Edit(StoreConnection connection, long id, string who, Action<VocDbContext, IssueEdit> change)
    {
        using var context = connection.Context();
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == id) is not { } issue)
        {
            return false;
        }
        var edit = new IssueEdit(connection, context, issue, who, time.GetUtcNow());
        change(context, edit);
        edit.Commit();
        return true;
    }
}
