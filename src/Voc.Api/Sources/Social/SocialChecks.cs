using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>
/// Asks platforms what has become of collected posts: what was deleted there is deleted here, what was edited is read again. A post
/// a platform merely does not mention is deleted only when a second answer, some time later, does not mention it either.
/// </summary>
internal sealed class SocialChecks(SocialArchive archive, Store store, GroupCommitWriter writer, TimeProvider time, ILogger<SocialChecks> log)
{
    private const int BatchesPerRun = 4;
    private const int MissingIsGone = 2;
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(120);

    /// <summary>When a post is checked next; null where it is old enough to be left alone.</summary>
    public DateTimeOffset? Due(ISocialPlatform platform, SocialSettings settings, DateTimeOffset posted)
    {
        var next = time.GetUtcNow() + platform.CheckInterval;
        return next < posted + TimeSpan.FromDays(settings.RecheckDays) ? next : null;
    }

    /// <summary>Checks what is due; returns how many posts were deleted.</summary>
    /// <exception cref="SocialException">The platform does not answer.</exception>
    public async Task<int> RunAsync(SourceRow source, ISocialPlatform platform, PlatformAccess access, PostIntake intake, CancellationToken cancellationToken)
    {
        var removed = 0;
        for (var batch = 0; batch < BatchesPerRun; batch++)
        {
            var due = await DueAsync(source, platform.CheckBatch, cancellationToken);
            if (due.Count == 0)
            {
                break;
            }
            removed += await CheckAsync(source, platform, access, intake, due, cancellationToken);
        }
        await writer.WriteAsync(connection => connection.Execute(SocialSql.Forget, ("$source", source.Id), ("$before", (time.GetUtcNow() - Remembered).ToUnixTimeMilliseconds())), CancellationToken.None);
        return removed;
    }

    private async Task<List<SocialPostRow>> DueAsync(SourceRow source, int limit, CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        var now = time.GetUtcNow();
        return await db.Set<SocialPostRow>().AsNoTracking().Where(p => p.SourceId == source.Id && !p.Gone && p.DueAt != null && p.DueAt <= now)
            .OrderBy(p => p.DueAt).Take(limit).ToListAsync(cancellationToken);
    }

    private async Task<int> CheckAsync(SourceRow source, ISocialPlatform platform, PlatformAccess access, PostIntake intake, List<SocialPostRow> due, CancellationToken cancellationToken)
    {
        var rows = due.Select(row => (Row: row, Reference: ReferenceOf(row))).Where(r => r.Reference is not null).DistinctBy(r => r.Reference).ToDictionary(r => r.Reference!, r => r.Row);
        var answers = rows.Count == 0 ? [] : await platform.CheckAsync(access, [.. rows.Keys], cancellationToken);
        var (gone, edited) = (new List<string>(), new List<SocialPost>());
        var later = due.ToDictionary(r => r.ExternalId, r => (Due: Due(platform, access.Settings, r.PostedAt), Missing: 0));
        foreach (var answer in answers)
        {
            var row = rows[answer.Reference];
            switch (answer.State)
            {
                case PostState.Gone:
                case PostState.Absent when row.Missing + 1 >= MissingIsGone:
                case PostState.There when IsEdited(row, answer.Post!, intake) && !intake.Wants(answer.Post!):
                    gone.Add(row.ExternalId);
                    break;
                case PostState.Absent:
                    later[row.ExternalId] = (time.GetUtcNow() + AskAgain, row.Missing + 1);
                    break;
                case PostState.There when IsEdited(row, answer.Post!, intake):
                    edited.Add(answer.Post!);
                    break;
            }
        }
        await archive.TakeAsync(source, intake.Sort(edited).Wanted, post => Due(platform, access.Settings, post.Feedback.OccurredAt), _ => { });
        return await archive.RemoveAsync(source, gone, unseen: false, connection => Postpone(connection, source.Id, later.Where(l => !gone.Contains(l.Key))));
    }

    private static bool IsEdited(SocialPostRow row, SocialPost post, PostIntake intake) => !row.Digest.AsSpan().SequenceEqual(intake.Digest(post));

    private static void Postpone(StoreConnection connection, int source, IEnumerable<KeyValuePair<string, (DateTimeOffset? Due, int Missing)>> later)
    {
        foreach (var (external, (due, missing)) in later)
        {
            connection.Execute(SocialSql.Postpone, ("$source", source), ("$external", external), ("$due", due?.ToUnixTimeMilliseconds()), ("$missing", missing));
        }
    }

    /// <summary>Null where the key it was encrypted with is lost: then nothing can be asked about it any more.</summary>
    private string? ReferenceOf(SocialPostRow row)
    {
        try
        {
            return archive.Reference(row);
        }
        catch (CryptographicException failure)
        {
            log.LogWarning(failure, "The reference of a post of source {Source} cannot be read", row.SourceId);
            return null;
        }
    }
}
