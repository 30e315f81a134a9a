using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Reading;

namespace Voc.Api.Vocabulary;

internal static class TopicEndpoints
{
    public static void MapTaxonomy(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/taxonomy").WithTags("Vocabulary");
        topics.MapGet("", (TopicTree tree) => TypedResults.Ok(tree.Read())).WithSummary("All topics as a tree, with keywords and counts").RequireAuthorization(Policies.Read);
        topics.MapPost("", async Task<Results<Created<TopicNode>, ProblemHttpResult>> (
                TopicInput body, VocabularyBook book, ShippedReading shipped, TopicTree tree, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await SaveAsync(book, shipped, null, body, user, cancellationToken) is var (id, problem) && problem is null ? TypedResults.Created($"/api/v1/taxonomy/{id}", tree.Find(id!)!) : problem!)
            .WithSummary("Add a topic").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(409);
        topics.MapPatch("/{id}", async Task<Results<Ok<TopicNode>, ProblemHttpResult>> (
                string id, TopicInput body, VocabularyBook book, ShippedReading shipped, TopicTree tree, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            (await SaveAsync(book, shipped, id, body, user, cancellationToken)).Problem is { } problem ? problem : TypedResults.Ok(tree.Find(id)!))
            .WithSummary("Rename, move or hide a topic, or change its keywords").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(404);
        topics.MapDelete("/{id}", async Task<Results<NoContent, ProblemHttpResult>> (
                string id, VocabularyBook book, ShippedReading shipped, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            (await SaveAsync(book, shipped, id, null, user, cancellationToken)).Problem is { } problem ? problem : TypedResults.NoContent())
            .WithSummary("Delete a topic of the company; one that came with the product is again as it was").RequireAuthorization(Policies.TeachReading).ProducesProblem(404).ProducesProblem(409);
        topics.MapPost("/preview", Task<Results<Ok<PreviewAnswer>, ProblemHttpResult>> (
                TopicPreview body, VocabularyBook book, ShippedReading shipped, ReadingPreviews previews, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            previews.AnswerAsync(book.Try(user.Identity!.Name!, (own, change) => TopicEditor.Edit(own, shipped.Taxonomy, body.Id, body.Topic, change)), cancellationToken))
            .WithSummary("How the last 10,000 texts would be read with this change; nothing is kept").RequireAuthorization(Policies.CorrectLabels).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<(string? Id, ProblemHttpResult? Problem)> SaveAsync(
        VocabularyBook book, ShippedReading shipped, string? id, TopicInput? input, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var saved = await book.SaveAsync(user.Identity!.Name!, (own, change) => TopicEditor.Edit(own, shipped.Taxonomy, id, input, change), cancellationToken);
        return saved.IsRefused(out var refusal, out var edit) ? (null, refusal.ToProblem()) : (edit.Subject, null);
    }
}
