using Microsoft.AspNetCore.Authorization;

namespace Voc.Api.Access;

/// <summary>Who may do what. Users have the roles of <see cref="UserRoles"/>, API keys those of <see cref="KeyRoles"/>.</summary>
internal static class Policies
{
    public const string Read = "read";
    public const string Ingest = "ingest";
    public const string WriteNotes = "write-notes";
    public const string Triage = "triage";
    public const string Comment = "comment";
    public const string ManageSources = "manage-sources";
    public const string CorrectLabels = "correct-labels";
    public const string SaveSearches = "save-searches";
    public const string TeachReading = "teach-reading";
    public const string Administer = "administer";

    public const string Admin = "admin";
    public const string Product = "product";
    public const string Support = "support";
    public const string Researcher = "researcher";

    public static readonly string[] UserRoles = [Admin, Product, Support, Researcher];
    public static readonly string[] KeyRoles = ["ingest", "read", Admin];

    public static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Read, p => p.RequireRole([.. UserRoles, "read"]));
        options.AddPolicy(Ingest, p => p.RequireRole(Admin, "ingest"));
        options.AddPolicy(WriteNotes, p => p.RequireRole(Admin, Support, Product));
        options.AddPolicy(Triage, p => p.RequireRole(Admin, Product));
        options.AddPolicy(Comment, p => p.RequireRole(UserRoles));
        options.AddPolicy(ManageSources, p => p.RequireRole(Admin, Product));
        options.AddPolicy(CorrectLabels, p => p.RequireRole(Admin, Product, Researcher));
        options.AddPolicy(SaveSearches, p => p.RequireRole(UserRoles));
        options.AddPolicy(TeachReading, p => p.RequireRole(Admin, Product));
        options.AddPolicy(Administer, p => p.RequireRole(Admin));
        // An endpoint that says nothing is closed.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}
