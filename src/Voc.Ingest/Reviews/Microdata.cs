using System.Net;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>Reads the microdata of a page (<c>itemscope</c>, <c>itemtype</c>, <c>itemprop</c>; HTML Living Standard §5) in one walk, without <c>itemref</c>.</summary>
internal static class Microdata
{
    /// <summary>The items that are no property of another, in page order, and how many items there are in all.</summary>
    public static (IReadOnlyList<StructuredItem> Items, int Count) Read(HtmlDocument page)
    {
        var tops = new List<StructuredItem>();
        var count = 0;
        var open = new Stack<(HtmlNode Node, StructuredItem? Owner)>();
        open.Push((page.DocumentNode, null));
        while (open.TryPop(out var current))
        {
            var (node, owner) = current;
            var names = node.GetAttributeValue("itemprop", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (node.Attributes.Contains("itemscope"))
            {
                count++;
                var item = ItemOf(node);
                if (owner is null || names.Length == 0)
                {
                    tops.Add(item);
                }

                Add(owner, names, item);
                owner = item;
            }
            else if (owner is not null && names.Length > 0)
            {
                Add(owner, names, ValueOf(node));
            }

            for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
            {
                if (child.NodeType == HtmlNodeType.Element)
                {
                    open.Push((child, owner));
                }
            }
        }

        return (tops, count);
    }

    private static StructuredItem ItemOf(HtmlNode node) => new()
    {
        Types = [.. Attribute(node, "itemtype").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(StructuredItem.LocalName)],
        Id = Attribute(node, "itemid") is { Length: > 0 } id ? id : null,
    };

    private static void Add(StructuredItem? owner, IEnumerable<string> names, object value)
    {
        foreach (var name in names)
        {
            owner?.Properties.Add((StructuredItem.LocalName(name), value));
        }
    }

    private static object ValueOf(HtmlNode node)
    {
        var attribute = node.Attributes.Contains("content") ? "content" : node.Name switch
        {
            "a" or "area" or "link" => "href",
            "img" or "source" or "embed" => "src",
            "data" or "meter" => "value",
            "time" when node.Attributes.Contains("datetime") => "datetime",
            _ => null,
        };
        return attribute is null ? node : Attribute(node, attribute);
    }

    private static string Attribute(HtmlNode node, string name) => WebUtility.HtmlDecode(node.GetAttributeValue(name, "")).Trim();
}
