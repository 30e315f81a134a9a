using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Demo;

/// <summary>Brings the fictional company into a service that has started: its people, its past, what they did about it, and its live feed.</summary>
internal sealed class DemoCompany(
    DemoPeople people, DemoSnippets snippets, DemoSender sender, DemoTexts texts, DemoTriage triage, DemoFeed feed, Inbox inbox, Store store, VocOptions options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => DemoTexts.Load());
        builder.Services.AddSingleton<DemoPeople>();
        builder.Services.AddSingleton<DemoSnippets>();
        builder.Services.AddSingleton<DemoSender>();
        builder.Services.AddSingleton<DemoTriage>();
        builder.Services.AddSingleton<DemoFeed>();
        builder.Services.AddSingleton<DemoCompany>();
    }

    /// <summary>Returns once everything of the past is in place and the live feed runs.</summary>
    public async Task MoveInAsync(CancellationToken cancellationToken)
    {
        await people.AddAsync();
        await snippets.AddAsync(cancellationToken);
        await sender.EnsureSourcesAsync(cancellationToken);
        await sender.SendAsync(new DemoCalendar(time.GetUtcNow(), options.Zone).Place(texts.Archive), cancellationToken);
        while (inbox.Pending > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
        await WaitForIssuesAsync(cancellationToken);
        await triage.ReplayAsync(cancellationToken);
        await feed.StartAsync(cancellationToken);
    }

    /// <summary>Waits until the archive's own issues are found, so that what is announced as new later is new.</summary>
    private async Task WaitForIssuesAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var context = store.Context();
        while (!await context.Set<IssueRow>().AnyAsync(cancellationToken) && TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(100, cancellationToken);
        }
    }
}
