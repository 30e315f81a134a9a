using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>Reads the <c>application/ld+json</c> scripts of a page.</summary>
internal static partial class JsonLd
{
    private const int MaximumProblems = 5;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The items of every script, and how many scripts there are.</summary>
    /// <param name="page">The page.</param>
    /// <param name="problems">Takes a message for each of the first scripts that are no JSON.</param>
    public static (IReadOnlyList<StructuredItem> Items, int Scripts) Read(HtmlDocument page, ICollection<LocalizedText> problems)
    {
        var items = new List<StructuredItem>();
        var number = 0;
        foreach (var script in page.DocumentNode.Descendants("script"))
        {
            if (!script.GetAttributeValue("type", "").Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            number++;
            try
            {
                using var json = JsonDocument.Parse(Cleaned(script.InnerHtml), Lenient);
                AddItems(json.RootElement, items);
            }
            catch (JsonException broken)
            {
                if (problems.Count < MaximumProblems)
                {
                    problems.Add(ReviewProblems.BrokenJsonLd(number, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}"));
                }
            }
        }

        return (items, number);
    }

    private static void AddItems(JsonElement element, List<StructuredItem> items)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in element.EnumerateArray())
            {
                AddItems(entry, items);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            items.Add(ItemOf(element));
        }
    }

    private static StructuredItem ItemOf(JsonElement element)
    {
        var item = new StructuredItem
        {
            Types = element.TryGetProperty("@type", out var type) ? [.. Texts(type).Select(StructuredItem.LocalName)] : [],
            Id = element.TryGetProperty("@id", out var id) ? Texts(id).FirstOrDefault() : null,
        };
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is not ("@type" or "@id" or "@context"))
            {
                AddValues(item, property.Name == "@graph" ? property.Name : StructuredItem.LocalName(property.Name), property.Value);
            }
        }

        return item;
    }

    private static void AddValues(StructuredItem item, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var entry in value.EnumerateArray())
                {
                    AddValues(item, name, entry);
                }

                break;
            case JsonValueKind.Object when value.TryGetProperty("@value", out var literal):
                AddValues(item, name, literal);
                break;
            case JsonValueKind.Object:
                item.Properties.Add((name, ItemOf(value)));
                break;
            case JsonValueKind.String:
                item.Properties.Add((name, value.GetString()!));
                break;
            case JsonValueKind.Number:
                item.Properties.Add((name, value.GetRawText()));
                break;
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    /// <summary>Takes away what sites wrap around the JSON, and escapes line ends inside strings, the most common mistake in it.</summary>
    private static string Cleaned(string script)
    {
        var text = script.Trim();
        foreach (var (open, close) in new[] { ("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>") })
        {
            if (text.StartsWith(open, StringComparison.Ordinal))
            {
                text = text[open.Length..];
                text = text.EndsWith(close, StringComparison.Ordinal) ? text[..^close.Length] : text;
            }
        }

        text = LoneHalf().Replace(text.Trim().TrimEnd(';'), @"\uFFFD");
        var json = new StringBuilder(text.Length);
        bool quoted = false, escaped = false;
        foreach (var c in text)
        {
            if (quoted && c < ' ')
            {
                json.Append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : "");
                continue;
            }

            json.Append(c);
            quoted ^= c == '"' && !escaped;
            escaped = quoted && c == '\\' && !escaped;
        }

        return json.ToString();
    }

    /// <summary>Half a surrogate pair, which no string can hold and which would cost all reviews of the page.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex LoneHalf();
}
