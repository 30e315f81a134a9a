using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// The streaming API of a Mastodon server: <c>update</c>, <c>status.update</c> and <c>delete</c> of the hashtags of a source over
/// one WebSocket. It cannot be gone on with where it broke off; the timelines fill the gap.
/// </summary>
/// <param name="client">Connects.</param>
public sealed class MastodonStreaming(SocialClient client) : IStreamedPlatform
{
    private readonly Mastodon _mastodon = new(client);

    /// <inheritdoc />
    public string Name => "Mastodon";

    /// <inheritdoc />
    public bool IsSelective => true;

    /// <inheritdoc />
    public async IAsyncEnumerable<StreamEvent> ReadAsync(PlatformAccess access, long? cursor, Action connected, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(connected);
        var address = PlatformAddress.Socket((await StreamsAsync(access, cancellationToken).ConfigureAwait(false)).At("api/v1/streaming"));
        using var socket = await client.ConnectAsync(Name, address, Mastodon.Credential(access), cancellationToken).ConfigureAwait(false);
        foreach (var tag in _mastodon.Queries(access.Settings))
        {
            var subscription = JsonSerializer.Serialize(new Dictionary<string, string> { ["type"] = "subscribe", ["stream"] = "hashtag", ["tag"] = tag });
            await socket.SendAsync(Encoding.UTF8.GetBytes(subscription), WebSocketMessageType.Text, true, cancellationToken).ConfigureAwait(false);
        }

        connected();
        await foreach (var json in SocketMessages.ReadAsync(Name, socket, cancellationToken).ConfigureAwait(false))
        {
            if (Read(json) is { } happened)
            {
                yield return happened;
            }
        }
    }

    /// <summary>One event; null where it is none of a post.</summary>
    internal static StreamEvent? Read(JsonElement json)
    {
        if (json.Text("payload") is not { } payload)
        {
            return null;
        }

        switch (json.Text("event"))
        {
            case "delete":
                return payload.Length is > 0 and <= 100 ? new StreamEvent { Deleted = payload } : null;
            case "update" or "status.update":
                return Status(payload) is { } post ? new StreamEvent { Post = post, IsChange = json.Text("event") == "status.update" } : null;
            default:
                return null;
        }
    }

    private static SocialPost? Status(string payload)
    {
        try
        {
            using var status = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 64 });
            return MastodonPosts.Read(status.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where the server streams from: as typed, or as the server says, if that is a machine of the same name or below it.</summary>
    private async Task<Uri> StreamsAsync(PlatformAccess access, CancellationToken cancellationToken)
    {
        var service = Mastodon.Service(access);
        if (!string.IsNullOrWhiteSpace(access.Settings.StreamAddress))
        {
            return PlatformAddress.Base(access.Settings.StreamAddress, service.AbsoluteUri);
        }

        var instance = await client.GetAsync(Name, service.At("api/v2/instance"), null, cancellationToken).ConfigureAwait(false);
        var told = instance.Json.Child("configuration").Child("urls").Text("streaming");
        // The token goes there: another site is not taken at the server's word.
        return told is not null && PlatformAddress.IsUsable(told) && Uri.TryCreate(told, UriKind.Absolute, out var streams)
            && (streams.Authority == service.Authority || streams.Host.EndsWith("." + service.Host, StringComparison.OrdinalIgnoreCase)) && (streams.Scheme == "wss" || service.Scheme == "http")
            ? PlatformAddress.Base(told, told)
            : service;
    }
}
