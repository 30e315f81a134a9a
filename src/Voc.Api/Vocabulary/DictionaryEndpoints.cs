using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Reading;

namespace Voc.Api.Vocabulary;

internal static class DictionaryEndpoints
{
    public static void MapDictionary(this IEndpointRouteBuilder api)
    {
        var words = api.MapGroup("/dictionary").WithTags("Vocabulary");
        words.MapGet("", (CurrentReading reading) => reading.Now.Own.Words.Select(DictionaryWord.Of).ToList())
            .WithSummary("The company's own words").RequireAuthorization(Policies.Read);
        words.MapGet("/parts-of-speech", () => PartsOfSpeech.All).WithSummary("Parts of speech a word may have").RequireAuthorization(Policies.Read);
        words.MapPost("", async Task<Results<Created<DictionaryWord>, ProblemHttpResult>> (WordInput body, VocabularyBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await SaveAsync(book, null, body, user, cancellationToken) is var (word, problem) && problem is null ? TypedResults.Created($"/api/v1/dictionary/{word!.Id}", word) : problem!)
            .WithSummary("Add a word").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(409);
        words.MapPut("/{id:int}", async Task<Results<Ok<DictionaryWord>, ProblemHttpResult>> (int id, WordInput body, VocabularyBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await SaveAsync(book, id, body, user, cancellationToken) is var (word, problem) && problem is null ? TypedResults.Ok(word!) : problem!)
            .WithSummary("Change a word").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(404);
        words.MapDelete("/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, VocabularyBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            (await SaveAsync(book, id, null, user, cancellationToken)).Problem is { } problem ? problem : TypedResults.NoContent())
            .WithSummary("Delete a word").RequireAuthorization(Policies.TeachReading).ProducesProblem(404);
        words.MapPost("/preview", Task<Results<Ok<PreviewAnswer>, ProblemHttpResult>> (WordPreview body, VocabularyBook book, ReadingPreviews previews, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            previews.AnswerAsync(book.Try(user.Identity!.Name!, (own, change) => DictionaryEditor.Edit(own, body.Id, body.Word, change)), cancellationToken))
            .WithSummary("How the last 10,000 texts would be read with this change; nothing is kept").RequireAuthorization(Policies.CorrectLabels).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<(DictionaryWord? Word, ProblemHttpResult? Problem)> SaveAsync(
        VocabularyBook book, int? id, WordInput? word, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var saved = await book.SaveAsync(user.Identity!.Name!, (own, change) => DictionaryEditor.Edit(own, id, word, change), cancellationToken);
        if (saved.IsRefused(out var refusal, out var edit))
        {
            return (null, refusal.ToProblem());
        }
        return (word is null ? null : DictionaryWord.Of(edit.After.Words[^1]), null);
    }
}
