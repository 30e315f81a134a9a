using Voc.Dashboard.Live;

namespace Voc.Api.Demo;

/// <summary>
/// The live half of the demo: ordinary feedback all the time, and, once somebody watches, a new issue. The pace slows down so that
/// a demo left alone does not drown its own history.
/// </summary>
internal sealed class DemoFeed(DemoSender sender, DemoTexts texts, LiveSubscriptions watchers, TimeProvider time, ILogger<DemoFeed> log) : BackgroundService
{
    private static readonly TimeSpan UntilStory = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan StoryLength = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastPause = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(SendOrdinaryAsync(stoppingToken), SendStoryAsync(stoppingToken));

    private async Task SendOrdinaryAsync(CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var n = 0; ; n++)
        {
            await Task.Delay(pause, time, cancellationToken);
            await sender.SendNowAsync(texts.Live[n % texts.Live.Count], n / texts.Live.Count, cancellationToken);
            pause = pause * 1.02 < LastPause ? pause * 1.02 : LastPause;
        }
    }

    private async Task SendStoryAsync(CancellationToken cancellationToken)
    {
        while (watchers.Count == 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
        await Task.Delay(UntilStory, time, cancellationToken);
        log.LogInformation("Demo: an issue starts to emerge");
        foreach (var text in texts.Emerging)
        {
            await sender.SendNowAsync(text, 0, cancellationToken);
            await Task.Delay(StoryLength / texts.Emerging.Count, time, cancellationToken);
        }
    }
}
