using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

internal static class ReplayEndpoints
{
    private const int Quotes = 10;

    public static void AddReplays(this IServiceCollection services)
    {
        services.AddSingleton<ReplayStore>();
        services.AddSingleton<ReplayRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplayRunner>());
    }

    public static void MapReplays(this IEndpointRouteBuilder api)
    {
        var replays = api.MapGroup("/replays").WithTags("Replays").RequireAuthorization(Policies.Triage);
        replays.MapPost("", StartAsync).WithSummary("Run a period of the archive through the detector at a setting, in the background").ProducesProblem(400).ProducesProblem(409);
        replays.MapGet("", (ReplayStore replays, ReplayRunner runner, DetectionSettings settings, Store store, VocOptions options) =>
            new ReplayList([.. replays.List().Select(row => Info(row, runner))], Days(store, options), settings.FalseAlarmsPerYear()))
            .WithSummary("The replays that wait or run and the last 20 that ended, newest first");
        replays.MapGet("/{id:int}", Results<Ok<ReplayDetail>, ProblemHttpResult> (int id, ReplayStore replays, ReplayRunner runner) =>
            replays.Find(id) is { } row ? TypedResults.Ok(new ReplayDetail(Info(row, runner), row.ReadResult())) : Problem.NotFound("replay", id))
            .WithSummary("A replay: how far it is, its alarms, and how they compare with what people found real").ProducesProblem(404);
        replays.MapGet("/{id:int}/alarms/{number:int}", Results<Ok<ReplayQuotes>, ProblemHttpResult> (int id, int number, ReplayStore replays, FeedbackReader feedback) =>
            replays.Find(id)?.ReadResult()?.Alarms.SingleOrDefault(a => a.Number == number) is { } alarm
                ? TypedResults.Ok(new ReplayQuotes(feedback.Summaries([.. alarm.FeedbackIds.Take(Quotes)])))
                : Problem.NotFound("alarm", number))
            .WithSummary("What customers said that raised an alarm of a replay").ProducesProblem(404);
        replays.MapDelete("/{id:int}", EndAsync).WithSummary("Stop a replay that waits or runs, or delete one that has ended; one's own, or anybody's for administrators")
            .ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<Results<Accepted<ReplayInfo>, ProblemHttpResult>> StartAsync(
        NewReplay body, ReplayStore replays, ReplayRunner runner, DetectionSettings settings, Store store, VocOptions options, TimeProvider time, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (ReplayRequest.Wrong(body, Days(store, options)) is { } wrong)
        {
            return wrong;
        }
        var row = new ReplayRow
        {
            Owner = NameOf(user),
            From = body.From!.Value.DayNumber,
            To = body.To!.Value.DayNumber,
            FalseAlarmsPerYear = body.FalseAlarmsPerYear ?? settings.FalseAlarmsPerYear(),
            Copies = body.Copies ?? ReplayRequest.UsualCopies,
            Curve = body.Curve ?? false,
            CreatedAt = time.GetUtcNow(),
        };
        switch (await replays.AddAsync(row, cancellationToken))
        {
            case ReplayAdmission.OneAlready:
                return Problem.Of(409, new("あなたのリプレイがまだ実行中です。", "A replay of yours is still under way."), new("終わるのを待つか、中止してください。", "Wait for its end or cancel it."), "running");
            case ReplayAdmission.Full:
                return Problem.Of(409, new("順番を待つリプレイが多すぎます。", "Too many replays wait."), new("ほかのリプレイが終わってから始めてください。", "Start it when others have ended."), "full");
            default:
                runner.Wake();
                return TypedResults.Accepted($"/api/v1/replays/{row.Id}", Info(row, runner));
        }
    }

    private static async Task<Results<Ok<ReplayInfo>, NoContent, ProblemHttpResult>> EndAsync(int id, ReplayStore replays, ReplayRunner runner, ClaimsPrincipal user)
    {
        if (replays.Find(id) is not { } row)
        {
            return Problem.NotFound("replay", id);
        }
        if (row.Owner != NameOf(user) && !user.IsInRole(Policies.Admin))
        {
            return Problem.Of(403, new("ほかの人のリプレイは中止も削除もできません。", "Only who started a replay can cancel or delete it."), new("管理者に頼んでください。", "Ask an administrator."), "not-owner");
        }
        if (row.IsActive)
        {
            return await runner.CancelAsync(id) is { } ended ? TypedResults.Ok(Info(ended, runner)) : Problem.NotFound("replay", id);
        }
        await replays.DeleteAsync(id);
        return TypedResults.NoContent();
    }

    private static ReplayInfo Info(ReplayRow row, ReplayRunner runner)
    {
        var progress = row.State == ReplayState.Running && runner.Progress(row.Id) is var (now, left)
            ? new ReplayProgressInfo(now.Share, left is { } time ? (int)Math.Ceiling(time.TotalSeconds) : null, now.FalseAlarmsPerYear, now.Copy, now.Day, now.Alarms)
            : null;
        return new ReplayInfo(
            row.Id, row.Owner, DateOnly.FromDayNumber(row.From), DateOnly.FromDayNumber(row.To), row.FalseAlarmsPerYear, row.Copies, row.Curve,
            row.State.ToString().ToLowerInvariant(), row.CreatedAt, row.StartedAt, row.FinishedAt, row.Error, progress,
            row.ReadOutcome());
    }

    private static ArchiveDays? Days(Store store, VocOptions options)
    {
        using var connection = store.Open();
        return connection.Scalar("SELECT min(Id) FROM feedback") is long first && connection.Scalar("SELECT max(Id) FROM feedback") is long last
            ? new ArchiveDays(CompanyDay.Of(FeedbackId.TimeOf(first), options.Zone), CompanyDay.Of(FeedbackId.TimeOf(last), options.Zone))
            : null;
    }

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "?";
}
