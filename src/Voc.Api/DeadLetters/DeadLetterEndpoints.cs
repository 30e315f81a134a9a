using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.DeadLetters;

/// <summary>Feedback whose analysis kept failing.</summary>
internal sealed record DeadLetter(
    long Id, string Source, string ExternalId, string Channel, string Text, string Error, int Attempts, DateTimeOffset FailedAt);

internal sealed record Requeued(int Count);

internal static class DeadLetterEndpoints
{
    private const int Shown = 500;

    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/dead-letters").WithTags("Administration").RequireAuthorization(Policies.Administer);
        letters.MapGet("", List).WithSummary("Feedback that could not be analysed, newest first");
        letters.MapPost("/requeue", async (GroupCommitWriter writer, Inbox inbox, CancellationToken cancellationToken) =>
            TypedResults.Ok(new Requeued(await RequeueAsync(writer, inbox, null, cancellationToken)))).WithSummary("Try all of it again");
        letters.MapPost("/{id:long}/requeue", async Task<Results<Ok<Requeued>, ProblemHttpResult>> (
            long id, GroupCommitWriter writer, Inbox inbox, CancellationToken cancellationToken) =>
            await RequeueAsync(writer, inbox, id, cancellationToken) is > 0 and var count ? TypedResults.Ok(new Requeued(count)) : Problem.NotFound("dead letter", id))
            .WithSummary("Try one again").ProducesProblem(404);
    }

    private static async Task<List<DeadLetter>> List(Store store, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        var rows = await context.Inbox.AsNoTracking().Include(i => i.Source).Where(i => i.FailedAt != null)
            .OrderByDescending(i => i.FailedAt).ThenByDescending(i => i.Arrival).Take(Shown).ToListAsync(cancellationToken);
        return [.. rows.Select(Letter)];
    }

    private static DeadLetter Letter(InboxRow row)
    {
        var (channel, text) = Read(row.Payload);
        return new DeadLetter(row.Id, row.Source!.Name, row.ExternalId, channel, text, row.Error ?? "", row.Attempts, row.FailedAt!.Value);
    }

    /// <summary>What cannot even be read is shown as it is, for that may be why it failed.</summary>
    private static (string Channel, string Text) Read(byte[] payload)
    {
        try
        {
            var feedback = JsonSerializer.Deserialize(payload, StoredJson.Default.Feedback)!;
            return (feedback.Channel.Name(), feedback.Text);
        }
        catch (JsonException)
        {
            return ("", System.Text.Encoding.UTF8.GetString(payload));
        }
    }

    private static async Task<int> RequeueAsync(GroupCommitWriter writer, Inbox inbox, long? id, CancellationToken cancellationToken)
    {
        var count = await writer.WriteAsync(connection => connection.Execute(StoreSql.RequeueInbox, ("$id", id)), cancellationToken);
        inbox.Recount();
        return count;
    }
}
