using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

internal static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/issues").WithTags("Issues");
        group.MapGet("", List).WithSummary("Issues by state: open, all, new, acknowledged, investigating, fixed or muted; sorted by severity, newest, count or growth")
            .RequireAuthorization(Policies.Read).ProducesProblem(400);
        group.MapGet("/{id:long}", Results<Ok<IssueDetail>, ProblemHttpResult> (long id, IssueReader reader) =>
            reader.Detail(id) is { } detail ? TypedResults.Ok(detail) : Problem.NotFound("issue", id))
            .WithSummary("One issue with its quotes, chart and history").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapPatch("/{id:long}", ChangeAsync).WithSummary("Change state, assignee or title, or comment")
            .RequireAuthorization(Policies.Triage).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static Results<Ok<IssueList>, ProblemHttpResult> List(IssueReader reader, EventLog log, string state = "open", string sort = "severity")
    {
        IReadOnlyCollection<IssueState>? states = null;
        if (state == "open")
        {
            states = IssueReader.OpenStates;
        }
        else if (state != "all")
        {
            if (!IssueNames.TryState(state, out var one))
            {
                return Problem.Field("state", new(
                    $"状態「{state}」はありません。open、all、{IssueTriage.StateNames("、")} から選んでください。", $"There is no state '{state}': choose from open, all, {IssueTriage.StateNames(", ")}."));
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
        var refused = await triage.ApplyAsync(id, change, http.User.Identity?.Name ?? "", cancellationToken);
        return refused is null ? TypedResults.Ok(reader.Detail(id)!) : refused;
    }
}
