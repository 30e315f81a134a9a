using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Issues.Grouping;
using Voc.Api.Problems;

namespace Voc.Api.Issues;

internal static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/issues").WithTags("Issues").AddEndpointFilter(GroupingEndpoints.WhereMerged);
        group.MapGet("", List).WithSummary("Issues, filtered, sorted and paged; with counts by state, and what each day was expected to bring")
            .RequireAuthorization(Policies.Read).ProducesProblem(400);
        group.MapGet("/order", Order).WithSummary("Identifiers of all issues of a list, in its order")
            .RequireAuthorization(Policies.Read).ProducesProblem(400);
        group.MapGet("/{id:long}/contrasts", Results<Ok<IssueContrasts>, ProblemHttpResult> (long id, IssueContrastReader contrasts, CancellationToken cancellationToken) =>
            contrasts.Read(id, cancellationToken) is { } found ? TypedResults.Ok(found) : Problem.NotFound("issue", id))
            .WithSummary("Channels, products and attributes that its reports have more often than other feedback").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapGet("/{id:long}/similar", Results<Ok<IReadOnlyList<SimilarIssue>>, ProblemHttpResult> (long id, SimilarIssues similar) =>
            similar.Find(id) is { } found ? TypedResults.Ok(found) : Problem.NotFound("issue", id))
            .WithSummary("Other issues that are like it, how they ended and how long that took").RequireAuthorization(Policies.Read).ProducesProblem(404);
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

    private static Results<Ok<IssueList>, ProblemHttpResult> List(IssueBoard board, HttpContext http, [AsParameters] IssueListQuery query) =>
        IssueFilter.Read(query, Who(http)) is var (filter, wrong) && wrong is null ? TypedResults.Ok(board.List(filter)) : wrong;

    private static Results<Ok<IssueOrder>, ProblemHttpResult> Order(IssueBoard board, HttpContext http, [AsParameters] IssueListQuery query) =>
        IssueFilter.Read(query, Who(http)) is var (filter, wrong) && wrong is null ? TypedResults.Ok(board.Order(filter)) : wrong;

    private static async Task<Results<Ok<IssueDetail>, ProblemHttpResult>> ChangeAsync(long id, IssueChange change, IssueTriage triage, IssueReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        var refused = await triage.ApplyAsync(id, change, Who(http), cancellationToken);
        return refused is null ? TypedResults.Ok(reader.Detail(id)!) : refused;
    }
}
