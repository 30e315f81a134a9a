using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Webhooks;

internal static class OutgoingWebhookEndpoints
{
    private const int MostDeliveries = 100;

    public static void MapOutgoingWebhooks(this IEndpointRouteBuilder api)
    {
        var read = api.MapGroup("/webhooks").WithTags("Webhooks").RequireAuthorization(Policies.ManageSources);
        read.MapGet("", List).WithSummary("Webhooks with what waits for them; whole addresses for administrators only");
        read.MapGet("/{id:int}", Get).WithSummary("One webhook; its version is in ETag").ProducesProblem(404);
        read.MapGet("/{id:int}/deliveries", Deliveries).WithSummary("The last messages and what became of them, newest first").ProducesProblem(400).ProducesProblem(404);

        var write = api.MapGroup("/webhooks").WithTags("Webhooks").RequireAuthorization(Policies.Administer);
        write.MapPost("", Add).WithSummary("Register a webhook; its secret is in this answer alone").ProducesProblem(400).ProducesProblem(409);
        write.MapPut("/{id:int}", Change).WithSummary("Change a webhook, with If-Match only the version read; what is left out stays").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        write.MapDelete("/{id:int}", Remove).WithSummary("Remove a webhook with what waits for it").ProducesProblem(404).ProducesProblem(412);
        write.MapPost("/{id:int}/secret", RenewSecret).WithSummary("Make another secret; it is in this answer alone").ProducesProblem(404);
        write.MapPost("/{id:int}/test", Test).WithSummary("Send a test message now and say how it went").ProducesProblem(404);
        api.MapPost("/webhooks/{id:int}/deliveries/{delivery}/resend", SendAgain).WithTags("Webhooks").RequireAuthorization(Policies.ManageSources)
            .WithSummary("Send a message again, under the same identifier").ProducesProblem(404);
    }

    private static async Task<List<WebhookInfo>> List(VocDbContext db, WebhookAddresses addresses, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var rows = await db.Set<WebhookRow>().AsNoTracking().OrderBy(w => w.Name).ToListAsync(cancellationToken);
        return await DescribeAsync(db, addresses, rows, user, cancellationToken);
    }

    private static async Task<Results<Ok<WebhookInfo>, ProblemHttpResult>> Get(int id, VocDbContext db, WebhookAddresses addresses, HttpContext http, CancellationToken cancellationToken) =>
        await FindAsync(db, addresses, id, http, cancellationToken) is { } info ? TypedResults.Ok(info) : Missing(id);

    private static async Task<Results<Created<CreatedWebhook>, ProblemHttpResult>> Add(WebhookInput body, WebhookBook book, WebhookAddresses addresses, HttpContext http, CancellationToken cancellationToken)
    {
        var (row, secret, refusal) = await book.AddAsync(body, http.User.Identity!.Name!, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }
        EntityVersion.Tell(http.Response, row!.Version);
        return TypedResults.Created($"/api/v1/webhooks/{row.Id}", new CreatedWebhook(WebhookInfo.Of(row, WebhookInfo.Shown(row, addresses, whole: true), 0, 0, null), secret!));
    }

