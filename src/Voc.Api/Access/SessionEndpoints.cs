using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Access;

internal sealed record SessionUser(string UserName, string DisplayName, IReadOnlyList<string> Roles);

internal sealed record DemoAccount(string UserName, string Password, string Role);

internal sealed record DemoInfo(IReadOnlyList<DemoAccount> Accounts);

internal sealed record CompanyInfo(string Name, string TimeZone);

/// <summary>Who is signed in, and what the sign-in page needs to know.</summary>
internal sealed record Session(SessionUser? User, DemoInfo? Demo, CompanyInfo Company);

internal sealed record SignIn(string UserName, string Password);

internal static class SessionEndpoints
{
    private static readonly Lazy<string> NobodysPassword = new(() => new PasswordHasher<VocUser>().HashPassword(new VocUser(), Guid.NewGuid().ToString()));

    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").WithTags("Session").AllowAnonymous();

        group.MapGet("", Get).WithSummary("Who is signed in");

        group.MapPost("", async Task<Results<Ok<Session>, ProblemHttpResult>> (
            SignIn body, SignInManager<VocUser> signIn, UserManager<VocUser> users, VocOptions options) =>
        {
            if (string.IsNullOrEmpty(body.UserName) || string.IsNullOrEmpty(body.Password))
            {
                var missing = string.IsNullOrEmpty(body.UserName) ? "userName" : "password";
                return Problem.Field(missing, new("ユーザー名とパスワードを入力してください。", "Give the user name and the password."));
            }
            var result = await signIn.PasswordSignInAsync(body.UserName, body.Password, isPersistent: true, lockoutOnFailure: true);
            if (result.IsLockedOut)
            {
                return Problem.Of(429, new("試行回数が多すぎるため、しばらくサインインできません。", "Too many attempts; sign-in is locked for a while."), new("5 分ほど待ってください。", "Wait about five minutes."));
            }
            var user = await users.FindByNameAsync(body.UserName);
            if (user is null)
            {
                // As much work as for somebody who exists, so that the time of the answer does not tell who does.
                users.PasswordHasher.VerifyHashedPassword(new VocUser(), NobodysPassword.Value, body.Password);
            }
            if (!result.Succeeded || user is null)
            {
                return Problem.Of(401, new("ユーザー名またはパスワードが違います。", "The user name or password is wrong."), new("入力を確認してください。忘れた場合は管理者に再設定を頼んでください。", "Check both; an administrator can set a new password."));
            }
            return TypedResults.Ok(new Session(await DescribeAsync(user, users), Demo(options), Company(options)));
        }).WithSummary("Sign in").ProducesProblem(401).ProducesProblem(429);

        group.MapDelete("", async (SignInManager<VocUser> signIn) =>
        {
            await signIn.SignOutAsync();
            return TypedResults.NoContent();
        }).WithSummary("Sign out");
    }

    private static async Task<Session> Get(ClaimsPrincipal principal, UserManager<VocUser> users, VocOptions options)
    {
        var user = await users.GetUserAsync(principal);
        return new Session(user is null ? null : await DescribeAsync(user, users), Demo(options), Company(options));
    }

    private static async Task<SessionUser> DescribeAsync(VocUser user, UserManager<VocUser> users) =>
        new(user.UserName!, user.DisplayName, [.. await users.GetRolesAsync(user)]);

    private static DemoInfo? Demo(VocOptions options) => options.Demo ? new DemoInfo(DemoAccounts.All) : null;

    private static CompanyInfo Company(VocOptions options) => new(options.CompanyName, options.TimeZone);
}
