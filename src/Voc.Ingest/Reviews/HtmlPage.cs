using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>Turns the bytes of a page into a document, or says why they are no page.</summary>
internal static partial class HtmlPage
{
    /// <summary>Most bytes of one page.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>Deepest nesting of elements; pages for people stay far below it, and the parser's time grows with it.</summary>
    private const int MaximumDepth = 256;

    /// <summary>Most tags of one page; each costs some hundred bytes of memory, whatever its length.</summary>
    private const int MaximumTags = 300_000;

    /// <summary>Reads a page.</summary>
    /// <param name="bytes">The page as it was fetched or saved.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    /// <param name="document">The page, or null.</param>
    /// <param name="problem">Why there is none, or null.</param>
    public static bool TryRead(byte[] bytes, string? contentType, [NotNullWhen(true)] out HtmlDocument? document, [NotNullWhen(false)] out LocalizedText? problem)
    {
        document = null;
        problem = bytes.Length > MaximumBytes ? ReviewProblems.TooLarge(bytes.Length, MaximumBytes)
            : HtmlBytes.BinaryKind(bytes) is { } binary ? ReviewProblems.NotHtml(binary)
            : null;
        if (problem is not null)
        {
            return false;
        }

        var text = HtmlBytes.Decode(bytes, contentType);
        problem = TextKind(text) is { } kind ? ReviewProblems.NotHtml(kind)
            : text.AsSpan().Count('<') > MaximumTags ? ReviewProblems.TooManyTags(MaximumTags)
            : TryParse(text, out document) ? null
            : ReviewProblems.TooDeep(MaximumDepth);
        return problem is null;
    }

    /// <summary>Parses markup; false where it is nested too deeply.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out HtmlDocument? document)
    {
        // With the syntax check on, the parser's time grows with the square of wrongly nested tags.
        document = new HtmlDocument { OptionCheckSyntax = false, OptionMaxNestedChildNodes = MaximumDepth };
        try
        {
            document.LoadHtml(text);
            return true;
        }
        catch (Exception tooDeep) when (tooDeep.GetType() == typeof(Exception))
        {
            // The parser has no type of its own for "nested too deeply".
            document = null;
            return false;
        }
    }

    /// <summary>What a text is that is no HTML, or null.</summary>
    private static string? TextKind(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length == 0 ? "empty"
            : start[0] is '{' or '[' ? "JSON"
            : Sitemap().IsMatch(text) ? "XML"
            : Element().IsMatch(text) ? null
            : "text";
    }

    [GeneratedRegex("^\\s*(?:<\\?xml[^>]{0,200}>\\s*)?<(?:urlset|sitemapindex)[\\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sitemap();

    [GeneratedRegex("<(?:!doctype\\s+html|(?:html|head|body|title|meta|link|script|div|p|span|a|b|br|ul|ol|li|dl|dt|dd|table|tr|td|h[1-6]|section|article|main|header|img|form|font)[\\s/>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Element();
}
