using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;

namespace Voc.Api.Models;

internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder api)
    {
        var models = api.MapGroup("/models").WithTags("Models");
        models.MapGet("", (ModelBook book, ModelTraining training) => TypedResults.Ok(book.List(training.Last)))
            .WithSummary("Versions of the learned part of the reading, and the training under way").RequireAuthorization(Policies.Read);
        models.MapPost("", Results<Accepted<TrainingInfo>, ProblemHttpResult> (TrainingInput body, ModelTraining training, ClaimsPrincipal user) =>
            training.TryStart(user.Identity!.Name!, body.ActivateIfBetter, out var info)
                ? TypedResults.Accepted("/api/v1/models", info)
                : Problem.Of(409, new("学習は実行中です。", "A training is under way."), new("終わるのを待つか、中止してください。", "Wait for its end, or cancel it."), "running"))
            .WithSummary("Train a new version with the corrections, in the background").RequireAuthorization(Policies.TeachReading).ProducesProblem(409);
        models.MapPost("/training/cancel", Results<Ok<TrainingInfo>, ProblemHttpResult> (ModelTraining training) =>
            training.Cancel() is { } info ? TypedResults.Ok(info) : Problem.Of(
                409, new("学習は実行中ではありません。", "Nothing is being trained."), new("GET /api/v1/models で状態を確認してください。", "See GET /api/v1/models."), "not-running"))
            .WithSummary("Stop the training under way; it makes no version").RequireAuthorization(Policies.TeachReading).ProducesProblem(409);
        models.MapPost("/{number:int}/activate", async Task<Results<Ok<ModelList>, ProblemHttpResult>> (
                int number, ModelBook book, ModelTraining training, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.ActivateAsync(number, user.Identity!.Name!, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.Ok(book.List(training.Last)))
            .WithSummary("Read with this version from now on; an older one takes a newer one back").RequireAuthorization(Policies.TeachReading).ProducesProblem(404).ProducesProblem(409);
    }
}
