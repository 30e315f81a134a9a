using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Access;

/// <summary>Sign-in for people (cookie) and programs (key).</summary>
internal static class AccessServices
{
    private const string Either = "CookieOrKey";

    public static void AddAccess(this IServiceCollection services, VocOptions options)
    {
        services.AddPeople(options).AddSignInManager();
        AddSchemes(services);
        services.AddAuthorization(Policies.Configure);
    }

    /// <summary>Users, their roles and API keys, without signing anybody in.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services, VocOptions options)
    {
        services.AddDataProtection().SetApplicationName("Voc").PersistKeysToFileSystem(new DirectoryInfo(options.PathOf("keys")));
        services.AddSingleton<ApiKeys>();
        services.AddScoped<People>();
        return services.AddIdentityCore<VocUser>(identity =>
            {
                identity.Password.RequiredLength = 10;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireDigit = false;
                identity.Lockout.MaxFailedAccessAttempts = 10;
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<VocDbContext>();
    }

    private static void AddSchemes(IServiceCollection services)
    {
        var authentication = services.AddAuthentication(Either);
        authentication.AddPolicyScheme(Either, null, scheme =>
            scheme.ForwardDefaultSelector = context => ApiKeyAuthentication.KeyOf(context.Request) is null ? IdentityConstants.ApplicationScheme : ApiKeyAuthentication.SchemeName);
        authentication.AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        authentication.AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "voc";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context => AccessProblems.ChallengeAsync(context.HttpContext, null);
            cookie.Events.OnRedirectToAccessDenied = context => AccessProblems.ForbidAsync(context.HttpContext);
            cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
    }

    /// <summary>Refuses a change, or to listen, where a page of another origin asks for it in the name of somebody signed in by cookie.</summary>
    public static IApplicationBuilder UseSameOriginForCookies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        var byCookie = context.User.Identity is { IsAuthenticated: true, AuthenticationType: var type } && type != ApiKeyAuthentication.SchemeName;
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        // A page of another origin may open a socket to the hub, which would then speak to it with the cookie.
        var listens = request.Path.StartsWithSegments(LiveMessages.Path);
        if (byCookie && (changes || listens) && !IsSameOrigin(request))
        {
            await Problem.Of(
                StatusCodes.Status403Forbidden,
                new("別のサイトからの操作は受け付けません。", "Changes asked for by another site are refused."),
                new("この画面から操作するか、API キーを使ってください。", "Use this site's own pages, or an API key.")).ExecuteAsync(context);
            return;
        }
        await next(context);
    });

    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
