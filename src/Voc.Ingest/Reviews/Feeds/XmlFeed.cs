using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Voc.Ingest.Reviews.Feeds;

/// <summary>Reads Atom and RSS, whose entries may carry the App Store's <c>im:rating</c>.</summary>
internal static partial class XmlFeed
{
    private const int MaximumEntries = 10_000;
    private const int MaximumDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, // A document type could hold entities that unfold without end.
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static ReviewExtraction Read(string text)
    {
        try
        {
            CheckDepth(text);
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var root = XDocument.Load(reader).Root!;
            var entries = Heads(root).Where(e => e.Name.LocalName is "entry" or "item").Take(MaximumEntries).ToList();
            var reviews = entries.Select(Review).Where(review => review.Text.Length > 0 || review.Rating is not null).ToList();
            return new(reviews, Next(root), entries.Count > 0 ? [] : [FeedProblems.Empty]);
        }
        catch (XmlException broken)
        {
            return new([], null, [FeedProblems.BrokenXml(broken.LineNumber)]);
        }
    }

    private static void CheckDepth(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaximumDepth)
            {
                throw new XmlException("Too deep.", null, ((IXmlLineInfo)reader).LineNumber, 0);
            }
        }
    }

    private static ExtractedReview Review(XElement entry)
    {
        var rating = Value(entry, "rating");
        var read = ReviewRating.Parse(rating);
        return new()
        {
            Id = NullIfEmpty(Value(entry, "id") ?? Value(entry, "guid") ?? Link(entry)),
            Text = ReviewFeed.Together(HtmlText.Of(Value(entry, "title") ?? ""), HtmlText.Of(Body(entry))),
            Rating = read,
            UnreadableRating = read is null ? NullIfEmpty(rating) : null,
            Date = Date(Value(entry, "published") ?? Value(entry, "pubDate") ?? Value(entry, "date") ?? Value(entry, "updated")),
            Author = NullIfEmpty(Author(entry)),
        };
    }

    /// <summary>The App Store gives each text twice, plain and as a table in HTML.</summary>
    private static string Body(XElement entry)
    {
        var contents = Named(entry, "content").ToList();
        var content = contents.Find(c => c.Attribute("type")?.Value is null or "text") ?? contents.Find(c => c.Attribute("src") is null);
        return Named(entry, "encoded").FirstOrDefault()?.Value
            ?? (content is null ? null : content.Attribute("type")?.Value == "xhtml" ? string.Concat(content.Nodes()) : content.Value)
            ?? Value(entry, "description") ?? Value(entry, "summary") ?? "";
    }

    private static string? Author(XElement entry)
    {
        var author = Named(entry, "author").FirstOrDefault();
        return author is null ? Value(entry, "creator") : author.HasElements ? Value(author, "name") : author.Value.Trim();
    }

    private static string? Next(XElement root) =>
        Heads(root).FirstOrDefault(e => e.Name.LocalName == "link" && e.Attribute("rel")?.Value == "next")?.Attribute("href")?.Value;

    /// <summary>What stands in the feed itself: RSS 2.0 puts all of it into a channel, Atom and RSS 1.0 nothing.</summary>
    private static IEnumerable<XElement> Heads(XElement root) => root.Elements().Concat(Named(root, "channel").Elements());

    private static string? Link(XElement entry)
    {
        var link = Named(entry, "link").FirstOrDefault();
        return link?.Attribute("href")?.Value ?? link?.Value.Trim();
    }

    /// <summary>A date of RSS (RFC 822) in the form that is read everywhere; any other as it stands.</summary>
    private static string? Date(string? written)
    {
        if (NullIfEmpty(written) is not { Length: < 100 } date)
        {
            return NullIfEmpty(written);
        }

        var zoned = Zone().Replace(date.Replace(" JST", " +0900", StringComparison.Ordinal), "$1:$2");
        return date.Length > 3 && char.IsAsciiLetter(date[0])
            && DateTimeOffset.TryParse(zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            : date;
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    private static string? Value(XElement parent, string name) => Named(parent, name).FirstOrDefault()?.Value.Trim();

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    [GeneratedRegex(@"([+-]\d\d)(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
