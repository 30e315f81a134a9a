using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.SavedSearches;

internal static class SavedSearchEndpoints
{
    private const int MostAlerts = 100;
    private const int PreviewDays = 30;
    private const int PreviewAlerts = 20;

    public static void MapSavedSearches(this IEndpointRouteBuilder api)
    {
        var read = api.MapGroup("/saved-searches").WithTags("Saved searches").RequireAuthorization(Policies.Read);
        read.MapGet("", (SavedSearchReader reader, HttpContext http) => TypedResults.Ok(reader.List(Reader.Of(http.User)))).WithSummary("One's own searches and those others share");
        read.MapGet("/{id:long}", Get).WithSummary("One saved search; its version is in ETag").ProducesProblem(404);
        read.MapGet("/{id:long}/alerts", Alerts).WithSummary("When it alerted and of what, newest first").ProducesProblem(400).ProducesProblem(404);
        read.MapPost("/preview", Preview).WithSummary("How often an alert would have come in the last 30 days; nothing is kept").ProducesProblem(400);

        var write = api.MapGroup("/saved-searches").WithTags("Saved searches").RequireAuthorization(Policies.SaveSearches);
        write.MapPost("", Add).WithSummary("Keep a search").ProducesProblem(400).ProducesProblem(409);
        write.MapPut("/{id:long}", Change).WithSummary("Change a saved search, with If-Match only the version read").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        write.MapDelete("/{id:long}", Remove).WithSummary("Remove a saved search with its alerts").ProducesProblem(403).ProducesProblem(404).ProducesProblem(412);
        write.MapPut("/{id:long}/follow", (long id, SavedSearchBook book, HttpContext http, CancellationToken cancellationToken) => Follow(id, true, book, http, cancellationToken))
            .WithSummary("Be told when it alerts").ProducesProblem(404);
        write.MapDelete("/{id:long}/follow", (long id, SavedSearchBook book, HttpContext http, CancellationToken cancellationToken) => Follow(id, false, book, http, cancellationToken))
            .WithSummary("Not be told any more").ProducesProblem(404);
    }

    private static Results<Ok<SavedSearchInfo>, ProblemHttpResult> Get(long id, SavedSearchReader reader, HttpContext http) => Found(id, reader, http);

    private static Results<Ok<IReadOnlyList<SearchAlertSummary>>, ProblemHttpResult> Alerts(long id, SavedSearchReader reader, HttpContext http, int limit = 20, long? before = null)
    {
        if (limit is < 1 or > MostAlerts)
        {
            return WrongLimit();
        }
        return reader.Find(id, Reader.Of(http.User)) is null ? Missing(id) : TypedResults.Ok(reader.Alerts(id, limit, before));
    }

    private static Results<Ok<AlertPreview>, ProblemHttpResult> Preview(AlertTrial body, WatchedSearches searches, VocOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (body.Alert is not { } settings)
        {
            return Problem.Field("alert", new("アラートの条件を指定してください。", "Say when it shall alert."));
        }
        try
        {
            var (alert, refusal) = SavedSearchRules.Check(settings);
            if (refusal is not null)
            {
                return refusal.ToProblem();
            }
            var now = time.GetUtcNow();
            var from = now.AddDays(-PreviewDays);
            var said = searches.Times(SavedQuery.Read(SavedSearchRules.Query(body.Query)), CompanyDay.Of(from.AddHours(-(alert!.WindowHours ?? 0)), options.Zone), cancellationToken);
            var alerts = Rehearsal.Run(said, alert, from, now);
            return TypedResults.Ok(new AlertPreview(PreviewDays, said.Count(t => t >= from && t <= now), alerts.Count, [.. alerts.Reverse().Take(PreviewAlerts)]));
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }

    private static async Task<Results<Created<SavedSearchInfo>, ProblemHttpResult>> Add(
        SavedSearchInput body, SavedSearchBook book, SavedSearchReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            var by = Reader.Of(http.User);
            var (id, refusal) = await book.AddAsync(body, by, cancellationToken);
            if (refusal is not null)
            {
                return refusal.ToProblem();
            }
            var made = reader.Find(id, by)!;
            EntityVersion.Tell(http.Response, made.Version);
            return TypedResults.Created($"/api/v1/saved-searches/{id}", made);
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }

    private static async Task<Results<Ok<SavedSearchInfo>, ProblemHttpResult>> Change(
        long id, SavedSearchInput body, SavedSearchBook book, SavedSearchReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            return await book.ChangeAsync(id, body, EntityVersion.Expected(http.Request), Reader.Of(http.User), cancellationToken) is { } refusal
                ? refusal.ToProblem()
                : Found(id, reader, http);
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(long id, SavedSearchBook book, HttpContext http, CancellationToken cancellationToken) =>
        await book.RemoveAsync(id, EntityVersion.Expected(http.Request), Reader.Of(http.User), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Follow(long id, bool follow, SavedSearchBook book, HttpContext http, CancellationToken cancellationToken) =>
        await book.FollowAsync(id, follow, Reader.Of(http.User), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static Results<Ok<SavedSearchInfo>, ProblemHttpResult> Found(long id, SavedSearchReader reader, HttpContext http)
    {
        if (reader.Find(id, Reader.Of(http.User)) is not { } found)
        {
            return Missing(id);
        }
        EntityVersion.Tell(http.Response, found.Version);
        return TypedResults.Ok(found);
    }

    private static ProblemHttpResult Missing(long id) => Refusal.Missing(SavedSearchBook.What, id).ToProblem();

    public static ProblemHttpResult WrongLimit() =>
        Problem.Field("limit", new($"件数は 1〜{MostAlerts} にしてください。", $"Give a limit from 1 to {MostAlerts}."));
}
