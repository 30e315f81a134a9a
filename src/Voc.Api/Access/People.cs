using Microsoft.AspNetCore.Identity;
using Voc.Api.Storage;

namespace Voc.Api.Access;

/// <summary>Makes users and their roles.</summary>
internal sealed class People(UserManager<VocUser> users, RoleManager<IdentityRole> roles)
{
    /// <summary>Makes a user; the result says what is wrong with the name, password or roles.</summary>
    public async Task<IdentityResult> AddAsync(string userName, string displayName, string password, IReadOnlyCollection<string> roleNames)
    {
        if (roleNames.Except(Policies.UserRoles).FirstOrDefault() is { } wrong)
        {
            return IdentityResult.Failed(new IdentityError { Code = "Role", Description = $"'{wrong}' is not a role: choose from {string.Join(", ", Policies.UserRoles)}." });
        }
        foreach (var role in roleNames)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole(role));
            }
        }
        var user = new VocUser { UserName = userName, DisplayName = displayName };
        var made = await users.CreateAsync(user, password);
        return made.Succeeded ? await users.AddToRolesAsync(user, roleNames) : made;
    }

    /// <summary>Whether nobody can sign in yet.</summary>
    public bool None() => !users.Users.Any();
}
