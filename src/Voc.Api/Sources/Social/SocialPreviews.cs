using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>Settings to try. Where <see cref="Secret"/> is left out, that of the source <see cref="Id"/> is used.</summary>
internal sealed record SocialTest(string Kind, JsonElement? Settings, string? Secret, int? Id);

/// <summary>A post as it would be stored; the author is a pseudonym.</summary>
internal sealed record SocialPreviewItem(string Text, DateTimeOffset OccurredAt, string? Author, string? Language);

/// <summary>What the first page of each search brings. <see cref="PassedOver"/> counts posts the source does not want; <see cref="Problems"/> say in plain words what went wrong.</summary>
internal sealed record SocialPreview(IReadOnlyList<SocialPreviewItem> Items, int Read, int PassedOver, IReadOnlyList<string> Problems);

/// <summary>Tries the connection to a platform and shows what would be collected; stores nothing.</summary>
internal static class SocialPreviews
{
    private const int Shown = 50;
    private const int Searches = 5;

    public static async Task<Results<Ok<SocialPreview>, ProblemHttpResult>> Preview(
        SocialTest body, SocialPlatforms platforms, SourceSecrets secrets, VocDbContext db, IngestContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var source = body.Id is { } id ? await db.Sources.FindAsync([id], cancellationToken) : null;
        if (body.Id is not null && source is null)
        {
            return Problem.NotFound("source", body.Id);
        }
        if (!SocialPlatforms.Searched.Contains(body.Kind) || (source is not null && source.Kind != body.Kind))
        {
            return Problem.Field("kind", new($"種類は {string.Join("、", SocialPlatforms.Searched)} から選んでください。", $"Choose the kind from {string.Join(", ", SocialPlatforms.Searched)}."));
        }
        var settings = body.Settings ?? (source is null ? default : SourceInfo.Parse(source.Settings));
        // A stored token goes only where it was stored for: else a typed address could be sent it.
        var secret = !string.IsNullOrWhiteSpace(body.Secret) ? body.Secret.Trim() : source is not null && !SocialKinds.Moves(source, settings) ? secrets.Read(source) : null;
        if (platforms.Check(body.Kind, settings, secret is not null) is [var violation, ..])
        {
            return Problem.Field(violation.Field, violation.Message);
        }
        var access = new PlatformAccess(SocialPlatforms.Read(settings)!, secret);
        return TypedResults.Ok(await TryAsync(platforms.Of(body.Kind), access, new PostIntake(context, "preview", Channel.Social, body.Kind, access.Settings), time.GetUtcNow(), cancellationToken));
    }

    public static async Task<SocialPreview> TryAsync(ISocialPlatform platform, PlatformAccess access, PostIntake intake, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (posts, problems) = (new List<SocialPost>(), new List<string>());
        var days = TimeSpan.FromDays(access.Settings.Days);
        foreach (var query in platform.Queries(access.Settings).Take(Searches))
        {
            try
            {
                var cursor = new QueryCursor().Begin(now, platform.Overlap, days < platform.Reach ? days : platform.Reach);
                var page = await platform.ReadAsync(access, query, cursor, cancellationToken);
                posts.AddRange(page.Posts);
                if (page.Unreadable > 0)
                {
                    problems.Add(SocialMessages.Unreadable(page.Unreadable).Say());
                }
            }
            catch (SocialException failed)
            {
                problems.Add($"{query}: {failed.Problem.Say()}");
                if (failed.Status is 401 or 403 or 429)
                {
                    break;
                }
            }
        }
        var sorted = intake.Sort(posts);
        problems.AddRange(sorted.Rejected.Select(r => r.Message.Say()).Distinct());
        return new SocialPreview([.. sorted.Wanted.Select(w => w.Feedback).OrderByDescending(f => f.OccurredAt).Take(Shown).Select(Item)], posts.Count, sorted.PassedOver, problems);
    }

    private static SocialPreviewItem Item(Feedback feedback) => new(feedback.Text, feedback.OccurredAt, feedback.Customer, feedback.Attributes.GetValueOrDefault("language"));
}
