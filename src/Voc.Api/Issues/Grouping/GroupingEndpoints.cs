using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;

namespace Voc.Api.Issues.Grouping;

internal static class GroupingEndpoints
{
    public static void AddIssueGrouping(this IServiceCollection services)
    {
        services.AddSingleton<IssueMerges>();
        services.AddSingleton<IssueSplits>();
        services.AddSingleton<IssueRules>();
    }

    public static void MapIssueGrouping(this IEndpointRouteBuilder api)
    {
        var issues = api.MapGroup("/issues").WithTags("Issues").RequireAuthorization(Policies.Triage);
        issues.MapPost("/merge", MergeAsync).WithSummary("Make several issues one; the others lead to it, and what comes later follows").ProducesProblem(400).ProducesProblem(404);
        issues.MapPost("/{id:long}/split", SplitAsync).WithSummary("Make some reports of an issue an issue of their own; what comes later follows")
            .AddEndpointFilter(WhereMerged).ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        issues.MapPost("/{id:long}/split/preview", Results<Ok<SplitPreview>, ProblemHttpResult> (long id, SplitRequest body, IssueSplits splits) =>
            splits.Preview(id, body) is var (preview, refusal) && preview is not null ? TypedResults.Ok(preview) : refusal!.ToProblem())
            .WithSummary("Which reports a split would take, and by what later feedback would follow").AddEndpointFilter(WhereMerged).ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        issues.MapPost("/rules/{rule:long}/undo", UndoAsync).WithSummary("Undo a merge or split as if it had never been, within a day").ProducesProblem(404).ProducesProblem(409);
        issues.MapDelete("/rules/{rule:long}", EndAsync).WithSummary("End a decision: later feedback no longer follows it").ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/issues/{id:long}/rules", (long id, IssueRules rules) => rules.Of(id)).WithTags("Issues").RequireAuthorization(Policies.Read)
            .WithSummary("Merges and splits that later feedback of an issue follows").AddEndpointFilter(WhereMerged).ProducesProblem(410);
    }

    /// <summary>An issue that was merged into another answers which one, whatever is asked of it.</summary>
    public static async ValueTask<object?> WhereMerged(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        if (long.TryParse(call.HttpContext.Request.RouteValues["id"] as string, CultureInfo.InvariantCulture, out var id)
            && call.HttpContext.RequestServices.GetRequiredService<IssueRules>().MergedInto(id) is { } into)
        {
            var problem = Problem.Of(
                StatusCodes.Status410Gone, new($"課題 {id} は課題 {into} に統合されました。", $"Issue {id} was merged into issue {into}."),
                new($"/api/v1/issues/{into} を使ってください。", $"Use /api/v1/issues/{into}."), "merged");
            problem.ProblemDetails.Extensions["mergedInto"] = into;
            return problem;
        }
        return await next(call);
    }

    private static async Task<Results<Ok<IssueDetail>, ProblemHttpResult>> MergeAsync(
        MergeRequest body, IssueMerges merges, IssueReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        var (into, refusal) = await merges.MergeAsync(body, Who(http), cancellationToken);
        return refusal is null ? TypedResults.Ok(reader.Detail(into)!) : refusal.ToProblem();
    }

    private static async Task<Results<Created<IssueDetail>, ProblemHttpResult>> SplitAsync(
        long id, SplitRequest body, IssueSplits splits, IssueReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        var (split, refusal) = await splits.SplitAsync(id, body, Who(http), cancellationToken);
        return refusal is null ? TypedResults.Created($"/api/v1/issues/{split}", reader.Detail(split)!) : refusal.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(long rule, IssueRules rules, HttpContext http, CancellationToken cancellationToken) =>
        await rules.UndoAsync(rule, Who(http), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(long rule, IssueRules rules, HttpContext http, CancellationToken cancellationToken) =>
        await rules.EndAsync(rule, Who(http), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static string Who(HttpContext http) => http.User.Identity?.Name ?? "";
}
