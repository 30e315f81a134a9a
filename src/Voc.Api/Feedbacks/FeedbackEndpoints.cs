using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Feedbacks;

internal sealed record RecentFeedback(IReadOnlyList<FeedbackSummary> Items, long Sequence);

internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/feedback").WithTags("Feedback");
        group.MapGet("/{id:long}", Results<Ok<FeedbackDetail>, ProblemHttpResult> (long id, FeedbackReader reader) =>
            reader.Detail(id) is { } detail ? TypedResults.Ok(detail) : Problem.NotFound("feedback", id))
            .WithSummary("One feedback with all that was read in it").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapGet("/{id:long}/explanation", Results<Ok<FeedbackExplanation>, ProblemHttpResult> (long id, FeedbackExplainer explainer) =>
            explainer.Explain(id) is { } explanation ? TypedResults.Ok(explanation) : Problem.NotFound("feedback", id))
            .WithSummary("Why a feedback is read as it is: its words, and what moved the score").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapGet("/{id:long}/similar", Results<Ok<SimilarFeedback>, ProblemHttpResult> (long id, SimilarReader reader) =>
            reader.Read(id) is { } similar ? TypedResults.Ok(similar) : Problem.NotFound("feedback", id))
            .WithSummary("Other feedback of any source that says nearly the same, newest first").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapDelete("/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (long id, FeedbackDeletion deletion, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await deletion.DeleteAsync(id, user.Identity!.Name!, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("feedback", id))
            .WithSummary("Delete a feedback with all that is known of it").RequireAuthorization(Policies.Administer).ProducesProblem(404);
        Submission.Map(group);
        group.MapGet("", Recent).WithSummary("The feedback that arrived last").RequireAuthorization(Policies.Read);
    }

    private static Ok<RecentFeedback> Recent(EventLog log, FeedbackReader reader, Store store, int limit = 50)
    {
        var sequence = log.LastSequence();
        using var connection = store.Open();
        using var rows = connection.Query(
            "SELECT SubjectId FROM event WHERE Kind = $kind AND Sequence <= $sequence ORDER BY Sequence DESC LIMIT $limit",
            ("$kind", (int)EventKind.FeedbackArrived), ("$sequence", sequence), ("$limit", Math.Clamp(limit, 1, 200)));
        var ids = new List<long>();
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }
        return TypedResults.Ok(new RecentFeedback(reader.Summaries(ids), sequence));
    }
}
