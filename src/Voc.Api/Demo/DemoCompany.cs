using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Demo;

/// <summary>Brings the fictional company into a service that has started: its people, its past and its live feed.</summary>
internal sealed class DemoCompany(
    IServiceScopeFactory scopes, DemoSender sender, DemoTexts texts, DemoFeed feed, Inbox inbox, Store store, VocOptions options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => DemoTexts.Load());
        builder.Services.AddSingleton<DemoSender>();
        builder.Services.AddSingleton<DemoFeed>();
        builder.Services.AddSingleton<DemoCompany>();
    }

    /// <summary>Returns once everything of the past is in place and the live feed runs.</summary>
    public async Task MoveInAsync(CancellationToken cancellationToken)
    {
        await AddPeopleAsync();
        await sender.EnsureSourcesAsync(cancellationToken);
        await sender.SendAsync(new DemoCalendar(time.GetUtcNow(), options.Zone).Place(texts.Archive), cancellationToken);
        while (inbox.Pending > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
        await WaitForIssuesAsync(cancellationToken);
        await feed.StartAsync(cancellationToken);
    }

    private async Task AddPeopleAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        foreach (var account in DemoAccounts.All)
        {
            await people.AddAsync(account.UserName, account.UserName, account.Password, [account.Role]);
        }
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
