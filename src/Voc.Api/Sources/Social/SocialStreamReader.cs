using System.Threading.Channels;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>
/// Follows the stream of one source while its connection stands. What the source wants of it goes in in batches; how far the stream was
/// read is kept behind what was read, so after a kill it is gone on with where it was, or a little before.
/// </summary>
internal sealed class SocialStreamReader(SocialPlatforms platforms, SocialArchive archive, SocialChecks checks, SourceSecrets secrets, IngestContext context)
{
    private const int LargestBatch = 500;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Reads until the connection ends.</summary>
    /// <param name="source">Its row.</param>
    /// <param name="connected">Called when the connection stands.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    /// <exception cref="SocialException">It cannot be connected to, or broke off.</exception>
    /// <exception cref="SourceChangedException">The source was changed or paused.</exception>
    public async Task ReadAsync(SourceRow source, Action connected, CancellationToken cancellationToken)
    {
        var settings = SocialPlatforms.Read(SourceInfo.Parse(source.Settings)) ?? new();
        var intake = new PostIntake(context, source.Name, source.Channel, source.Kind, settings);
        var stream = platforms.StreamOf(source.Kind);
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A full channel makes the reader wait, and the socket with it.
        var events = System.Threading.Channels.Channel.CreateBounded<StreamEvent>(new BoundedChannelOptions(4 * LargestBatch) { SingleReader = true, SingleWriter = true });
        var reading = ListenAsync(stream, new PlatformAccess(settings, secrets.Read(source)), source.StreamCursor, intake, connected, events.Writer, hangUp.Token);
        try
        {
            var batch = new List<StreamEvent>();
            while (await events.Reader.WaitToReadAsync(cancellationToken))
            {
                while (batch.Count < LargestBatch && events.Reader.TryRead(out var happened))
                {
                    batch.Add(happened);
                }
                await KeepAsync(source, stream, settings, intake, batch);
                batch.Clear();
                await Task.Delay(Pace, cancellationToken);
            }
        }
        finally
        {
            await hangUp.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await reading;
    }

    private static async Task ListenAsync(
        IStreamedPlatform stream, PlatformAccess access, long? cursor, PostIntake intake, Action connected, ChannelWriter<StreamEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in stream.ReadAsync(access, cursor, connected, cancellationToken))
            {
                // Most of a stream of everything concerns nobody here; how far it was read still counts.
                var wanted = happened.Post is null || happened.IsChange || intake.Wants(happened.Post);
                await events.WriteAsync(wanted ? happened : happened with { Post = null, Owner = null }, cancellationToken);
            }
        }
        finally
        {
            events.Complete();
        }
    }

    private async Task KeepAsync(SourceRow source, IStreamedPlatform stream, SocialSettings settings, PostIntake intake, List<StreamEvent> batch)
    {
        var posts = batch.Where(e => e.Post is not null).ToLookup(e => intake.Wants(e.Post!), e => e.Post!);
        var gone = batch.Where(e => e.Deleted is not null).Select(e => intake.ExternalId(e.Owner, e.Deleted!)).ToHashSet();
        // A post that was changed so that it is not wanted any more goes like one that was deleted.
        var unwanted = posts[false].Select(p => intake.ExternalId(p.Owner, p.Id)).ToHashSet();
        // Of several changes the last counts.
        var wanted = intake.Sort(posts[true].Reverse().DistinctBy(p => (p.Owner, p.Id))).Wanted;
        if (wanted.Count > 0)
        {
            var platform = platforms.Of(source.Kind);
            await archive.TakeAsync(source, wanted, post => checks.Due(platform, settings, post.Feedback.OccurredAt), connection => Save(connection, source, source.StreamCursor));
        }
        foreach (var owner in batch.Where(e => e.IsOwnerGone).Select(e => e.Owner!).Distinct())
        {
            await archive.RemoveOwnerAsync(source, intake.OwnerPrefix(owner));
        }
        await archive.RemoveAsync(source, unwanted, unseen: false, _ => { });
        var cursor = batch.Max(e => e.Cursor) ?? source.StreamCursor;
        await archive.RemoveAsync(source, gone, stream.IsSelective, connection => Save(connection, source, cursor));
        source.StreamCursor = cursor;
    }

    private static void Save(StoreConnection connection, SourceRow source, long? cursor)
    {
        if (connection.Execute(SocialSql.SaveStream, ("$id", source.Id), ("$cursor", cursor), ("$settings", source.Settings)) == 0)
        {
            throw new SourceChangedException();
        }
    }
}
