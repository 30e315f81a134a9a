using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Voc.Api.Problems;
using Voc.Dashboard.Live;

namespace Voc.Api.Access;

/// <summary>Signs in programs by <c>Authorization: Bearer KEY</c>; the hub also takes <c>access_token</c> in the query.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Reason = "Voc.KeyProblem";
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, (ApiKeyRow Row, long At)> Cache = new();

    /// <summary>The key a request carries, or null.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return header["Bearer ".Length..].Trim();
        }
        return request.Path.StartsWithSegments(LiveMessages.Path) && request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }
        var row = await FindAsync(key);
        LocalizedText? problem = row switch
        {
            null => new("API キーが正しくありません。", "The API key is not known."),
            { RevokedAt: not null } => new($"API キー「{row.Name}」は無効にされています。", $"The API key '{row.Name}' was revoked."),
            { ExpiresAt: { } end } when end <= time.GetUtcNow() => new($"API キー「{row.Name}」は {end:yyyy-MM-dd} に期限が切れました。", $"The API key '{row.Name}' expired on {end:yyyy-MM-dd}."),
            _ => null,
        };
        if (problem is not null)
        {
            Context.Items[Reason] = problem;
            return AuthenticateResult.Fail(problem.En);
        }
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "key:" + row!.Name), new Claim(ClaimTypes.Role, row.Role)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AccessProblems.ChallengeAsync(Context, Context.Items[Reason] as LocalizedText);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => AccessProblems.ForbidAsync(Context);

    /// <summary>A busy sender would otherwise cost a database read for each request; a revoked key works on for at most ten seconds.</summary>
    private async Task<ApiKeyRow?> FindAsync(string key)
    {
        if (Cache.TryGetValue(key, out var cached) && time.GetElapsedTime(cached.At) < CacheTime)
        {
            return cached.Row;
        }
        var row = await keys.FindAsync(key, Context.RequestAborted);
        if (row is not null)
        {
            Cache[key] = (row, time.GetTimestamp());
        }
        return row;
    }
}

/// <summary>The answers 401 and 403, for people and programs alike.</summary>
internal static class AccessProblems
{
    public static Task ChallengeAsync(HttpContext context, LocalizedText? reason)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Of(
            StatusCodes.Status401Unauthorized,
            reason ?? new("サインインが必要です。", "Sign-in is needed."),
            new("サインインするか、Authorization: Bearer に有効な API キーを付けてください。", "Sign in, or send a valid API key as Authorization: Bearer.")).ExecuteAsync(context);
    }

    public static Task ForbidAsync(HttpContext context) => Problem.Of(
        StatusCodes.Status403Forbidden,
        new("この操作をする権限がありません。", "Your role does not allow this."),
        new("必要な役割（またはキーの種類）を管理者に確認してください。", "Ask an administrator for the role, or use a key of the right kind.")).ExecuteAsync(context);
}
