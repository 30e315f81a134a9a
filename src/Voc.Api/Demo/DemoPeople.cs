using Voc.Api.Access;

namespace Voc.Api.Demo;

/// <summary>The people of the fictional company, whose passwords everybody knows.</summary>
internal sealed class DemoPeople(IServiceScopeFactory scopes)
{
    /// <summary>Makes their accounts.</summary>
    public async Task AddAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        foreach (var account in DemoAccounts.All)
        {
            await people.AddAsync(account.UserName, account.UserName, account.Password, [account.Role]);
        }
    }
}
