using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;

namespace Voc.Api.Vocabulary;

internal static class SynonymEndpoints
{
    public static void MapSynonyms(this IEndpointRouteBuilder api)
    {
        var groups = api.MapGroup("/vocabulary/synonyms").WithTags("Vocabulary");
        groups.MapGet("", (SynonymBook book) => TypedResults.Ok(book.All()))
            .WithSummary("The company's own synonyms, which widen searches on demand").RequireAuthorization(Policies.Read);
        groups.MapPost("", async Task<Results<Created<SynonymGroup>, ProblemHttpResult>> (SynonymInput body, SynonymBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.SaveAsync(user.Identity!.Name!, null, body, cancellationToken) is var (group, refusal) && refusal is null
                ? TypedResults.Created($"/api/v1/vocabulary/synonyms/{group!.Id}", group) : refusal!.ToProblem())
            .WithSummary("Add a group of synonyms").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(409);
        groups.MapPut("/{id:int}", async Task<Results<Ok<SynonymGroup>, ProblemHttpResult>> (int id, SynonymInput body, SynonymBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.SaveAsync(user.Identity!.Name!, id, body, cancellationToken) is var (group, refusal) && refusal is null ? TypedResults.Ok(group!) : refusal!.ToProblem())
            .WithSummary("Change a group of synonyms").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(404);
        groups.MapDelete("/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, SynonymBook book, CancellationToken cancellationToken) =>
            await book.DeleteAsync(id, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent())
            .WithSummary("Delete a group of synonyms").RequireAuthorization(Policies.TeachReading).ProducesProblem(404);
        groups.MapPost("/preview", Results<Ok<SynonymReach>, ProblemHttpResult> (SynonymInput body, SynonymPreviews previews, CancellationToken cancellationToken) =>
            previews.Of(body, cancellationToken) is var (reach, refusal) && refusal is null ? TypedResults.Ok(reach!) : refusal!.ToProblem())
            .WithSummary("How many texts a group of synonyms would find; nothing is kept").RequireAuthorization(Policies.CorrectLabels).ProducesProblem(400);
    }
}
