namespace Voc.Api.Access;

/// <summary>The demo's accounts: public, one for each role, and only ever made in a demo, which listens on loopback alone.</summary>
internal static class DemoAccounts
{
    public static IReadOnlyList<DemoAccount> All { get; } =
        [.. Policies.UserRoles.Select(role => new DemoAccount("demo-" + role, "demo-password", role))];
}
