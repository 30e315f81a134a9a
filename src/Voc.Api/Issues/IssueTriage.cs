using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Somebody an issue can be given to.</summary>
internal sealed record Assignee(string UserName, string DisplayName);

/// <summary>Changes people make to issues. Each is kept with who, when, from what and to what, and announced.</summary>
internal sealed class IssueTriage(Store store, GroupCommitWriter writer, VocOptions options, TimeProvider time)
{
    /// <summary>Those who may look after issues: product people and administrators.</summary>
    public IReadOnlyList<Assignee> Assignees()
    {
        using var context = store.Context();
        return [.. context.Users.Where(u => MayTriage(context).Contains(u.Id)).OrderBy(u => u.UserName).Select(u => new Assignee(u.UserName!, u.DisplayName))];
    }

    /// <summary>Applies a change, all or nothing; returns what is wrong with it, or null.</summary>
    public async Task<ProblemHttpResult?> ApplyAsync(long id, IssueChange change, string who, CancellationToken cancellationToken)
    {
        var today = CompanyDay.Of(time.GetUtcNow(), options.Zone);
        var (request, wrong) = IssueRequest.Read(change, today);
        if (request is null || (wrong = await CheckAssigneeAsync(request.Assignee, cancellationToken)) is not null)
        {
            return wrong;
        }
        return await writer.WriteAsync(connection => Apply(connection, id, request, today, who), cancellationToken) switch
        {
            (Outcome.Missing, _) => Problem.NotFound("issue", id),
            (Outcome.Refused, { } from) => Problem.Of(
                StatusCodes.Status409Conflict,
                new($"「{from.Name()}」から「{request.State!.Value.Name()}」へは変更できません。", $"An issue cannot go from '{from.Name()}' to '{request.State.Value.Name()}'."),
                new($"「{from.Name()}」の次に選べるのは {IssueLifecycle.Next(from, "、")} です。", $"After '{from.Name()}' comes {IssueLifecycle.Next(from, " or ")}."),
                "transition"),
            (Outcome.NotFixed, _) => Problem.Field("fixedOn", new("修正日は、解決した課題にだけ付けられます。state に fixed を指定してください。", "Only an issue that is fixed has a date of its fix: give the state fixed.")),
            (Outcome.NotMuted, _) => Problem.Field("mute", new("非表示の条件は、非表示の課題にだけ付けられます。state に muted を指定してください。", "Only a muted issue has conditions to come back: give the state muted.")),
            _ => null,
        };
    }

    private static IQueryable<string> MayTriage(VocDbContext context) =>
        from member in context.Set<IdentityUserRole<string>>()
        join role in context.Set<IdentityRole>() on member.RoleId equals role.Id
        where role.Name == Policies.Product || role.Name == Policies.Admin
        select member.UserId;

    private async Task<ProblemHttpResult?> CheckAssigneeAsync(string? assignee, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(assignee))
        {
            return null;
        }
        await using var context = store.Context();
        return await context.Users.AnyAsync(u => u.UserName == assignee && MayTriage(context).Contains(u.Id), cancellationToken) ? null : Problem.Field("assignee", new(
            $"「{assignee}」はプロダクト担当にも管理者にもいません。担当にできる利用者名か、担当を外すなら空文字を指定してください。",
            $"'{assignee}' is neither a product manager nor an administrator: give the user name of one, or an empty one for nobody."));
    }

    private (Outcome Outcome, IssueState? From) Apply(StoreConnection connection, long id, IssueRequest request, DateOnly today, string who)
    {
        using var context = connection.Context();
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == id) is not { } issue)
        {
            return (Outcome.Missing, null);
        }
        var from = issue.State;
        if (request.State is { } to && !IssueLifecycle.Allows(from, to))
        {
            return (Outcome.Refused, from);
        }
        var after = request.State ?? from;
        if (request.FixedOn is not null && !IssueLifecycle.AfterFix.Contains(after))
        {
            return (Outcome.NotFixed, null);
        }
        if (request.HasMute && after != IssueState.Muted)
        {
            return (Outcome.NotMuted, null);
        }
        var edit = new IssueEdit(connection, context, issue, who, time.GetUtcNow());
        edit.Change(request, today);
        edit.Commit();
        return (Outcome.Done, null);
    }

    private enum Outcome
    {
        Done,
        Missing,
        Refused,
        NotFixed,
        NotMuted,
    }
}
