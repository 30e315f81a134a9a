using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Dashboard.Live;
using Voc.Ingest;
using Voc.Ingest.Notes;

namespace Voc.Api.Notes;

/// <summary>A call note as the page sends it; <c>clientId</c> is a UUID that the browser made for it.</summary>
internal sealed record NewNote(
    string? ClientId, string? Text, string? Customer, string? Product, DateTimeOffset? OccurredAt, Dictionary<string, string>? Attributes);

internal sealed record NoteReceipt(long Id, bool Duplicate);

/// <summary>A note with where it is, <c>queued</c> for analysis or <c>stored</c>, and until when its writer can change it.</summary>
internal sealed record RecentNote(
    long Id, string Channel, string Source, string? Product, DateTimeOffset OccurredAt, string Text, SentimentSummary Sentiment,
    IReadOnlyList<TopicSummary> Topics, IReadOnlyList<string> Intents, string State, DateTimeOffset EditableUntil);

internal sealed record RecentNotes(IReadOnlyList<RecentNote> Items);

internal static class NoteEndpoints
{
    private const int Recent = 10;
    private const int Longest = 100_000;
    private const int LongestCustomer = 200;

    public static void MapNotes(this IEndpointRouteBuilder api)
    {
        var notes = api.MapGroup("/notes").WithTags("Notes").RequireAuthorization(Policies.WriteNotes);
        notes.MapPost("", Write).WithSummary("Keep a call note; answered only after the durable commit").ProducesProblem(400).ProducesProblem(503);
        notes.MapGet("/recent", (ClaimsPrincipal writer, NoteBook book) => TypedResults.Ok(new RecentNotes(book.Recent(writer.Identity!.Name!, Recent))))
            .WithSummary("The caller's own last ten notes");
        notes.MapPut("/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (long id, ChangedNote body, ClaimsPrincipal writer, NoteChange change, CancellationToken cancellationToken) =>
            await change.ChangeAsync(id, body, writer.Identity!.Name!, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent())
            .WithSummary("Change a note of one's own within ten minutes").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
        notes.MapPost("/related", Related).WithSummary("What is said like a note that is being written, its open issues and its customer; nothing is kept").ProducesProblem(400);
    }

    private static Results<Ok<RelatedToNote>, ProblemHttpResult> Related(UnfinishedNote body, RelatedReader reader, CancellationToken cancellationToken) => body switch
    {
        { Text.Length: > Longest } => Problem.Field("text", new($"text は {Longest:N0} 文字までにしてください。", $"Use at most {Longest:N0} characters in text.")),
        { Customer.Length: > LongestCustomer } => Problem.Field("customer", new($"customer は {LongestCustomer} 文字までにしてください。", $"Use at most {LongestCustomer} characters in customer.")),
        _ => TypedResults.Ok(reader.Read(body, cancellationToken)),
    };

    private static async Task<Results<Accepted<NoteReceipt>, ProblemHttpResult>> Write(
        NewNote body, ClaimsPrincipal writer, CallNotes notes, NoteBook book, CancellationToken cancellationToken)
    {
        var author = writer.Identity!.Name!;
        var note = new CallNote(body.ClientId, body.Text, author)
        {
            Customer = body.Customer,
            Product = body.Product,
            OccurredAt = body.OccurredAt,
            Attributes = body.Attributes ?? [],
        };
        var row = notes.Take(note);
        if (row is RejectedRow rejected)
        {
            return Problem.Field(rejected.Field ?? "text", rejected.Message);
        }
        var receipt = await book.AddAsync(((AcceptedRow)row).Feedback, author, cancellationToken);
        return TypedResults.Accepted((string?)null, new NoteReceipt(receipt.Id, receipt.Duplicate));
    }
}
