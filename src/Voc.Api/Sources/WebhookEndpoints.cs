using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Sources.Bridges;
using Voc.Api.Sources.Social;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Social;

namespace Voc.Api.Sources;

internal static class WebhookEndpoints
{
    /// <summary>Anonymous by sign-in, but nothing goes in without the source's signature.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapPost("/hooks/{name}", Receive).WithTags("Public").WithSummary("Posts signed with a source's secret").AllowAnonymous()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        app.MapPost("/hooks/line/{key}", LineReceiver.Receive).WithTags("Public").WithSummary("Messages to a LINE Official Account, signed by LINE").AllowAnonymous()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        app.MapPost("/hooks/survey-hook/{key}", SurveyHookReceiver.Receive).WithTags("Public").WithSummary("Responses that a survey tool posts, signed by it").AllowAnonymous()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(413);
        app.MapPost("/hooks/mail/{key}", MailReceiver.Receive).WithTags("Public").WithSummary("Mails that SendGrid or Mailgun received").AllowAnonymous()
            .WithMetadata(new RequestSizeLimitAttribute(InboundPost.MaximumSent)).ProducesProblem(401).ProducesProblem(404).ProducesProblem(406).ProducesProblem(503);
    }

    private static async Task<Results<Accepted<SubmissionResult>, ProblemHttpResult>> Receive(
        string name, HttpRequest request, VocDbContext db, SourceSecrets secrets, IngestContext context, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Name == name && s.Kind == SourceKinds.Webhook, cancellationToken);
        if (source?.Secret is null)
        {
            return Problem.NotFound("webhook", name);
        }
        var body = await Bodies.ReadAsync(request, Webhook.MaximumBytes + 1, cancellationToken);
        if (Webhook.Refusal(secrets.Read(source.Secret), request.Headers[Webhook.TimestampHeader], request.Headers[Webhook.SignatureHeader], body.Span, time.GetUtcNow()) is { } refusal)
        {
            return Problem.Of(401, refusal);
        }
        if (!source.Enabled)
        {
            return Problem.Of(403, SourceProblems.Disabled(name));
        }
        var rows = Webhook.Read(body, new SocialPosts(context, source.Name, source.Channel), out var problem);
        return problem is null
            ? TypedResults.Accepted((string?)null, await intake.AcceptAsync(rows, source.Name, cancellationToken))
            : Problem.Of(400, Problem.InvalidRequest, problem);
    }
}

/// <summary>Bodies of public requests, read up to a limit.</summary>
internal static class Bodies
{
    /// <summary>The body, or its first <paramref name="limit"/> bytes where it is longer.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (memory.Length < limit && (read = await request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, limit - memory.Length)), cancellationToken)) > 0)
        {
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }
}
