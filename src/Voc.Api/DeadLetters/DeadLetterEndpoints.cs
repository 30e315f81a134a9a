using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest;

namespace Voc.Api.DeadLetters;

internal sealed record Requeued(int Count);

/// <summary>Somebody mended (<c>fixed</c>), tried again (<c>retried</c>) or discarded (<c>discarded</c>, with the reason) a dead letter.</summary>
internal sealed record DeadLetterChange(long FeedbackId, string ExternalId, string Action, string? Reason, string By, DateTimeOffset At);

internal static class DeadLetterEndpoints
{
    private const int Shown = 500;
    private const int ChangesShown = 50;

    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/dead-letters").WithTags("Administration").RequireAuthorization(Policies.Administer);
        letters.MapGet("", (Store store, IngestContext context, CancellationToken cancellationToken) => ListAsync(store, context, null, cancellationToken))
            .WithSummary("Feedback that could not be analysed, newest first");
        letters.MapPost("/requeue", (DeadLetterBook book, HttpContext http, CancellationToken cancellationToken) => RequeueAllAsync(book, null, http, cancellationToken)).WithSummary("Try all of it again");
        letters.MapPost("/{id:long}/requeue", async Task<Results<Ok<Requeued>, ProblemHttpResult>> (long id, DeadLetterBook book, HttpContext http, CancellationToken cancellationToken) =>
            await book.RequeueAsync(id, null, By(http), cancellationToken) is > 0 and var count ? TypedResults.Ok(new Requeued(count)) : Problem.NotFound("dead letter", id))
            .WithSummary("Try one again").ProducesProblem(404);

        var ofSource = api.MapGroup("/sources/{source:int}/dead-letters").WithTags("Sources").RequireAuthorization(Policies.ManageSources);
        ofSource.MapGet("", (int source, Store store, IngestContext context, CancellationToken cancellationToken) => ListAsync(store, context, source, cancellationToken))
            .WithSummary("Feedback of a source that could not be analysed, newest first");
        ofSource.MapGet("/changes", ChangesAsync).WithSummary("Who mended, tried again or discarded which, newest first");
        ofSource.MapPost("/requeue", (int source, DeadLetterBook book, HttpContext http, CancellationToken cancellationToken) => RequeueAllAsync(book, source, http, cancellationToken))
            .WithSummary("Try all of a source again");
        ofSource.MapPost("/{id:long}/retry", Retry).WithSummary("Mend one where that is needed and try it again; answers with what came of it").ProducesProblem(400).ProducesProblem(404);
        ofSource.MapPost("/{id:long}/discard", Discard).WithSummary("Give one up for good, with a reason").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<List<DeadLetter>> ListAsync(Store store, IngestContext context, int? source, CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        var rows = await db.Inbox.AsNoTracking().Include(i => i.Source).Where(i => i.FailedAt != null && (source == null || i.SourceId == source))
            .OrderByDescending(i => i.FailedAt).ThenByDescending(i => i.Arrival).Take(Shown).ToListAsync(cancellationToken);
        var masker = context.Masking.Now;
        return [.. rows.Select(row => DeadLetter.Of(row, masker))];
    }

    private static async Task<List<DeadLetterChange>> ChangesAsync(int source, VocDbContext db, CancellationToken cancellationToken) =>
        await db.Set<DeadLetterChangeRow>().Where(c => c.SourceId == source).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(ChangesShown)
            .Select(c => new DeadLetterChange(c.FeedbackId, c.ExternalId, c.Action, c.Reason, c.By, c.At)).ToListAsync(cancellationToken);

    private static async Task<Ok<Requeued>> RequeueAllAsync(DeadLetterBook book, int? source, HttpContext http, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Requeued(await book.RequeueAsync(null, source, By(http), cancellationToken)));

    private static async Task<Results<Ok<RetryAnswer>, ProblemHttpResult>> Retry(int source, long id, DeadLetterFix body, DeadLetterRetry retry, HttpContext http, CancellationToken cancellationToken)
    {
        var (answer, refusal) = await retry.RetryAsync(source, id, body, By(http), cancellationToken);
        return refusal is not null ? Problem.Field(refusal.Field, refusal.Message)
            : answer is not null ? TypedResults.Ok(answer)
            : Problem.NotFound("dead letter", id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Discard(int source, long id, DeadLetterDiscard body, DeadLetterBook book, HttpContext http, CancellationToken cancellationToken)
    {
        var reason = body.Reason?.Trim() ?? "";
        if (reason.Length is < DeadLetterBook.ShortestReason or > DeadLetterBook.LongestReason)
        {
            return Problem.Field("reason", new(
                $"破棄する理由を {DeadLetterBook.ShortestReason}〜{DeadLetterBook.LongestReason} 文字で書いてください。",
                $"Give a reason of {DeadLetterBook.ShortestReason} to {DeadLetterBook.LongestReason} characters."));
        }
        return await book.DiscardAsync(source, id, reason, By(http), cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("dead letter", id);
    }

    private static string By(HttpContext http) => http.User.Identity?.Name ?? "";
}
