using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.Masking;

internal static class MaskingEndpoints
{
    private const int LongestTrial = 10_000;
    private const int MostAccesses = 200;

    public static void MapMasking(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/masking").WithTags("Personal data");
        group.MapGet("", Status).WithSummary("What is no personal data to the company, and the last run of masking anew").RequireAuthorization(Policies.Administer);
        group.MapPost("/allowed", async Task<Results<Created<AllowedExpression>, ProblemHttpResult>> (AllowedInput body, MaskingBook book, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.AddAsync(body, user.Identity!.Name!, cancellationToken) is var (added, refusal) && refusal is null ? TypedResults.Created((string?)null, added!) : refusal!.ToProblem())
            .WithSummary("Allow an expression: texts that come from now on keep it").RequireAuthorization(Policies.Administer).ProducesProblem(400).ProducesProblem(409);
        group.MapDelete("/allowed/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, MaskingBook book, CancellationToken cancellationToken) =>
            await book.DeleteAsync(id, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent())
            .WithSummary("Allow an expression no longer").RequireAuthorization(Policies.Administer).ProducesProblem(404);
        group.MapPost("/preview", Preview).WithSummary("What would be masked in a text; nothing is kept").RequireAuthorization(Policies.Administer).ProducesProblem(400);
        group.MapPost("/run", async (MaskingRuns runs, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            TypedResults.Accepted("/api/v1/masking", MaskingRunInfo.Of(await runs.StartAsync(user.Identity!.Name!, cancellationToken))))
            .WithSummary("Mask all that is stored by the rules of now; answers the run that is under way, if one is").RequireAuthorization(Policies.Administer);
        group.MapPost("/run/cancel", async Task<Results<Ok<MaskingRunInfo>, ProblemHttpResult>> (MaskingRuns runs, CancellationToken cancellationToken) =>
            await runs.CancelAsync(cancellationToken) is { } run ? TypedResults.Ok(MaskingRunInfo.Of(run)) : Problem.Of(
                409, new("マスクし直しは実行中ではありません。", "Nothing is being masked anew."), new("GET /api/v1/masking で状態を確認してください。", "See GET /api/v1/masking."), "not-running"))
            .WithSummary("Stop masking anew; what was masked stays masked").RequireAuthorization(Policies.Administer).ProducesProblem(409);
        MapOriginals(api, group);
    }

    private static void MapOriginals(IEndpointRouteBuilder api, RouteGroupBuilder group)
    {
        group.MapPut("/sources/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, KeepOriginalsInput body, OriginalVault vault, CancellationToken cancellationToken) =>
            body.Keep is not { } keep ? Problem.Field("keep", new("true か false を指定してください。", "Give true or false."))
            : await vault.SetAsync(id, keep, cancellationToken) ? TypedResults.NoContent()
            : Problem.NotFound("source", id))
            .WithSummary("Let a source keep texts as they came, encrypted; or delete those it kept").RequireAuthorization(Policies.Administer).ProducesProblem(400).ProducesProblem(404);
        group.MapGet("/accesses", async (VocDbContext db, long? before, CancellationToken cancellationToken) =>
            await db.Set<OriginalAccessRow>().AsNoTracking().Where(a => before == null || a.Id < before).OrderByDescending(a => a.Id).Take(MostAccesses)
                .Select(a => new OriginalAccess(a.Id, a.FeedbackId, a.By, a.Reason, a.At)).ToListAsync(cancellationToken))
            .WithSummary("Who read originals and why, newest first, at most 200; those before an identifier").RequireAuthorization(Policies.Administer);
        api.MapPost("/feedback/{id:long}/original", async Task<Results<Ok<OriginalText>, ProblemHttpResult>> (
                long id, OriginalRequest body, OriginalVault vault, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await vault.ReadAsync(id, body.Reason, user.Identity!.Name!, cancellationToken) is var (text, refusal) && refusal is null ? TypedResults.Ok(new OriginalText(text!)) : refusal!.ToProblem())
            .WithTags("Personal data").WithSummary("Read a text as it came, with a reason that is kept").RequireAuthorization(Policies.Administer).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Ok<MaskingStatus>> Status(MaskingBook book, MaskingRuns runs, VocDbContext db, CancellationToken cancellationToken)
    {
        var kept = await db.Set<OriginalRow>().GroupBy(o => o.Feedback!.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var sources = await db.Sources.AsNoTracking().OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.KeepOriginals }).ToListAsync(cancellationToken);
        return TypedResults.Ok(new MaskingStatus(
            book.All(),
            runs.Last() is { } run ? MaskingRunInfo.Of(run) : null,
            [.. sources.Select(s => new MaskedSource(s.Id, s.Name, s.KeepOriginals, kept.GetValueOrDefault(s.Id)))]));
    }

    private static Results<Ok<MaskingPreview>, ProblemHttpResult> Preview(MaskingTrial body, MaskingInUse masking)
    {
        if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > LongestTrial)
        {
            return Problem.Field("text", new($"1〜{LongestTrial:N0} 文字の文を入れてください。", $"Give a text of 1 to {LongestTrial:N0} characters."));
        }
        var masked = masking.Now.Mask(body.Text);
        return TypedResults.Ok(new MaskingPreview(masked.Text, [.. masked.Found.Select(d => new MaskedPart(d.Kind.Name(), d.Start, d.Length))]));
    }
}
