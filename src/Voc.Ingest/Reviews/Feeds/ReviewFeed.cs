namespace Voc.Ingest.Reviews.Feeds;

/// <summary>
/// Reads reviews from feeds: Atom (RFC 4287), RSS 2.0 and 1.0, and the App Store's customer reviews as JSON. A feed is known by
/// its content, so the address of one can stand wherever the address of a page can.
/// </summary>
public static class ReviewFeed
{
    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">What was fetched or pasted, up to 5 MB, in any encoding browsers know.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    /// <returns>The reviews, or null where this is no feed.</returns>
    public static ReviewExtraction? Read(byte[] bytes, string? contentType)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length is 0 or > HtmlPage.MaximumBytes || HtmlBytes.BinaryKind(bytes) is not null)
        {
            return null;
        }

        var text = HtmlBytes.Decode(bytes, contentType).TrimStart();
        return text.StartsWith('{') ? AppStoreFeed.Read(text)
            : IsXmlFeed(text) ? XmlFeed.Read(text)
            : null;
    }

    /// <summary>Title and body in one, without saying twice what a feed puts into both.</summary>
    internal static string Together(string title, string body)
    {
        var start = title.TrimEnd('…', '.', ' ');
        return body.Length == 0 ? title : start.Length == 0 || body.StartsWith(start, StringComparison.Ordinal) ? body : $"{title}\n{body}";
    }

    /// <summary>Whether the first element is that of a feed; pages in XHTML begin like one.</summary>
    private static bool IsXmlFeed(string text)
    {
        var rest = text.AsSpan();
        while (Skipped(rest) is { } length)
        {
            rest = rest[length..].TrimStart();
        }

        return Begins(rest, "<rss") || Begins(rest, "<feed") || Begins(rest, "<rdf:RDF");
    }

    /// <summary>Length of the declaration, comment or document type that stands here, or null.</summary>
    private static int? Skipped(ReadOnlySpan<char> rest)
    {
        var end = rest.StartsWith("<?") ? "?>" : rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<!") ? EndOfDocumentType(rest) : null;
        return end is not null && rest.IndexOf(end) is >= 0 and var at ? at + end.Length : null;
    }

    /// <summary>Entities stand between brackets, and hold the sign that else ends it.</summary>
    private static string EndOfDocumentType(ReadOnlySpan<char> rest) => rest.IndexOfAny('[', '>') is >= 0 and var at && rest[at] == '[' ? "]>" : ">";

    private static bool Begins(ReadOnlySpan<char> rest, string tag) =>
        rest.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && rest.Length > tag.Length && (char.IsWhiteSpace(rest[tag.Length]) || rest[tag.Length] == '>');
}
