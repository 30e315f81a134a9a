using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using Voc.Api.Access;
using Voc.Api.Issues;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.Commands;

internal static class ServeCommand
{
    public const string DefaultUrl = "http://localhost:5080";
    private const string PasswordVariable = "VOC_ADMIN_PASSWORD";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by ';'", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("serve", "Run the service") { urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            // What takes long begins at once, and nothing of it waits for another. Whoever needs it waits for it, or makes it where this could not.
            _ = Task.Run(ShippedReading.Load, cancellationToken);
            await new Store(options).MigrateAsync(cancellationToken);
            await using var app = Server.Build(options, ["--urls", parsed.GetValue(urls)!]);
            var index = app.Services.GetRequiredService<CurrentIndex>();
            index.TextsAfter = Task.WhenAny(app.Services.GetRequiredService<NewDetectors>().BeginRestoring());
            _ = Task.Run(() => index.Open().Dispose(), cancellationToken);
            await EnsureAdministratorAsync(app.Services);
            // Nobody waits for the names, unless the first feedback comes before they are read.
            _ = index.TextsAfter.ContinueWith(_ => app.Services.GetRequiredService<MaskingInUse>().Now, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
            await app.RunAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>The first administrator: password from the environment, or made here and printed once.</summary>
    private static async Task EnsureAdministratorAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        if (!people.None())
        {
            return;
        }
        var given = Environment.GetEnvironmentVariable(PasswordVariable);
        var password = given ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
        var made = await people.AddAsync("admin", "管理者", password, [Policies.Admin]);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"{PasswordVariable}: {string.Join(" ", made.Errors.Select(e => e.Description))}");
        }
        if (given is null)
        {
            await Console.Error.WriteLineAsync($"最初の管理者 / first administrator: admin  一度だけ表示されるパスワード / one-time password: {password}");
        }
    }
}
