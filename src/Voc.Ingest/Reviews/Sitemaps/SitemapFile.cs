using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Voc.Ingest.Reviews.Sitemaps;

/// <summary>An address in a sitemap.</summary>
/// <param name="Address">Where it is, absolute.</param>
/// <param name="Modified">When it was modified as the sitemap wrote it, or null.</param>
internal sealed record SitemapEntry(Uri Address, string? Modified)
{
    /// <summary>The latest moment that <see cref="Modified"/> can mean: a day without time ends where it ends last on earth; null where it says nothing.</summary>
    public DateTimeOffset? ModifiedBefore =>
        DateOnly.TryParseExact(Modified, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue.AddDays(-2)
            ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(-12))
        : DateTimeOffset.TryParse(Modified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : null;
}

/// <summary>
/// A sitemap (sitemaps.org 0.9) in XML, packed or not, or as lines of text; the lines of a <c>robots.txt</c> that name sitemaps are read as an
/// index. Entities are not expanded, what is no address is passed over.
/// </summary>
/// <param name="Pages">Pages, in order.</param>
/// <param name="Sitemaps">Further sitemaps, in order.</param>
/// <param name="Problem">Why it cannot be read, or not to its end; null where it was.</param>
internal sealed record SitemapFile(IReadOnlyList<SitemapEntry> Pages, IReadOnlyList<SitemapEntry> Sitemaps, LocalizedText? Problem)
{
    /// <summary>Most bytes, the limit of sitemaps.org.</summary>
    public const int MaximumBytes = 50 * 1024 * 1024;

    private const int MaximumEntries = 50_000;
    private const int LongestDate = 40;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, // A document type could hold entities that unfold without end.
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="body">The bytes as they were fetched.</param>
    /// <param name="address">Where from; relative addresses are from here.</param>
    public static SitemapFile Read(byte[] body, Uri address)
    {
        if (Unpacked(body) is not { } plain)
        {
            return new([], [], SitemapProblems.NotUnpacked(address, MaximumBytes));
        }

        if (address.AbsolutePath.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase))
        {
            return new([], [.. Lines(plain).Where(line => line.StartsWith("sitemap:", StringComparison.OrdinalIgnoreCase)).Select(line => Entry(address, line[8..], null)).OfType<SitemapEntry>()], null);
        }

        return Array.Find(plain, b => b > ' ' && b is not (0xEF or 0xBB or 0xBF)) == '<' ? ReadXml(plain, address)
            : Lines(plain).Select(line => Entry(null, line, null)).OfType<SitemapEntry>().Take(MaximumEntries).ToList() is { Count: > 0 } pages ? new(pages, [], null)
            : new([], [], SitemapProblems.NoSitemap(address));
    }

    private static SitemapFile ReadXml(byte[] plain, Uri address)
    {
        var (pages, sitemaps) = (new List<SitemapEntry>(), new List<SitemapEntry>());
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(plain), Settings);
            xml.MoveToContent();
            if (xml.LocalName is not ("urlset" or "sitemapindex"))
            {
                return new([], [], SitemapProblems.NoSitemap(address));
            }

            var entries = xml.LocalName == "urlset" ? pages : sitemaps;
            string? location = null, modified = null, field = null;
            while (xml.Read() && entries.Count < MaximumEntries)
            {
                // An entry is a child of the root, and what is asked for its own child: images and videos have locations of theirs.
                if (xml is { NodeType: XmlNodeType.Element, Depth: 1 })
                {
                    (location, modified) = (null, null);
                }
                else if (xml is { NodeType: XmlNodeType.Element, Depth: 2 })
                {
                    field = xml.Prefix.Length == 0 ? xml.LocalName : null;
                }
                else if (xml is { NodeType: XmlNodeType.Text or XmlNodeType.CDATA, Depth: 3 } && field is "loc" or "lastmod")
                {
                    (location, modified) = field == "loc" ? (location + xml.Value, modified) : (location, modified + xml.Value);
                }
                else if (xml is { NodeType: XmlNodeType.EndElement, Depth: 1 } && location is not null && Entry(address, location, modified) is { } entry)
                {
                    entries.Add(entry);
                }
            }

            return new(pages, sitemaps, null);
        }
        catch (XmlException broken)
        {
            return new(pages, sitemaps, SitemapProblems.Broken(address, broken.LineNumber));
        }
    }

    private static SitemapEntry? Entry(Uri? from, string written, string? modified)
    {
        var location = written.Trim();
        var isAddress = from is null ? Uri.TryCreate(location, UriKind.Absolute, out var address) : Uri.TryCreate(from, location, out address);
        return isAddress && location.Length > 0 && address is { Scheme: "http" or "https" }
            ? new(new Uri(address.GetLeftPart(UriPartial.Query)), modified?.Trim() is { Length: > 0 and <= LongestDate } date ? date : null)
            : null;
    }

    private static IEnumerable<string> Lines(byte[] plain) => Encoding.UTF8.GetString(plain).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim());

    /// <summary>The content, unpacked as far as the limit allows; null where it is larger, or damaged.</summary>
    private static byte[]? Unpacked(byte[] body)
    {
        if (body is not [0x1F, 0x8B, ..])
        {
            return body;
        }

        try
        {
            using var unpacking = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = unpacking.Read(buffer)) > 0;)
            {
                if (plain.Length + read > MaximumBytes)
                {
                    return null;
                }

                plain.Write(buffer, 0, read);
            }

            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
