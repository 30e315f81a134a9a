using System.CommandLine;
using Voc.Api.Access;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class UserCommand
{
    public static Command Create()
    {
        var userName = new Argument<string>("NAME") { Description = "User name: letters, digits and -._@+" };
        var roles = new Option<string[]>("--role") { Description = "What the user may do; may be given more than once", Required = true, AllowMultipleArgumentsPerToken = true };
        roles.AcceptOnlyFromAmong(Policies.UserRoles);
        var display = new Option<string?>("--display-name") { Description = "Name shown to others" };
        var password = new Option<string?>("--password") { Description = "Password, at least 10 characters (default: one line read from standard input)" };
        var add = new Command("add", "Add somebody who may sign in") { userName, roles, display, password };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            await new Store(options).MigrateAsync(cancellationToken);
            var collection = new ServiceCollection().AddLogging().AddVoc(options);
            collection.AddPeople(options);
            await using var services = collection.BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var name = parsed.GetValue(userName)!;
            var made = await scope.ServiceProvider.GetRequiredService<People>().AddAsync(
                name, parsed.GetValue(display) ?? name, parsed.GetValue(password) ?? await ReadPasswordAsync(cancellationToken), parsed.GetValue(roles)!);
            if (!made.Succeeded)
            {
                await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, made.Errors.Select(e => UserErrors.Describe(e).In(System.Globalization.CultureInfo.CurrentUICulture))));
                return 1;
            }
            await Console.Error.WriteLineAsync($"{name}: {string.Join(", ", parsed.GetValue(roles)!)}");
            return 0;
        });
        return new Command("user", "People who may sign in") { add };
    }

    private static async Task<string> ReadPasswordAsync(CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected)
        {
            await Console.Error.WriteAsync("パスワード / password: ");
        }
        return await Console.In.ReadLineAsync(cancellationToken) ?? "";
    }
}
