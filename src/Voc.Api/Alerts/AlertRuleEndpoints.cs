using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.Alerts;

internal static class AlertRuleEndpoints
{
    public static void AddAlertRules(this IServiceCollection services)
    {
        services.AddSingleton<IssueTopics>();
        services.AddSingleton<AlertDecision>();
        services.AddSingleton<IssueNotices>();
        services.AddSingleton<AlertRelease>();
        services.AddSingleton<AlertRuleBook>();
        services.AddSingleton<AlertRehearsal>();
        services.AddHostedService<IssueAlerter>();
    }

    public static void MapAlertRules(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/alert-rules").WithTags("Alert rules").RequireAuthorization(Policies.ManageSources);
        group.MapGet("", (AlertRuleBook book) => TypedResults.Ok(book.List())).WithSummary("Rules by which channels are told of issues, in their order");
        group.MapGet("/{id:int}", Get).WithSummary("One rule; its version is in ETag").ProducesProblem(404);
        group.MapPost("", Add).WithSummary("Add a rule after the others").ProducesProblem(400).ProducesProblem(409);
        group.MapPut("/{id:int}", Change).WithSummary("Make a rule what is given, with If-Match only the version read").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        group.MapDelete("/{id:int}", Remove).WithSummary("Remove a rule with what waits for it").ProducesProblem(404).ProducesProblem(412);
        group.MapPut("/order", Order).WithSummary("Put all rules into an order").ProducesProblem(400).ProducesProblem(412);
        group.MapPost("/preview", Preview).WithSummary("Which issues of the last 30 days a rule would have told of, and in how many messages; nothing is kept").ProducesProblem(400);
        group.MapPost("/{id:int}/test", Test).WithSummary("Send an example to the rule's channel now and say how it went").ProducesProblem(404);
    }

    private static Results<Ok<RuleInfo>, ProblemHttpResult> Get(int id, AlertRuleBook book, HttpContext http)
    {
        if (book.Find(id) is not { } rule)
        {
            return Refusal.Missing(AlertRuleBook.What, id).ToProblem();
        }
        EntityVersion.Tell(http.Response, rule.Version);
        return TypedResults.Ok(rule);
    }

    private static async Task<Results<Created<RuleInfo>, ProblemHttpResult>> Add(RuleInput body, AlertRuleBook book, HttpContext http, CancellationToken cancellationToken)
    {
        var (id, refusal) = await book.AddAsync(body, http.User.Identity!.Name!, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }
        var rule = book.Find(id)!;
        EntityVersion.Tell(http.Response, rule.Version);
        return TypedResults.Created($"/api/v1/alert-rules/{id}", rule);
    }

    private static async Task<Results<Ok<RuleInfo>, ProblemHttpResult>> Change(int id, RuleInput body, AlertRuleBook book, HttpContext http, CancellationToken cancellationToken) =>
        await book.ChangeAsync(id, body, EntityVersion.Expected(http.Request), http.User.Identity!.Name!, cancellationToken) is { } refusal ? refusal.ToProblem() : Get(id, book, http);

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(int id, AlertRuleBook book, HttpContext http, CancellationToken cancellationToken) =>
        await book.RemoveAsync(id, EntityVersion.Expected(http.Request), cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<IReadOnlyList<RuleInfo>>, ProblemHttpResult>> Order(RuleOrder body, AlertRuleBook book, CancellationToken cancellationToken) =>
        body.Ids is null ? Problem.Field("ids", new("ルールの ID を順に指定してください。", "Give the identifiers of the rules in order."))
        : await book.OrderAsync(body.Ids, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.Ok(book.List());

    private static Results<Ok<RulePreview>, ProblemHttpResult> Preview(RuleInput body, AlertRehearsal rehearsal)
    {
        // It may have no name yet.
        var (_, conditions, timing, refusal) = AlertRuleReader.Read(body with { Name = "?" });
        return refusal is not null ? refusal.ToProblem() : TypedResults.Ok(rehearsal.Run(conditions!, timing!));
    }

    private static async Task<Results<Ok<DeliveryInfo>, ProblemHttpResult>> Test(
        int id, VocDbContext db, WebhookDeliveries deliveries, IssueNotices notices, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Set<AlertRuleRow>().AsNoTracking().Include(r => r.Webhook).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } rule)
        {
            return Refusal.Missing(AlertRuleBook.What, id).ToProblem();
        }
        var now = time.GetUtcNow();
        return TypedResults.Ok(await deliveries.TestAsync(rule.Webhook!, AlertRelease.One(rule.Name, notices.Example(now), now), cancellationToken));
    }
}
