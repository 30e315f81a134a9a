using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Social;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>
/// Takes what LINE sends about an Official Account. LINE is told that all went well only when it is on disk; what it sends again
/// is known by its identifier. A message that was taken back is deleted, and not taken in should it come afterwards.
/// </summary>
internal static class LineReceiver
{
    public static async Task<Results<Ok, ProblemHttpResult>> Receive(
        string key, HttpRequest request, VocDbContext db, SourceSecrets secrets, SocialArchive archive, IngestContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var source = await db.Sources.SingleOrDefaultAsync(s => s.PublicKey == key && s.Kind == SocialPlatforms.LineKind, cancellationToken);
        if (source is null)
        {
            return Problem.NotFound("webhook", key);
        }
        var body = await Bodies.ReadAsync(request, Webhook.MaximumBytes + 1, cancellationToken);
        if (body.Length > Webhook.MaximumBytes || Line.Refusal(secrets.Read(source) ?? "", request.Headers[Line.SignatureHeader], body.Span) is not null)
        {
            return Problem.Of(401, Line.Refusal("", null, default)!);
        }
        if (!source.Enabled)
        {
            return Problem.Of(403, SourceProblems.Disabled(source.Name));
        }
        if (Line.Read(body) is not { } events)
        {
            return Problem.Of(400, Problem.InvalidRequest);
        }
        var settings = SocialPlatforms.Read(SourceInfo.Parse(source.Settings)) ?? new();
        var intake = new PostIntake(context, source.Name, source.Channel, source.Kind, settings);
        if (events.Unsent.Count > 0)
        {
            await archive.RemoveAsync(source, events.Unsent, unseen: true, _ => { });
        }
        var taken = events.Posts.Count == 0 ? default : await archive.TakeAsync(source, intake.Sort(events.Posts).Wanted, _ => null, _ => { });
        (source.LastRunAt, source.LastCount, source.LastError) = (time.GetUtcNow(), taken.New, null);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok();
    }
}
