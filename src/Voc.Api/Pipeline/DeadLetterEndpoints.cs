using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>Feedback that analysis gave up on; still in the inbox, nothing of it is lost.</summary>
internal sealed record DeadLetter(long Id, string Source, string ExternalId, string Channel, string Text, string? Error, int Attempts, DateTimeOffset FailedAt);

internal sealed record Requeued(int Count);

internal static class DeadLetterEndpoints
{
    private const int MaximumListed = 500;
    private const string Requeue = "UPDATE inbox SET FailedAt=NULL, Attempts=0, DueAt=0 WHERE FailedAt IS NOT NULL AND ($id IS NULL OR Id=$id)";

    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/dead-letters").WithTags("Administration").RequireAuthorization(Policies.Administer);
        group.MapGet("", List).WithSummary("Feedback that analysis gave up on, latest first");
        group.MapPost("/requeue", async (GroupCommitWriter writer, Inbox inbox) => new Requeued(await RequeueAsync(writer, inbox, null)))
            .WithSummary("Send all of them through analysis again");
        group.MapPost("/{id:long}/requeue", async Task<Results<Ok<Requeued>, ProblemHttpResult>> (long id, GroupCommitWriter writer, Inbox inbox) =>
            await RequeueAsync(writer, inbox, id) is var count and > 0 ? TypedResults.Ok(new Requeued(count)) : Problem.NotFound("dead letter", id))
            .WithSummary("Send one of them through analysis again").ProducesProblem(404);
    }

    private static async Task<List<DeadLetter>> List(VocDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Inbox.AsNoTracking().Include(i => i.Source).Where(i => i.FailedAt != null)
            .OrderByDescending(i => i.FailedAt).Take(MaximumListed).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    private static DeadLetter Of(InboxRow row)
    {
        var feedback = JsonSerializer.Deserialize(row.Payload, StoredJson.Default.Feedback)!;
        return new DeadLetter(row.Id, row.Source!.Name, row.ExternalId, feedback.Channel.Name(), feedback.Text, row.Error, row.Attempts, row.FailedAt!.Value);
    }

    private static async Task<int> RequeueAsync(GroupCommitWriter writer, Inbox inbox, long? id)
    {
        var count = await writer.WriteAsync(connection => connection.Execute(Requeue, ("$id", id)));
        inbox.Recount();
        return count;
    }
}
