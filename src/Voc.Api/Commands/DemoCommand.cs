using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Demo;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class DemoCommand
{
    private const string Marker = "demo-data";

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Port on this machine", DefaultValueFactory = _ => 5080 };
        var command = new Command("demo", "Run with a fictional company's feedback and a live feed, on this machine only; starts afresh each time") { port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            options.Demo = true;
            options.CompanyName = "ホシゾラ生活（デモ）";
            // The demo's accounts are public: they must never get into a database that is used for anything else.
            options.Database = null;
            if (parsed.GetValue(CommonOptions.Database) is not null)
            {
                await Console.Error.WriteLineAsync("demo は専用のデータだけを使います。--database を外してください。 / demo uses data of its own; leave out --database.");
                return 1;
            }
            if (parsed.GetValue(CommonOptions.Data) is null)
            {
                options.DataDirectory = Path.GetFullPath(Path.Combine(".voc", "demo"));
            }
            if (!TryStartAfresh(options))
            {
                await Console.Error.WriteLineAsync($"{options.DataDirectory}: デモのデータではないので消しません。別の --data を指定してください。 / not demo data, so it is left alone; give another --data.");
                return 1;
            }
            await new Store(options).MigrateAsync(cancellationToken);
            await using var app = Server.Build(options, ["--urls", $"http://localhost:{parsed.GetValue(port)}"], AddDemo);
            await app.StartAsync(cancellationToken);
            await SeedAsync(app.Services, cancellationToken);
            await Console.Error.WriteLineAsync($"http://localhost:{parsed.GetValue(port)} — デモのサインイン / demo sign-in: {string.Join(", ", DemoAccounts.All.Select(a => a.UserName))} (demo-password)");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    private static void AddDemo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => DemoTexts.Load());
        builder.Services.AddSingleton<DemoSender>();
        builder.Services.AddSingleton<DemoFeed>();
    }

    /// <summary>Deletes the demo of last time; false where the folder holds something else.</summary>
    private static bool TryStartAfresh(VocOptions options)
    {
        var folder = new DirectoryInfo(options.DataDirectory);
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
        {
            if (!File.Exists(options.PathOf(Marker)))
            {
                return false;
            }
            folder.Delete(recursive: true);
        }
        _ = new Store(options); // Makes the folder.
        File.WriteAllText(options.PathOf(Marker), "");
        return true;
    }

    private static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        foreach (var account in DemoAccounts.All)
        {
            await people.AddAsync(account.UserName, account.UserName, account.Password, [account.Role]);
        }
        var sender = services.GetRequiredService<DemoSender>();
        var texts = services.GetRequiredService<DemoTexts>();
        var options = services.GetRequiredService<VocOptions>();
        await sender.EnsureSourcesAsync(cancellationToken);
        await sender.SendAsync(new DemoCalendar(TimeProvider.System.GetUtcNow(), options.Zone).Place(texts.Archive), cancellationToken);
        var inbox = services.GetRequiredService<Inbox>();
        while (inbox.Pending > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
        await WaitForIssuesAsync(services.GetRequiredService<Store>(), cancellationToken);
        await services.GetRequiredService<DemoFeed>().StartAsync(cancellationToken);
    }

    /// <summary>Waits until the archive's own issues are found, so that what is announced as new later is new.</summary>
    private static async Task WaitForIssuesAsync(Store store, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var context = store.Context();
        while (!await context.Set<IssueRow>().AnyAsync(cancellationToken) && TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(100, cancellationToken);
        }
    }
}
