using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>Reads the messages of a WebSocket as JSON, one at a time and none larger than a megabyte; what is no JSON is passed over.</summary>
internal static class SocketMessages
{
    private const int Longest = 1024 * 1024;

    public static async IAsyncEnumerable<JsonElement> ReadAsync(string platform, ClientWebSocket socket, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var received = await ReceiveAsync(platform, socket, buffer, cancellationToken).ConfigureAwait(false);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                yield break;
            }

            if (message.Length + received.Count <= Longest)
            {
                message.Write(buffer, 0, received.Count);
            }
            else
            {
                throw new SocialException(PlatformProblems.TooLarge(platform));
            }

            if (received.EndOfMessage)
            {
                if (Parse(message) is { } json)
                {
                    yield return json;
                }

                message.SetLength(0);
            }
        }
    }

    private static async Task<WebSocketReceiveResult> ReceiveAsync(string platform, ClientWebSocket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(new ArraySegment<byte>(buffer), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is WebSocketException or IOException && !cancellationToken.IsCancellationRequested)
        {
            throw new SocialException(PlatformProblems.BrokenOff(platform), broken);
        }
    }

    private static JsonElement? Parse(MemoryStream message)
    {
        try
        {
            using var json = JsonDocument.Parse(message.GetBuffer().AsMemory(0, (int)message.Length), new JsonDocumentOptions { MaxDepth = 64 });
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
