using System.CommandLine;
using Voc.Api.Access;
using Voc.Api.Demo;
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
            await using var app = Server.Build(options, ["--urls", $"http://localhost:{parsed.GetValue(port)}"], DemoCompany.AddTo);
            await app.StartAsync(cancellationToken);
            await app.Services.GetRequiredService<DemoCompany>().MoveInAsync(cancellationToken);
            await Console.Error.WriteLineAsync($"http://localhost:{parsed.GetValue(port)} — デモのサインイン / demo sign-in: {string.Join(", ", DemoAccounts.All.Select(a => a.UserName))} (demo-password)");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
        return command;
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
}
