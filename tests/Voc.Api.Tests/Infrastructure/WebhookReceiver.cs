using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>What a receiver got: headers by name and the body as it came.</summary>
internal sealed record ReceivedHook(IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A system of somebody else that is told things by webhook: a real server on a real port.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app)
    {
        _app = app;
        Address = app.Urls.First();
    }

    public string Address { get; }

    /// <summary>Everything that came, in order.</summary>
    public ConcurrentQueue<ReceivedHook> Received { get; } = new();

    /// <summary>How it answers, from how many came before; 200 unless told.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var app = WebApplication.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        WebhookReceiver? receiver = null;
        app.MapPost("/{**path}", context => receiver!.ReceiveAsync(context));
        await app.StartAsync();
        return receiver = new WebhookReceiver(app);
    }

    /// <summary>Waits until so many came.</summary>
    public async Task<IReadOnlyList<ReceivedHook>> WaitAsync(int count)
    {
        for (var i = 0; i < 300 && Received.Count < count; i++)
        {
            await Task.Delay(50);
        }
        Assert.True(Received.Count >= count, $"{Received.Count} came instead of {count}.");
        return [.. Received];
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var before = Received.Count;
        Received.Enqueue(new ReceivedHook(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        await Answer(before, context);
    }
}
