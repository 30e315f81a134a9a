using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Issues.Grouping;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

internal static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/issues").WithTags("Issues").AddEndpointFilter(GroupingEndpoints.WhereMerged);
        group.MapGet("", List).WithSummary("Issues by state: open, all, new, acknowledged, investigating, fixed, muted, verified or regressed; sorted by severity, newest, count or growth")
            .RequireAuthorization(Policies.Read).ProducesProblem(400);
        group.MapGet("/{id:long}", Results<Ok<IssueDetail>, ProblemHttpResult> (long id, IssueReader reader) =>
            reader.Detail(id) is { } detail ? TypedResults.Ok(detail) : Problem.NotFound("issue", id))
            .WithSummary("One issue with its quotes, chart and history").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapPatch("/{id:long}", ChangeAsync).WithSummary("Change state, assignee, title, ticket, due date, date of the fix or what ends a mute, or comment")
            .RequireAuthorization(Policies.Triage).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapGet("/assignees", (IssueTriage triage) => triage.Assignees()).WithSummary("Who can look after issues").RequireAuthorization(Policies.Triage);
        group.MapGet("/{id:long}/history", Results<Ok<IReadOnlyList<IssueHistoryEntry>>, ProblemHttpResult> (long id, IssueReader reader) =>
            reader.History(id) is { } history ? TypedResults.Ok(history) : Problem.NotFound("issue", id))
            .WithSummary("What happened to an issue: who, when, from what to what").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapPost("/{id:long}/comments", CommentAsync).WithSummary("Comment on an issue").RequireAuthorization(Policies.Comment).ProducesProblem(400).ProducesProblem(404);
        group.MapDelete("/{id:long}/comments/{comment:long}", DeleteCommentAsync).WithSummary("Delete one's own comment")
            .RequireAuthorization(Policies.Comment).ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<Results<Ok<IssueDetail>, ProblemHttpResult>> CommentAsync(long id, NewComment body, IssueComments comments, IssueReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        var refused = await comments.AddAsync(id, body.Text, Who(http), cancellationToken);
        return refused is null ? TypedResults.Ok(reader.Detail(id)!) : refused;
    }

    private static async Task<Results<Ok<IssueDetail>, ProblemHttpResult>> DeleteCommentAsync(
        long id, long comment, IssueComments comments, IssueReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        var refused = await comments.DeleteAsync(id, comment, Who(http), cancellationToken);
        return refused is null ? TypedResults.Ok(reader.Detail(id)!) : refused;
    }

    private static string Who(HttpContext http) => http.User.Identity?.Name ?? "";

    private static Results<Ok<IssueList>, ProblemHttpResult> List(IssueReader reader, EventLog log, string state = "open", string sort = "severity")
    {
        IReadOnlyList<IssueState>? states = null;
        if (state == "open")
        {
            states = IssueLifecycle.Open;
        }
        else if (state != "all")
        {
            if (!IssueNames.TryState(state, out var one))
            {
                return Problem.Field("state", new(
                    $"状態「{state}」はありません。open、all、{IssueLifecycle.Names("、")} から選んでください。", $"There is no state '{state}': choose from open, all, {IssueLifecycle.Names(", ")}."));
            }
            states = [one];
        }
        if (!Enum.TryParse<IssueSort>(sort, ignoreCase: true, out var order) || !Enum.IsDefined(order) || char.IsDigit(sort[0]))
        {
            return Problem.Field("sort", new($"並び順「{sort}」はありません。severity、newest、count、growth から選んでください。", $"There is no sort '{sort}': choose severity, newest, count or growth."));
        }
        var sequence = log.LastSequence();
        return TypedResults.Ok(new IssueList(reader.List(states, order), sequence));
    }

    private static async Task<Results<Ok<IssueDetail>, ProblemHttpResult>> ChangeAsync(long id, IssueChange change, IssueTriage triage, IssueReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        var refused = await triage.ApplyAsync(id, change, Who(http), cancellationToken);
        return refused is null ? TypedResults.Ok(reader.Detail(id)!) : refused;
    }
}
