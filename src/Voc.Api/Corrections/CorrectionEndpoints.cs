using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Corrections;

internal static class CorrectionEndpoints
{
    private const int MostItems = 200;

    public static void MapCorrections(this IEndpointRouteBuilder api)
    {
        var labels = api.MapGroup("/feedback/{id:long}/labels").WithTags("Feedback").RequireAuthorization(Policies.CorrectLabels);
        labels.MapPut("", async Task<Results<Ok<FeedbackDetail>, ProblemHttpResult>> (
                long id, LabelInput body, CorrectionBook book, FeedbackReader reader, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.CorrectAsync(id, body, user.Identity!.Name!, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.Ok(reader.Detail(id)!))
            .WithSummary("Put labels right: at once, and for good").ProducesProblem(400).ProducesProblem(404);
        labels.MapDelete("", async Task<Results<Ok<FeedbackDetail>, ProblemHttpResult>> (
                long id, CorrectionBook book, FeedbackReader reader, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await book.WithdrawAsync(id, user.Identity!.Name!, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.Ok(reader.Detail(id)!))
            .WithSummary("Take a correction back: the text has the labels the analysis reads").ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/corrections", ListAsync).WithTags("Feedback").WithSummary("Who corrected which labels and took which back, newest first").RequireAuthorization(Policies.Read).ProducesProblem(400);
    }

    private static async Task<Results<Ok<CorrectionPage>, ProblemHttpResult>> ListAsync(
        VocDbContext db, CancellationToken cancellationToken, int limit = 50, int offset = 0, string? by = null, long? feedback = null)
    {
        if (limit is < 0 or > MostItems)
        {
            return Problem.Field("limit", new($"件数は 0〜{MostItems} にしてください。", $"Give a limit from 0 to {MostItems}."));
        }
        if (offset < 0)
        {
            return Problem.Field("offset", new("offset は 0 以上にしてください。", "Give an offset of 0 or more."));
        }
        var log = db.Set<CorrectionLogRow>().AsNoTracking().Where(l => (by == null || l.By == by) && (feedback == null || l.FeedbackId == feedback));
        var rows = await log.OrderByDescending(l => l.Id).Skip(offset).Take(limit).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.FeedbackId).Distinct().ToList();
        var texts = await db.Feedback.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Text, cancellationToken);
        return TypedResults.Ok(new CorrectionPage(
            await log.CountAsync(cancellationToken),
            await db.Set<CorrectionRow>().CountAsync(cancellationToken),
            [.. rows.Select(r => new CorrectionEntry(r.Id, r.FeedbackId, texts.GetValueOrDefault(r.FeedbackId), r.Action, r.By, r.At, Labels.Read(r.Labels), LabelsRead.Read(r.Was)))]));
    }
}
