using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Changes people make to issues. Each is written to the history with who and when, and announced.</summary>
internal sealed class IssueTriage(Store store, GroupCommitWriter writer, TimeProvider time)
{
    private const int MaxTitle = 120;
    private const int MaxComment = 2000;

    /// <summary>Where a state may lead. Only the detector makes an issue new.</summary>
    private static readonly Dictionary<IssueState, IssueState[]> Transitions = new()
    {
        [IssueState.New] = [IssueState.Acknowledged, IssueState.Investigating, IssueState.Fixed, IssueState.Muted],
        [IssueState.Acknowledged] = [IssueState.Investigating, IssueState.Fixed, IssueState.Muted],
        [IssueState.Investigating] = [IssueState.Acknowledged, IssueState.Fixed, IssueState.Muted],
        [IssueState.Fixed] = [IssueState.Investigating],
        [IssueState.Muted] = [IssueState.Acknowledged, IssueState.Investigating],
    };

    public static string StateNames(string separator) => string.Join(separator, Enum.GetValues<IssueState>().Select(s => s.Name()));

    /// <summary>Applies a change, all or nothing; returns what is wrong with it, or null.</summary>
    public async Task<ProblemHttpResult?> ApplyAsync(long id, IssueChange change, string who, CancellationToken cancellationToken)
    {
        IssueState? state = null;
        if (change.State is { } name)
        {
            if (!IssueNames.TryState(name, out var asked))
            {
                return Problem.Field("state", new($"状態「{name}」はありません。{StateNames("、")} から選んでください。", $"There is no state '{name}': choose from {StateNames(", ")}."));
            }
            state = asked;
        }
        if (await CheckAsync(change, cancellationToken) is { } wrong)
        {
            return wrong;
        }
        return await writer.WriteAsync(connection => Apply(connection, id, change, state, who), cancellationToken) switch
        {
            (Outcome.Missing, _) => Problem.NotFound("issue", id),
            (Outcome.Refused, { } from) => Problem.Of(
                StatusCodes.Status409Conflict,
                new($"「{from.Name()}」から「{state!.Value.Name()}」へは変更できません。", $"An issue cannot go from '{from.Name()}' to '{state.Value.Name()}'."),
                new($"「{from.Name()}」の次に選べるのは {Next(from, "、")} です。", $"After '{from.Name()}' comes {Next(from, " or ")}."),
                "transition"),
            _ => null,
        };
    }

    private static string Next(IssueState from, string separator) => string.Join(separator, Transitions[from].Select(s => s.Name()));

    private async Task<ProblemHttpResult?> CheckAsync(IssueChange change, CancellationToken cancellationToken)
    {
        if (change is { State: null, Assignee: null, Comment: null, Title: null })
        {
            return Problem.Field("state", new("変更がありません。state、assignee、comment、title のどれかを指定してください。", "There is nothing to change: give state, assignee, comment or title."));
        }
        if (change.Title is { } title && (string.IsNullOrWhiteSpace(title) || title.Length > MaxTitle))
        {
            return Problem.Field("title", new($"課題の名前は 1〜{MaxTitle} 文字にしてください。", $"Give a title of 1 to {MaxTitle} characters."));
        }
        if (change.Comment is { } comment && (string.IsNullOrWhiteSpace(comment) || comment.Length > MaxComment))
        {
            return Problem.Field("comment", new($"コメントは 1〜{MaxComment} 文字にしてください。", $"Give a comment of 1 to {MaxComment} characters."));
        }
        if (!string.IsNullOrEmpty(change.Assignee))
        {
            await using var context = store.Context();
            if (!await context.Users.AnyAsync(u => u.UserName == change.Assignee, cancellationToken))
            {
                return Problem.Field("assignee", new($"利用者「{change.Assignee}」はいません。登録済みの利用者名か、担当を外すなら空文字を指定してください。", $"There is no user '{change.Assignee}': give a registered user name, or an empty one for nobody."));
            }
        }
        return null;
    }

    private (Outcome Outcome, IssueState? From) Apply(StoreConnection connection, long id, IssueChange change, IssueState? state, string who)
    {
        using var context = connection.Context();
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == id) is not { } issue)
        {
            return (Outcome.Missing, null);
        }
        if (state is { } to && to != issue.State && !Transitions[issue.State].Contains(to))
        {
            return (Outcome.Refused, issue.State);
        }
        var now = time.GetUtcNow();
        var changed = false;
        void Note(string action, string? detail)
        {
            context.Add(new IssueHistoryRow { IssueId = id, At = now, Who = who, Action = action, Detail = detail });
            changed = true;
        }
        if (state is { } next && next != issue.State)
        {
            issue.State = next;
            Note("state", next.Name());
        }
        if (change.Assignee is { } assignee && assignee != (issue.Assignee ?? ""))
        {
            issue.Assignee = assignee.Length == 0 ? null : assignee;
            Note("assignee", issue.Assignee);
        }
        if (change.Title?.Trim() is { } title && title != issue.Title)
        {
            (issue.Title, issue.TitleEn, issue.Renamed) = (title, title, true);
            Note("title", title);
        }
        if (change.Comment is { } comment)
        {
            Note("comment", comment.Trim());
        }
        if (changed)
        {
            issue.UpdatedAt = now;
            context.SaveChanges();
            connection.AppendEvent(EventKind.IssueChanged, id, now);
        }
        return (Outcome.Done, null);
    }

    private enum Outcome
    {
        Done,
        Missing,
        Refused,
    }
}
