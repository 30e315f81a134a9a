using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Live;

public sealed class LiveFeedTests
{
    [Fact]
    public async Task Clients_hear_again_and_detection_goes_on_after_the_events_could_not_be_read_for_a_while()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await using var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await client.SubscribeAsync();
        var writer = server.Get<GroupCommitWriter>();

        await writer.WriteAsync(c => c.Execute("ALTER TABLE event RENAME TO hidden"));
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        await writer.WriteAsync(c => c.Execute("ALTER TABLE hidden RENAME TO event"));
        await server.Get<Inbox>().AcceptAsync([Some.Feedback("a")]);

        var arrived = await client.NextAsync(LiveMessages.FeedbackArrived);
        Assert.Equal("ミラーが格納できない。", arrived["items"]![0]!["text"]!.GetValue<string>());
        Assert.DoesNotContain(server.Services.GetServices<IHostedService>().OfType<BackgroundService>(), s => s.ExecuteTask is { IsFaulted: true });
        Assert.False(server.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Long_texts_do_not_stay_in_memory_but_are_read_from_the_store_again()
    {
        var events = new LongTexts();
        using var feed = new LiveFeed(events, TimeProvider.System, NullLogger<LiveFeed>.Instance);
        await feed.StartAsync(default);
        await events.AllRead;
        await feed.NextAsync(LongTexts.Count - 1, default);
        var before = events.Reads;

        await feed.NextAsync(LongTexts.Count - 2, default);
        Assert.Equal(before, events.Reads);
        await feed.NextAsync(0, default);
        Assert.Equal(before + 1, events.Reads);
        await feed.StopAsync(default);
    }

    /// <summary>Two hundred events, each of one feedback with the longest text there can be.</summary>
    private sealed class LongTexts : ILiveEvents
    {
        public const int Count = 200;
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly string _text = new('長', 100_000);

        public int Reads { get; private set; }

        public Task AllRead => _read.Task;

        public long LastSequence() => 0;

        public async Task<LiveBatch> ReadNextAsync(long after, CancellationToken cancellationToken)
        {
            if (after >= Count)
            {
                _read.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            Reads++;
            var summary = new FeedbackSummary(after + 1, "review", "shop", null, Some.Time, _text, new SentimentSummary("neutral", 0), [], []);
            return new LiveBatch(after, after + 1, [summary], [], null);
        }
    }
}
