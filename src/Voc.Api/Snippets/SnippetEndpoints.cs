using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;

namespace Voc.Api.Snippets;

internal static class SnippetEndpoints
{
    public static void MapSnippets(this IEndpointRouteBuilder api)
    {
        var snippets = api.MapGroup("/notes/snippets").WithTags("Notes").RequireAuthorization(Policies.WriteNotes);
        snippets.MapGet("", (SnippetBook book, ClaimsPrincipal user) => TypedResults.Ok(book.All(SnippetWriter.Of(user)))).WithSummary("The company's snippets for call notes, and one's own");
        snippets.MapPost("", async Task<Results<Created<Snippet>, ProblemHttpResult>> (SnippetInput body, SnippetBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.AddAsync(body, SnippetWriter.Of(user), cancellationToken) is var (added, refusal) && refusal is null ? TypedResults.Created((string?)null, added!) : refusal!.ToProblem())
            .WithSummary("Keep a snippet").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        snippets.MapPut("/{id:int}", async Task<Results<Ok<Snippet>, ProblemHttpResult>> (int id, SnippetInput body, SnippetBook book, HttpContext http, CancellationToken cancellationToken) =>
            await book.ChangeAsync(id, body, EntityVersion.Expected(http.Request), SnippetWriter.Of(http.User), cancellationToken) is var (changed, refusal) && refusal is null ? TypedResults.Ok(changed!) : refusal!.ToProblem())
            .WithSummary("Change a snippet, with If-Match only the version read").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412);
        snippets.MapDelete("/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, SnippetBook book, HttpContext http, CancellationToken cancellationToken) =>
            await book.RemoveAsync(id, EntityVersion.Expected(http.Request), SnippetWriter.Of(http.User), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent())
            .WithSummary("Remove a snippet").ProducesProblem(403).ProducesProblem(404).ProducesProblem(412);
    }
}
