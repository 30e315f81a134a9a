using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Access;

internal sealed record NewUser(string UserName, string? DisplayName, string Password, IReadOnlyList<string> Roles);

internal sealed record ApiKeyInfo(int Id, string Name, string Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, bool Revoked);

internal sealed record NewKey(string Name, string Role, DateTimeOffset? ExpiresAt);

internal sealed record CreatedKey(int Id, string Key);

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Administration").RequireAuthorization(Policies.Administer);
        users.MapGet("", ListUsers).WithSummary("Users with their roles");
        users.MapPost("", AddUser).WithSummary("Add a user").ProducesProblem(400);

        var keys = api.MapGroup("/keys").WithTags("Administration").RequireAuthorization(Policies.Administer);
        keys.MapGet("", async (ApiKeys all, CancellationToken cancellationToken) =>
            (await all.ListAsync(cancellationToken)).Select(k => new ApiKeyInfo(k.Id, k.Name, k.Role, k.CreatedAt, k.ExpiresAt, k.LastUsedAt, k.RevokedAt is not null)).ToList())
            .WithSummary("API keys, without the keys themselves");
        keys.MapPost("", AddKey).WithSummary("Make an API key; it is shown this once").ProducesProblem(400);
        keys.MapDelete("/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, ApiKeys all, CancellationToken cancellationToken) =>
            await all.RevokeAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("API key", id))
            .WithSummary("Revoke an API key").ProducesProblem(404);
    }

    private static async Task<List<SessionUser>> ListUsers(UserManager<VocUser> users, CancellationToken cancellationToken)
    {
        var result = new List<SessionUser>();
        foreach (var user in await users.Users.OrderBy(u => u.UserName).ToListAsync(cancellationToken))
        {
            result.Add(new SessionUser(user.UserName!, user.DisplayName, [.. await users.GetRolesAsync(user)]));
        }
        return result;
    }

    private static async Task<Results<Created<SessionUser>, ProblemHttpResult>> AddUser(NewUser body, People people)
    {
        // A JSON object may leave out what the type does not.
        var (name, roles) = (body.UserName ?? "", body.Roles ?? []);
        if (roles.Count == 0)
        {
            return Problem.Field("roles", new("役割を admin、product、support、researcher から 1 つ以上選んでください。", "Choose at least one role of admin, product, support and researcher."));
        }
        var made = await people.AddAsync(name, body.DisplayName ?? name, body.Password ?? "", roles);
        return made.Succeeded
            ? TypedResults.Created((string?)null, new SessionUser(name, body.DisplayName ?? name, roles))
            : Problem.Field(
                made.Errors.First().Code switch { "Role" => "roles", var code when code.StartsWith("Password", StringComparison.Ordinal) => "password", _ => "userName" },
                UserErrors.Describe(made.Errors.First()));
    }

    private static async Task<Results<Created<CreatedKey>, ProblemHttpResult>> AddKey(NewKey body, ApiKeys keys, TimeProvider time, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Length > 100)
        {
            return Problem.Field("name", new("1〜100 文字の名前を付けてください。", "Give it a name of 1 to 100 characters."));
        }
        if (!Policies.KeyRoles.Contains(body.Role))
        {
            return Problem.Field("role", new("ingest、read、admin のどれかを選んでください。", "Choose ingest, read or admin."));
        }
        if (body.ExpiresAt <= time.GetUtcNow())
        {
            return Problem.Field("expiresAt", new("期限は未来の日時にしてください。", "The expiry must lie in the future."));
        }
        var (key, row) = await keys.CreateAsync(body.Name, body.Role, body.ExpiresAt, cancellationToken);
        return TypedResults.Created((string?)null, new CreatedKey(row.Id, key));
    }
}

/// <summary>Identity's errors in both languages.</summary>
internal static class UserErrors
{
    public static LocalizedText Describe(IdentityError error) => error.Code switch
    {
        "DuplicateUserName" => new("このユーザー名は使われています。別の名前にしてください。", error.Description),
        "InvalidUserName" => new("ユーザー名には半角の英数字と -._@+ だけが使えます。", error.Description),
        "PasswordTooShort" => new("パスワードは 10 文字以上にしてください。", error.Description),
        "Role" => new("役割は admin、product、support、researcher から選んでください。", error.Description),
        _ => new("ユーザーを作成できません: " + error.Description, error.Description),
    };
}
