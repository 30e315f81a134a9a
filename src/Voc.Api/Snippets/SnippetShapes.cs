using System.ComponentModel;
using System.Security.Claims;
using Voc.Api.Access;

namespace Voc.Api.Snippets;

/// <summary>What a snippet shall be.</summary>
internal sealed record SnippetInput
{
    [Description("What is typed after a semicolon: 1 to 20 letters, digits, hyphens or underscores, whatever their width and case")]
    public string? Key { get; init; }

    [Description("1 to 60 characters")]
    public string? Title { get; init; }

    [Description("1 to 2,000 characters; {製品} or {product}, {日付} or {date} and {時刻} or {time} are filled in, any other name in braces is a blank to be filled by hand")]
    public string? Text { get; init; }

    [Description("Whether it is the company's, for everybody who writes notes; administrators and product managers alone may set it. It cannot be changed afterwards")]
    public bool? Shared { get; init; }
}

/// <summary>A snippet as who writes notes sees it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Key">What is typed after a semicolon.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text with its blanks in braces.</param>
/// <param name="Shared">Whether it is the company's.</param>
/// <param name="Editable">Whether the reader may change it.</param>
/// <param name="ChangedBy">User name of who changed it last.</param>
/// <param name="ChangedAt">When that was.</param>
/// <param name="Version">Grows with each change.</param>
internal sealed record Snippet(int Id, string Key, string Title, string Text, bool Shared, bool Editable, string ChangedBy, DateTimeOffset ChangedAt, int Version)
{
    public static Snippet Of(SnippetRow row, SnippetWriter by) =>
        new(row.Id, row.Key, row.Title, row.Text, row.Owner.Length == 0, by.MayChange(row), row.ChangedBy, row.ChangedAt, row.Version);
}

/// <summary>Who asks for snippets, and whether they look after the company's.</summary>
internal sealed record SnippetWriter(string UserName, bool KeepsCompany)
{
    public static SnippetWriter Of(ClaimsPrincipal user) => new(user.Identity!.Name!, user.IsInRole(Policies.Admin) || user.IsInRole(Policies.Product));

    public bool Sees(SnippetRow row) => row.Owner.Length == 0 || row.Owner == UserName;

    public bool MayChange(SnippetRow row) => row.Owner == UserName || (row.Owner.Length == 0 && KeepsCompany);
}
