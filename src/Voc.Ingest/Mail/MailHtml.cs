using HtmlAgilityPack;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Mail;

/// <summary>The words of a mail in HTML, without the history and signature that mail programs mark.</summary>
internal static class MailHtml
{
    private static readonly string[] Marks = ["gmail_quote", "gmail_signature", "yahoo_quoted", "moz-cite-prefix", "moz-signature", "protonmail_quote"];

    public static string Text(string html)
    {
        if (!HtmlPage.TryParse(html, out var document))
        {
            return HtmlText.Of(html);
        }

        foreach (var marked in document.DocumentNode.Descendants().Where(IsHistory).ToList())
        {
            marked.Remove();
        }

        return HtmlText.Of(document.DocumentNode);
    }

    private static bool IsHistory(HtmlNode node) =>
        (node.Name == "blockquote" && node.GetAttributeValue("type", "") == "cite")
        || node.GetAttributeValue("class", "").Split(' ').Any(Marks.Contains)
        || node.GetAttributeValue("style", "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
}
