using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Storage;

namespace Voc.Api.SavedSearches;

/// <summary>The last alert somebody has seen.</summary>
internal sealed record AlertsSeen(long Through);

internal static class AlertEndpoints
{
    private const int MostAlerts = 100;

    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/alerts").WithTags("Saved searches");
        group.MapGet("", List).WithSummary("Alerts of one's own and followed searches, newest first, and how many were not seen").RequireAuthorization(Policies.Read).ProducesProblem(400);
        group.MapPost("/seen", Seen).WithSummary("Note that alerts were seen, up to one").RequireAuthorization(Policies.SaveSearches);
    }

    private static Results<Ok<AlertList>, ProblemHttpResult> List(SavedSearchReader reader, HttpContext http, int limit = 20, long? before = null) =>
        limit is < 1 or > MostAlerts ? SavedSearchEndpoints.WrongLimit() : TypedResults.Ok(reader.AlertsFor(Reader.Of(http.User), limit, before));

    private static async Task<NoContent> Seen(AlertsSeen body, GroupCommitWriter writer, HttpContext http, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(connection => connection.Execute(
            "INSERT INTO alert_reader (UserName, SeenThrough) VALUES ($user, min($through, (SELECT coalesce(max(Id), 0) FROM search_alert))) ON CONFLICT (UserName) DO UPDATE SET SeenThrough = max(SeenThrough, excluded.SeenThrough)",
            ("$user", Reader.Of(http.User).UserName), ("$through", body.Through)), cancellationToken);
        return TypedResults.NoContent();
    }
}
