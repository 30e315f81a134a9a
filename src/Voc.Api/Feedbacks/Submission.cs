using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Ingest.Files;
using Voc.Ingest.Submissions;

namespace Voc.Api.Feedbacks;

/// <summary>Feedback as programs send it; described here for the API's documentation, read by <see cref="FeedbackJson"/>.</summary>
internal sealed record NewFeedback(
    string Source, string ExternalId, string Channel, string Text, DateTimeOffset? OccurredAt, string? Customer, string? Product,
    Dictionary<string, double>? Scores, Dictionary<string, string>? Attributes);

internal sealed record AcceptedFeedback(long Id, string ExternalId, bool Duplicate);

internal sealed record RejectedFeedback(long Index, string? Field, string Message);

internal sealed record SubmissionResult(IReadOnlyList<AcceptedFeedback> Accepted, IReadOnlyList<RejectedFeedback> Rejected);

/// <summary>The door for programs: one feedback or an array of them, each judged by itself, acknowledged after the commit.</summary>
internal static class Submission
{
    public const int MaxElements = 1000;
    public const int MaxBytes = 16 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder feedback) =>
        feedback.MapPost("", Submit)
            .WithSummary($"Submit one feedback or an array of up to {MaxElements}, or JSON Lines of any length; answered only after the durable commit")
            .WithDescription($"JSON Lines (Content-Type: {JsonLinesSubmission.ContentType}, one object a line) are read as they come and stored in parts, and answered with counts: {{lines, accepted, duplicates, rejected, problems: [{{line, field, message}}]}}. Bodies may be compressed (Content-Encoding: gzip).")
            .Accepts<IReadOnlyList<NewFeedback>>("application/json", "*/*") // curl -d names another type; the body is JSON all the same.
                                                                            // Up to here the body is read away, so that the sender sees the answer instead of a broken connection.
            .WithMetadata(new RequestSizeLimitAttribute(8L * MaxBytes))
            .Produces<SubmissionResult>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503)
            .RequireAuthorization(Policies.Ingest);

    private static async Task<IResult> Submit(HttpRequest request, FeedbackJson json, Intake intake, JsonLinesSubmission lines, CancellationToken cancellationToken)
    {
        if (RequestBody.Refusal(request) is { } refusal)
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, ProblemStatus.WrongType, refusal, "encoding");
        }
        return JsonLinesSubmission.IsMeant(request) ? await lines.ReadAsync(request, cancellationToken) : await SubmitDocumentAsync(request, json, intake, cancellationToken);
    }

    private static async Task<IResult> SubmitDocumentAsync(HttpRequest request, FeedbackJson json, Intake intake, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return TooLarge();
        }
        JsonDocument document;
        try
        {
            document = await SubmittedJson.ReadAsync(request, MaxBytes, cancellationToken);
        }
        catch (MalformedJsonException malformed)
        {
            return Problem.Of(400, Problem.InvalidRequest, malformed.Text, "json");
        }
        catch (UnreadableFileException gzip)
        {
            return Problem.Of(400, Problem.InvalidRequest, gzip.Problem, "gzip");
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            {
                return Problem.Of(400, Problem.InvalidRequest, new("JSON のオブジェクトか、その配列を送ってください。", "Send a JSON object or an array of them."), "json");
            }
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > MaxElements)
            {
                return Problem.Of(400, Problem.InvalidRequest, new(
                    $"1 回に送れるのは {MaxElements:N0} 件までです（{root.GetArrayLength():N0} 件ありました）。分けて送ってください。",
                    $"At most {MaxElements:N0} elements at a time, but there were {root.GetArrayLength():N0}. Send them in parts."), "too-many");
            }
            return TypedResults.Accepted((string?)null, await intake.AcceptAsync(json.ReadAll(root), cancellationToken));
        }
    }

    private static ProblemHttpResult TooLarge() => Problem.Of(
        StatusCodes.Status413PayloadTooLarge,
        new("送信された内容が大きすぎます。", "The request is too large."),
        new($"1 回 {MaxBytes >> 20} MB までにし、分けて送ってください。", $"Send at most {MaxBytes >> 20} MB at a time, in parts."), "too-large");
}
