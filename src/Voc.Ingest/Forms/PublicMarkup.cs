using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Voc.Ingest.Forms;

/// <summary>What the public pages have in common: a document without scripts, the hidden fields of its defences and its policy.</summary>
internal static class PublicMarkup
{
    /// <summary>The <c>Content-Security-Policy</c> header of a page whose only style is this one.</summary>
    /// <param name="styleSheet">The style sheet in the page.</param>
    /// <param name="frames">Web sites that may show the page in a frame, besides this server.</param>
    public static string ContentSecurityPolicy(string styleSheet, IReadOnlyList<string> frames) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(styleSheet)))}'; form-action 'self'; base-uri 'none'; frame-ancestors {string.Join(' ', ["'self'", .. frames])}";

    /// <summary>The document up to its content.</summary>
    public static StringBuilder Start(LocalizedText title, CultureInfo culture, string styleSheet) => new StringBuilder("<!doctype html><html lang=\"")
        .Append(Words("ja", "en", culture))
        .Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>")
        .Append(Text(title.In(culture))).Append("</title><style>").Append(styleSheet).Append("</style></head><body><main>");

    /// <summary>The whole document.</summary>
    public static string End(StringBuilder html) => html.Append("</main></body></html>").ToString();

    /// <summary>The trap for programs, the token and the identifier of this filling-in.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="token">A token of <see cref="FormTokens"/>.</param>
    /// <param name="refused">The answer to an earlier attempt, or null.</param>
    public static void AppendDefences(StringBuilder html, string token, FormAnswer? refused)
    {
        var id = refused?.Values.GetValueOrDefault(FormSubmission.IdName) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"voc-trap\" aria-hidden=\"true\"><label for=\"voc-trap\">Homepage</label><input id=\"voc-trap\" name=\"{FormSubmission.HoneypotName}\" tabindex=\"-1\" autocomplete=\"off\"></div>")
            .Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{FormSubmission.TokenName}\" value=\"{Text(refused?.Token ?? token)}\">")
            .Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{FormSubmission.IdName}\" value=\"{Text(id)}\">");
    }

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Words(string ja, string en, CultureInfo culture) => new LocalizedText(ja, en).In(culture);
}
