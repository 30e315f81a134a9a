namespace Voc.Ingest.Forms;

/// <summary>Which web sites may send a form.</summary>
public static class FormOrigins
{
    /// <summary>Whether a request with this <c>Origin</c> header may send the form; also the test for the CORS headers of the answer.</summary>
    /// <param name="form">The form.</param>
    /// <param name="origin">The header as it came, or null where there was none.</param>
    /// <param name="own">Scheme, host and port of this server, whose own page of the form is always allowed.</param>
    public static bool Allows(ContactForm form, string? origin, string own)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Allows(form.AllowedOrigins, origin, own);
    }

    internal static bool Allows(IReadOnlyList<string> allowedOrigins, string? origin, string own) =>
        origin is not null && IsOrigin(origin)
        && (Same(origin, own) || allowedOrigins.Any(allowed => Same(origin, allowed) || IsBelow(origin, allowed)));

    /// <summary>Whether a text is scheme, host and perhaps port, without a path; the host may begin with <c>*.</c>.</summary>
    internal static bool IsOrigin(string? text)
    {
        if (text is null || text.Length > 300 || !Uri.TryCreate(text.Replace("://*.", "://any.", StringComparison.Ordinal), UriKind.Absolute, out var uri))
        {
            return false;
        }

        return uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && !text.EndsWith('/')
            && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && text.Count(c => c == '*') <= 1;
    }

    private static bool Same(string origin, string allowed) => Normal(origin) is { } left && left == Normal(allowed);

    private static bool IsBelow(string origin, string allowed)
    {
        var star = allowed.IndexOf("://*.", StringComparison.Ordinal);
        if (star < 0 || !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !Uri.TryCreate(allowed.Replace("://*.", "://", StringComparison.Ordinal), UriKind.Absolute, out var parent))
        {
            return false;
        }

        return uri.Scheme == parent.Scheme && uri.Port == parent.Port && uri.IdnHost.EndsWith("." + parent.IdnHost, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Normal(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}:{uri.Port}" : null;
}
