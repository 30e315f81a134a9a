using System.CommandLine;
using Voc.Api.Access;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class KeyCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "What it may do", Required = true };
        role.AcceptOnlyFromAmong(Policies.KeyRoles);
        var name = new Option<string>("--name") { Description = "What it is for", Required = true };
        var days = new Option<int?>("--expires-in-days") { Description = "Days until it expires (default: never)" };
        var add = new Command("add", "Make an API key and print it; it is not shown again") { role, name, days };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            var store = new Store(parsed.Options());
            await store.MigrateAsync(cancellationToken);
            DateTimeOffset? expires = parsed.GetValue(days) is { } d ? TimeProvider.System.GetUtcNow().AddDays(d) : null;
            var (key, _) = await new ApiKeys(store, TimeProvider.System).CreateAsync(parsed.GetValue(name)!, parsed.GetValue(role)!, expires, cancellationToken);
            Console.WriteLine(key);
            return 0;
        });
        return new Command("key", "API keys") { add };
    }
}
