using System.Diagnostics.CodeAnalysis;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api;

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from answering makes the service not ready.")]
    private static IResult Ready(Store store, Inbox inbox)
    {
        try
        {
            using var connection = store.Open();
            connection.Scalar("SELECT 1 FROM event LIMIT 1");
            return Results.Ok(new { status = "ready", inbox = inbox.Pending });
        }
        catch (Exception)
        {
            return Results.Json(new { status = "store unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
