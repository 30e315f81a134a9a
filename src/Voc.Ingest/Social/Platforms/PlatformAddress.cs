using System.Text;

namespace Voc.Ingest.Social.Platforms;

/// <summary>Addresses of platforms, put together from what a person typed and what is asked for.</summary>
internal static class PlatformAddress
{
    /// <summary>The address of the service, ending in a slash.</summary>
    /// <exception cref="SocialException">What was typed is no address.</exception>
    public static Uri Base(string? typed, string usual) => TryBase(string.IsNullOrWhiteSpace(typed) ? usual : typed.Trim()) ?? throw new SocialException(PlatformProblems.BadAddress);

    /// <summary>Whether what was typed can be the address of a service.</summary>
    public static bool IsUsable(string? typed) => string.IsNullOrWhiteSpace(typed) || TryBase(typed.Trim()) is not null;

    /// <summary>A path below the service with its query; null values are left out.</summary>
    public static Uri At(this Uri service, string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                text.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }
        }

        return new Uri(service, text.ToString());
    }

    /// <summary>The same address as a WebSocket's.</summary>
    public static Uri Socket(Uri address) => address.Scheme is "ws" or "wss" ? address : new UriBuilder(address) { Scheme = address.Scheme == "https" ? "wss" : "ws" }.Uri;

    /// <summary>A moment as the platforms want it.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static Uri? TryBase(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "wss" or "ws" && address.Host.Length > 0 && address.UserInfo.Length == 0 && address.Query.Length == 0
            ? address
            : null;
}
