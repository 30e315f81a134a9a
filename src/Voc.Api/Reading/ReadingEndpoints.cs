using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Reading;

internal static class ReadingEndpoints
{
    private const int MostChanges = 200;

    public static void MapReading(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reading").WithTags("Reading");
        group.MapGet("", Status).WithSummary("How texts are read now, and how many were read by an older version").RequireAuthorization(Policies.Read);
        group.MapGet("/changes", async (VocDbContext db, int? before, CancellationToken cancellationToken) =>
            (await db.Set<ReadingChangeRow>().AsNoTracking().Where(c => before == null || c.Version < before).OrderByDescending(c => c.Version).Take(MostChanges).ToListAsync(cancellationToken))
                .Select(c => new ReadingChangeInfo(c.Version, c.At, c.By, c.Kind, c.Action, c.Subject)).ToList())
            .WithSummary("Changes of how texts are read, newest first, at most 200; those before a version").RequireAuthorization(Policies.Read);
        group.MapPost("/relabel", async (Relabeller relabeller, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            TypedResults.Accepted("/api/v1/reading", Info(await relabeller.StartAsync(user.Identity!.Name!, cancellationToken))))
            .WithSummary("Read texts anew that an older version read; answers the run that is under way, if one is").RequireAuthorization(Policies.TeachReading);
        group.MapPost("/relabel/cancel", async Task<Results<Ok<RelabelInfo>, ProblemHttpResult>> (Relabeller relabeller, CancellationToken cancellationToken) =>
            await relabeller.CancelAsync(cancellationToken) is { } run ? TypedResults.Ok(Info(run)) : Problem.Of(
                409, new("読み直しは実行中ではありません。", "Nothing is being read anew."), new("GET /api/v1/reading で状態を確認してください。", "See GET /api/v1/reading."), "not-running"))
            .WithSummary("Stop reading anew; what was read anew stays so").RequireAuthorization(Policies.TeachReading).ProducesProblem(409);
    }

    private static Ok<ReadingStatus> Status(CurrentReading reading, Relabeller relabeller, Store store)
    {
        var now = reading.Now;
        using var connection = store.Open();
        return TypedResults.Ok(new ReadingStatus(
            now.Version,
            ReindexRun.CountStale(connection, now.Version),
            (long)connection.Scalar("SELECT count(*) FROM feedback")!,
            now.Model,
            relabeller.Last() is { } run ? Info(run) : null,
            [.. now.Composed.Problems.Select(p => p.Say())]));
    }

    private static RelabelInfo Info(ReindexRun run) => new(
        run.IsOpen ? "running" : run.Cancelled ? "cancelled" : "done", run.Scope.ToString().ToLowerInvariant(), run.Touched?.Word, run.Done, Math.Max(run.Total, run.Done), run.By, run.StartedAt, run.FinishedAt);
}
