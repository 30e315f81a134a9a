using System.Security.Claims;
using Voc.Api.Access;

namespace Voc.Api.SavedSearches;

/// <summary>Who asks for saved searches, and what that lets them do.</summary>
/// <param name="UserName">User name; of a program <c>key:</c> and the name of its key.</param>
/// <param name="IsAdministrator">May change what others share.</param>
/// <param name="MayUseWebhooks">May have alerts sent to other systems.</param>
internal sealed record Reader(string UserName, bool IsAdministrator, bool MayUseWebhooks)
{
    public static Reader Of(ClaimsPrincipal user) =>
        new(user.Identity!.Name!, user.IsInRole(Policies.Admin), user.IsInRole(Policies.Admin) || user.IsInRole(Policies.Product));

    public bool MayChange(SavedSearchRow row) => row.Owner == UserName || (row.Shared && IsAdministrator);
}