    private static async Task<Results<Ok<WebhookInfo>, ProblemHttpResult>> Change(int id, WebhookInput body, WebhookBook book, VocDbContext db, WebhookAddresses addresses, HttpContext http, CancellationToken cancellationToken) =>
        await book.ChangeAsync(id, body, EntityVersion.Expected(http.Request), http.User.Identity!.Name!, cancellationToken) is { } refusal
            ? refusal.ToProblem()
            : await FindAsync(db, addresses, id, http, cancellationToken) is { } info ? TypedResults.Ok(info) : Missing(id);

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(int id, WebhookBook book, HttpContext http, CancellationToken cancellationToken) =>
        await book.RemoveAsync(id, EntityVersion.Expected(http.Request), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<CreatedWebhook>, ProblemHttpResult>> RenewSecret(int id, WebhookBook book, VocDbContext db, WebhookAddresses addresses, HttpContext http, CancellationToken cancellationToken)
    {
        var (secret, refusal) = await book.RenewSecretAsync(id, http.User.Identity!.Name!, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }
        return await FindAsync(db, addresses, id, http, cancellationToken) is { } info ? TypedResults.Ok(new CreatedWebhook(info, secret!)) : Missing(id);
    }

    private static async Task<Results<Ok<DeliveryInfo>, ProblemHttpResult>> Test(int id, VocDbContext db, WebhookDeliveries deliveries, VocOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Set<WebhookRow>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } row)
        {
            return Missing(id);
        }
        return TypedResults.Ok(await deliveries.TestAsync(row, WebhookMessage.Test(time.GetUtcNow(), options), cancellationToken));
    }

    private static async Task<Results<Ok<List<DeliveryInfo>>, ProblemHttpResult>> Deliveries(int id, VocDbContext db, CancellationToken cancellationToken, int limit = 20)
    {
        if (limit is < 1 or > MostDeliveries)
        {
            return Problem.Field("limit", new($"件数は 1〜{MostDeliveries} にしてください。", $"Give a limit from 1 to {MostDeliveries}."));
        }
        if (!await db.Set<WebhookRow>().AnyAsync(w => w.Id == id, cancellationToken))
        {
            return Missing(id);
        }
        var rows = await db.Set<WebhookDeliveryRow>().AsNoTracking().Where(d => d.WebhookId == id).OrderByDescending(d => d.Id).Take(limit).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(DeliveryInfo.Of));
    }

    private static async Task<Results<Accepted<DeliveryInfo>, ProblemHttpResult>> SendAgain(int id, string delivery, GroupCommitWriter writer, TimeProvider time, CancellationToken cancellationToken)
    {
        var row = await writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            var found = context.Set<WebhookDeliveryRow>().SingleOrDefault(d => d.WebhookId == id && d.Key == delivery);
            if (found is not null)
            {
                WebhookQueue.SendAgain(found, time.GetUtcNow());
                context.SaveChanges();
            }
            return found;
        }, cancellationToken);
        return row is null ? Problem.NotFound("delivery", delivery) : TypedResults.Accepted((string?)null, DeliveryInfo.Of(row));
    }

    private static ProblemHttpResult Missing(int id) => Refusal.Missing(WebhookBook.What, id).ToProblem();

    private static async Task<WebhookInfo?> FindAsync(VocDbContext db, WebhookAddresses addresses, int id, HttpContext http, CancellationToken cancellationToken)
    {
        var rows = await db.Set<WebhookRow>().AsNoTracking().Where(w => w.Id == id).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }
        EntityVersion.Tell(http.Response, rows[0].Version);
        return (await DescribeAsync(db, addresses, rows, http.User, cancellationToken))[0];
    }

    private static async Task<List<WebhookInfo>> DescribeAsync(VocDbContext db, WebhookAddresses addresses, List<WebhookRow> rows, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var deliveries = db.Set<WebhookDeliveryRow>().AsNoTracking();
        var counts = await deliveries.Where(d => d.State != DeliveryState.Delivered).GroupBy(d => new { d.WebhookId, d.State })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var lastIds = deliveries.GroupBy(d => d.WebhookId).Select(g => g.Max(d => d.Id));
        var last = await deliveries.Where(d => lastIds.Contains(d.Id)).ToDictionaryAsync(d => d.WebhookId, cancellationToken);
        int Count(int id, DeliveryState state) => counts.SingleOrDefault(c => c.Key.WebhookId == id && c.Key.State == state)?.Count ?? 0;
        return rows.ConvertAll(w => WebhookInfo.Of(
            w, WebhookInfo.Shown(w, addresses, user.IsInRole(Policies.Admin)), Count(w.Id, DeliveryState.Waiting), Count(w.Id, DeliveryState.Failed), last.TryGetValue(w.Id, out var row) ? DeliveryInfo.Of(row) : null));
    }
}
