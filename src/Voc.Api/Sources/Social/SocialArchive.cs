using Microsoft.AspNetCore.DataProtection;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>How many posts of a page were new, known or replaced by an edit.</summary>
internal readonly record struct TakenPosts(int New, int Known, int Edited);

/// <summary>The settings of a source changed, or it was paused, while it was read; nothing was kept.</summary>
internal sealed class SourceChangedException() : Exception("The source changed while it was read.");

/// <summary>
/// Keeps posts: each once, in its newest text, and no longer than at its origin. What a page brings and how far its source was
/// read are one transaction.
/// </summary>
internal sealed class SocialArchive(Inbox inbox, GroupCommitWriter writer, FeedbackDeletion deletion, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Find = "SELECT Digest, Gone FROM social_post WHERE SourceId=$source AND ExternalId=$external";

    private const string Keep =
        "INSERT INTO social_post (SourceId, ExternalId, Reference, IsEncrypted, Digest, PostedAt, DueAt, Missing, Gone) VALUES ($source, $external, $reference, $encrypted, $digest, $posted, $due, 0, 0) " +
        "ON CONFLICT (SourceId, ExternalId) DO UPDATE SET Reference=excluded.Reference, IsEncrypted=excluded.IsEncrypted, Digest=excluded.Digest, DueAt=excluded.DueAt, Missing=0";

    private const string Bury =
        "INSERT INTO social_post (SourceId, ExternalId, Reference, IsEncrypted, Digest, PostedAt, DueAt, Missing, Gone) VALUES ($source, $external, '', 0, x'', $now, NULL, 0, 1) " +
        "ON CONFLICT (SourceId, ExternalId) DO UPDATE SET Reference='', IsEncrypted=0, Digest=x'', DueAt=NULL, Gone=1";

    private const string OfOwner = "SELECT ExternalId FROM social_post WHERE SourceId=$source AND Gone=0 AND ExternalId >= $first AND ExternalId < $end";

    private readonly IDataProtector _references = protection.CreateProtector("social-reference");

    /// <summary>Takes in the posts of a page; an edited one takes the place of what it was.</summary>
    /// <param name="source">Its row.</param>
    /// <param name="posts">What to take in.</param>
    /// <param name="due">When a post is checked next, or null for never.</param>
    /// <param name="alongside">Written in the same transaction.</param>
    /// <exception cref="InboxFullException">Too much waits for analysis; nothing was taken.</exception>
    public async Task<TakenPosts> TakeAsync(SourceRow source, IReadOnlyList<WantedPost> posts, Func<WantedPost, DateTimeOffset?> due, Action<StoreConnection> alongside)
    {
        var byId = posts.ToDictionary(p => p.Feedback.ExternalId);
        var (edited, waited) = (0, 0);
        var receipts = await inbox.AcceptAsync([.. posts.Select(p => p.Feedback)], Wants, (connection, _) => alongside(connection), CancellationToken.None);
        inbox.Left(waited);
        var known = receipts.Count(r => r.Duplicate);
        return new TakenPosts(receipts.Count - known - edited, known, edited);

        bool Wants(StoreConnection connection, Feedback feedback)
        {
            var post = byId[feedback.ExternalId];
            switch (Known(connection, source.Id, post))
            {
                case Standing.Same:
                    return false;
                case Standing.Edited when connection.Scalar(StoreSql.FindKnown, ("$source", source.Id), ("$external", feedback.ExternalId)) is long old:
                    waited += deletion.Delete(connection, old).Waited;
                    edited++;
                    break;
                case Standing.Edited: // Somebody deleted it here, and so it stays.
                    Remember(connection, source.Id, feedback.ExternalId);
                    return false;
            }
            connection.Execute(
                Keep,
                ("$source", source.Id),
                ("$external", feedback.ExternalId),
                ("$reference", post.NamesAuthor ? _references.Protect(post.Reference) : post.Reference),
                ("$encrypted", post.NamesAuthor),
                ("$digest", post.Digest),
                ("$posted", feedback.OccurredAt.ToUnixTimeMilliseconds()),
                ("$due", due(post)?.ToUnixTimeMilliseconds()));
            return true;
        }
    }

    /// <summary>Deletes posts that are gone at their origin, with all that is known of them.</summary>
    /// <param name="source">Its row.</param>
    /// <param name="externalIds">The posts.</param>
    /// <param name="unseen">Whether a post that was never seen is remembered too, because it may still come.</param>
    /// <param name="alongside">Written in the same transaction.</param>
    /// <returns>How many had been collected.</returns>
    public async Task<int> RemoveAsync(SourceRow source, IReadOnlyCollection<string> externalIds, bool unseen, Action<StoreConnection> alongside)
    {
        var waited = 0;
        var removed = await writer.WriteAsync(connection =>
        {
            var count = 0;
            foreach (var id in externalIds)
            {
                var (found, left) = Remove(connection, source.Id, id, unseen);
                count += found ? 1 : 0;
                waited += left;
            }
            alongside(connection);
            return count;
        });
        inbox.Left(waited);
        return removed;
    }

    /// <summary>Deletes all posts of an account that was deleted.</summary>
    public async Task<int> RemoveOwnerAsync(SourceRow source, string prefix)
    {
        var waited = 0;
        var removed = await writer.WriteAsync(connection =>
        {
            var ids = new List<string>();
            using (var rows = connection.Query(OfOwner, ("$source", source.Id), ("$first", prefix), ("$end", prefix[..^1] + (char)(prefix[^1] + 1))))
            {
                while (rows.Read())
                {
                    ids.Add(rows.GetString(0));
                }
            }
            ids.ForEach(id => waited += Remove(connection, source.Id, id, unseen: false).Waited);
            return ids.Count;
        });
        inbox.Left(waited);
        return removed;
    }

    /// <summary>The reference of a row in the clear.</summary>
    public string Reference(SocialPostRow row) => row.IsEncrypted ? _references.Unprotect(row.Reference) : row.Reference;

    private (bool Found, int Waited) Remove(StoreConnection connection, int source, string externalId, bool unseen)
    {
        var known = connection.Scalar(StoreSql.FindKnown, ("$source", source), ("$external", externalId)) as long?;
        var waited = known is { } id ? deletion.Delete(connection, id).Waited : 0;
        if (known is not null || unseen || connection.Scalar(Find, ("$source", source), ("$external", externalId)) is not null)
        {
            Remember(connection, source, externalId);
        }
        return (known is not null, waited);
    }

    private void Remember(StoreConnection connection, int source, string externalId) =>
        connection.Execute(Bury, ("$source", source), ("$external", externalId), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));

    private static Standing Known(StoreConnection connection, int source, WantedPost post)
    {
        using var rows = connection.Query(Find, ("$source", source), ("$external", post.Feedback.ExternalId));
        return !rows.Read() ? Standing.New
            : rows.GetBoolean(1) || rows.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(post.Digest) ? Standing.Same
            : Standing.Edited;
    }

    private enum Standing
    {
        New,
        Same,
        Edited,
    }
}
