using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Sentiment;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Reading;

namespace Voc.Api.Vocabulary;

internal static class LexiconEndpoints
{
    private const int MostItems = 200;

    public static void MapLexicon(this IEndpointRouteBuilder api)
    {
        var lexicon = api.MapGroup("/lexicon").WithTags("Vocabulary");
        lexicon.MapGet("", List).WithSummary("Expressions of praise and complaint, those of the company first").RequireAuthorization(Policies.Read).ProducesProblem(400);
        lexicon.MapGet("/targets", (ShippedReading shipped) => shipped.Lexicon.Targets.Select(t => new TargetClass(t.Key, [.. t.Value])).ToList())
            .WithSummary("Classes of things an expression may be said of").RequireAuthorization(Policies.Read);
        lexicon.MapPost("", async Task<Results<Created<OwnExpression>, ProblemHttpResult>> (
                ExpressionInput body, VocabularyBook book, ShippedReading shipped, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await SaveAsync(book, shipped, null, body, user, cancellationToken) is var (made, problem) && problem is null ? TypedResults.Created($"/api/v1/lexicon/{made!.Id}", made) : problem!)
            .WithSummary("Add an expression, change a shipped one, or silence it").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(409);
        lexicon.MapPut("/{id:int}", async Task<Results<Ok<OwnExpression>, ProblemHttpResult>> (
                int id, ExpressionInput body, VocabularyBook book, ShippedReading shipped, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await SaveAsync(book, shipped, id, body, user, cancellationToken) is var (made, problem) && problem is null ? TypedResults.Ok(made!) : problem!)
            .WithSummary("Change an expression of the company").RequireAuthorization(Policies.TeachReading).ProducesProblem(400).ProducesProblem(404);
        lexicon.MapDelete("/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (
                int id, VocabularyBook book, ShippedReading shipped, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            (await SaveAsync(book, shipped, id, null, user, cancellationToken)).Problem is { } problem ? problem : TypedResults.NoContent())
            .WithSummary("Delete an expression of the company; a shipped one is again as it was").RequireAuthorization(Policies.TeachReading).ProducesProblem(404);
        lexicon.MapPost("/preview", Task<Results<Ok<PreviewAnswer>, ProblemHttpResult>> (
                ExpressionPreview body, VocabularyBook book, ShippedReading shipped, ReadingPreviews previews, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            previews.AnswerAsync(book.Try(user.Identity!.Name!, (own, change) => LexiconEditor.Edit(own, shipped.Lexicon, body.Id, body.Expression, change)), cancellationToken))
            .WithSummary("How the last 10,000 texts would be read with this change; nothing is kept").RequireAuthorization(Policies.CorrectLabels).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static Results<Ok<LexiconPage>, ProblemHttpResult> List(CurrentReading reading, ShippedReading shipped, [AsParameters] LexiconQuery query)
    {
        var (limit, offset) = (query.Limit ?? 50, query.Offset ?? 0);
        if (limit is < 0 or > MostItems)
        {
            return Problem.Field("limit", new($"件数は 0〜{MostItems} にしてください。", $"Give a limit from 0 to {MostItems}."));
        }
        if (offset < 0)
        {
            return Problem.Field("offset", new("offset は 0 以上にしてください。", "Give an offset of 0 or more."));
        }
        var now = reading.Now;
        var own = now.Own.Expressions.ToLookup(x => x.Key);
        var words = LexiconEditor.Key(query.Q?.Trim() ?? "");
        var found = now.Composed.Lexicon.Entries
            .Select(e => (Entry: e, Key: LexiconEditor.Key(e.Expression)))
            .Where(e => (query.Own != true || own.Contains(e.Key)) && e.Key.Contains(words, StringComparison.Ordinal))
            .OrderBy(e => e.Key == words ? 0 : own.Contains(e.Key) ? 1 : words.Length > 0 && e.Key.StartsWith(words, StringComparison.Ordinal) ? 2 : 3)
            .ToList();
        return TypedResults.Ok(new LexiconPage(found.Count, [.. found.Skip(offset).Take(limit).Select(e => Item(e.Entry, [.. own[e.Key]], shipped.Lexicon))]));
    }

    private static LexiconItem Item(LexiconEntry entry, IReadOnlyList<LexiconExpressionRow> own, PolarityLexicon shipped)
    {
        var state = own.Count == 0 ? "shipped"
            : own.Any(x => x.Kind == LexiconKinds.Silent) && entry.IsSilent ? "silenced"
            : shipped.Find(entry.Expression) is null ? "own" : "changed";
        return new(entry.Expression, entry.Group, state, [.. entry.Senses.Select(s => new SenseInfo(s.Kind.Name(), s.Strength, s.Negated, s.Target))], [.. own.Select(OwnExpression.Of)]);
    }

    private static async Task<(OwnExpression? Made, ProblemHttpResult? Problem)> SaveAsync(
        VocabularyBook book, ShippedReading shipped, int? id, ExpressionInput? input, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var saved = await book.SaveAsync(user.Identity!.Name!, (own, change) => LexiconEditor.Edit(own, shipped.Lexicon, id, input, change), cancellationToken);
        if (saved.IsRefused(out var refusal, out var edit))
        {
            return (null, refusal.ToProblem());
        }
        return (input is null ? null : OwnExpression.Of(edit.After.Expressions[^1]), null);
    }
}
