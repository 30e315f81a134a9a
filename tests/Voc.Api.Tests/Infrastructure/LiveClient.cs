using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>A client of the live hub that speaks SignalR's JSON protocol over a real WebSocket.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private const byte Separator = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly System.Threading.Channels.Channel<JsonObject> _messages = System.Threading.Channels.Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource<JsonObject> _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;

    public static async Task<LiveClient> ConnectAsync(Uri server, string key)
    {
        var client = new LiveClient();
        var address = new UriBuilder(server) { Scheme = "ws", Path = LiveMessages.Path, Query = "access_token=" + key };
        await client._socket.ConnectAsync(address.Uri, default);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        client._receiving = client.ReceiveAsync();
        return client;
    }

    /// <summary>Subscribes and returns the sequence number it starts at.</summary>
    public async Task<long> SubscribeAsync(object? filter = null, long? since = null)
    {
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = LiveMessages.Subscribe, arguments = new object?[] { filter, since } }));
        var completion = await _subscribed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        return completion["result"]!["sequence"]!.GetValue<long>();
    }

    /// <summary>The next message by this name; others are passed over.</summary>
    public async Task<JsonObject> NextAsync(string target, TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(20));
        while (true)
        {
            var message = await _messages.Reader.ReadAsync(limit.Token);
            if (message["target"]!.GetValue<string>() == target)
            {
                return message["arguments"]![0]!.AsObject();
            }
        }
    }

    /// <summary>Stops reading from the network, as a client does that hangs.</summary>
    public Task StallAsync()
    {
        _stop.Cancel();
        return _receiving;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
        _stop.Dispose();
    }

    private Task SendAsync(string json) =>
        _socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(json), Separator], WebSocketMessageType.Text, true, default);

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var pending = new List<byte>();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }
                foreach (var value in buffer.AsSpan(0, received.Count))
                {
                    if (value != Separator)
                    {
                        pending.Add(value);
                        continue;
                    }
                    Handle(JsonNode.Parse([.. pending])!.AsObject());
                    pending.Clear();
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
        }
        finally
        {
            _messages.Writer.TryComplete();
        }
    }

    private void Handle(JsonObject message)
    {
        switch (message["type"]?.GetValue<int>())
        {
            case 1:
                _messages.Writer.TryWrite(message);
                break;
            case 3:
                _subscribed.TrySetResult(message);
                break;
        }
    }
}
