using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// Jetstream, the JSON stream of everything that is posted on Bluesky. Its cursor is a time in microseconds; it is rewound a
/// little when the stream is gone on with, as events are known by their identifiers anyway.
/// </summary>
/// <param name="client">Connects.</param>
public sealed class Jetstream(SocialClient client) : IStreamedPlatform
{
    private const string Usual = "wss://jetstream2.us-east.bsky.network";
    private const long Rewind = 5_000_000;

    /// <inheritdoc />
    public string Name => "Bluesky Jetstream";

    /// <inheritdoc />
    public bool IsSelective => false;

    /// <inheritdoc />
    public async IAsyncEnumerable<StreamEvent> ReadAsync(PlatformAccess access, long? cursor, Action connected, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(connected);
        var service = PlatformAddress.Base(access.Settings.StreamAddress, Usual);
        var address = service.At("subscribe", ("wantedCollections", BlueskyPosts.Collection), ("cursor", cursor is { } known ? (known - Rewind).ToString(CultureInfo.InvariantCulture) : null));
        using var socket = await client.ConnectAsync(Name, PlatformAddress.Socket(address), null, cancellationToken).ConfigureAwait(false);
        connected();
        await foreach (var json in SocketMessages.ReadAsync(Name, socket, cancellationToken).ConfigureAwait(false))
        {
            if (Read(json) is { } happened)
            {
                yield return happened;
            }
        }
    }

    /// <summary>One event; null where it is none of a post or an account.</summary>
    internal static StreamEvent? Read(JsonElement json)
    {
        if (json.Text("did") is not { } did || !did.StartsWith("did:", StringComparison.Ordinal) || !long.TryParse(json.Text("time_us"), out var microseconds) || microseconds is < 0 or > 253_402_300_799_000_000)
        {
            return null;
        }

        var at = new StreamEvent { Cursor = microseconds };
        if (json.Child("account") is { } account && account.Text("status") is "deleted" or "takendown")
        {
            return at with { Owner = did, IsOwnerGone = true };
        }

        if (json.Child("commit") is not { } commit || commit.Text("collection") != BlueskyPosts.Collection || commit.Text("rkey") is not { Length: > 0 and <= 100 } key)
        {
            return at;
        }

        var operation = commit.Text("operation");
        return operation == "delete" ? at with { Owner = did, Deleted = key }
            : commit.Child("record") is { } record ? at with { Post = BlueskyPosts.FromRecord(did, key, record, Created(record, microseconds)), IsChange = operation == "update", Owner = did }
            : at;
    }

    private static DateTimeOffset Created(JsonElement record, long microseconds)
    {
        var came = DateTimeOffset.FromUnixTimeMilliseconds(microseconds / 1000);
        return record.Time("createdAt") is { } created && created < came ? created : came;
    }
}
