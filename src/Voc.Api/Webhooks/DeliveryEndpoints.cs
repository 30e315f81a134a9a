using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Webhooks;

/// <summary>A message with the channel it is for.</summary>
internal sealed record ChannelDelivery(int Channel, string ChannelName, string Kind, DeliveryInfo Delivery);

/// <summary>How many messages were put into the queue again.</summary>
internal sealed record SentAgain(int Count);

internal static class DeliveryEndpoints
{
    private const int MostDeliveries = 200;

    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/deliveries").WithTags("Webhooks").RequireAuthorization(Policies.ManageSources);
        group.MapGet("", List).WithSummary("The last messages of all channels, newest first: all, waiting, delivered or failed").ProducesProblem(400);
        group.MapPost("/resend", SendAllAgain).WithSummary("Send everything that was given up again, under the same identifiers");
    }

    private static async Task<Results<Ok<List<ChannelDelivery>>, ProblemHttpResult>> List(VocDbContext db, CancellationToken cancellationToken, string state = "all", int limit = 50)
    {
        if (limit is < 1 or > MostDeliveries)
        {
            return Problem.Field("limit", new($"件数は 1〜{MostDeliveries} にしてください。", $"Give a limit from 1 to {MostDeliveries}."));
        }
        var all = state == "all";
        if (!Enum.TryParse<DeliveryState>(all ? nameof(DeliveryState.Waiting) : state, ignoreCase: true, out var one) || (!all && !char.IsAsciiLetter(state[0])))
        {
            return Problem.Field("state", new("状態は all、waiting、delivered、failed から選んでください。", "Choose all, waiting, delivered or failed."));
        }
        var rows = await db.Set<WebhookDeliveryRow>().AsNoTracking().Include(d => d.Webhook).Where(d => all || d.State == one).OrderByDescending(d => d.Id).Take(limit).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(d => new ChannelDelivery(d.WebhookId, d.Webhook!.Name, d.Webhook.Kind, DeliveryInfo.Of(d))));
    }

    private static async Task<Ok<SentAgain>> SendAllAgain(GroupCommitWriter writer, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SentAgain(await writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            var failed = context.Set<WebhookDeliveryRow>().Where(d => d.State == DeliveryState.Failed && d.Event != WebhookEvents.Test).ToList();
            failed.ForEach(d => WebhookQueue.SendAgain(d, time.GetUtcNow()));
            context.SaveChanges();
            return failed.Count;
        }, cancellationToken)));
}
