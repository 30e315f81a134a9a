using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api;
using Voc.Api.Demo;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>The demo as <c>voc demo</c> runs it, but inside the test and by a clock that the test puts forward.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    /// <summary>Pieces of ordinary feedback that the demo's company gets in a day.</summary>
    private const int Daily = 26;

    private readonly WebApplication _app;
    private readonly VocOptions _options;
    private readonly StoryClock _clock;
    private int _said;

    private DemoHost(WebApplication app, VocOptions options, StoryClock clock) => (_app, _options, _clock) = (app, options, clock);

    public Uri Address => new(_app.Urls.First());

    public DateOnly Today => CompanyDay.Of(_clock.GetUtcNow(), _options.Zone);

    public static async Task<DemoHost> StartAsync()
    {
        var options = new VocOptions { DataDirectory = Directory.CreateTempSubdirectory("voc-browser").FullName, Demo = true, CompanyName = "ホシゾラ生活（デモ）" };
        await new Store(options).MigrateAsync();
        var clock = new StoryClock(options.Zone);
        var app = Server.Build(options, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"], builder =>
        {
            DemoCompany.AddTo(builder);
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        await app.StartAsync();
        await app.Services.GetRequiredService<DemoCompany>().MoveInAsync(default);
        return new DemoHost(app, options, clock);
    }

    /// <summary>Waits until all of the story that emerges live was said and read.</summary>
    public async Task StoryEndsAsync()
    {
        var length = _app.Services.GetRequiredService<DemoTexts>().Emerging.Count;
        while (Told() < length)
        {
            await Task.Delay(200);
        }
    }

    /// <summary>Lets days pass, on each of which customers say ordinary things of other products.</summary>
    public async Task PassAsync(int days, string without)
    {
        var sender = _app.Services.GetRequiredService<DemoSender>();
        var texts = _app.Services.GetRequiredService<DemoTexts>().Live.Where(text => text.Product != without).ToList();
        for (var day = 0; day < days; day++)
        {
            _clock.Forward(TimeSpan.FromDays(1));
            for (var i = 0; i < Daily; i++, _said++)
            {
                // The live feed tells the same texts, and has not come so far.
                await sender.SendNowAsync(texts[_said % texts.Count], 1000 + (_said / texts.Count), default);
            }
        }
        var inbox = _app.Services.GetRequiredService<Inbox>();
        while (inbox.Pending > 0)
        {
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_options.DataDirectory, recursive: true);
    }

    private long Told()
    {
        using var connection = _app.Services.GetRequiredService<Store>().Open();
        return (long)connection.Scalar("SELECT count(*) FROM feedback WHERE ExternalId LIKE 'stories-%-0'")!;
    }
}
