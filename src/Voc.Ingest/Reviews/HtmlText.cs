using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>
/// Plain text of untrusted HTML: what a reader sees, with line ends where blocks and <c>br</c> stand. Scripts, styles and
/// readings over kanji (<c>rt</c>) are left out; entities are decoded. Takes time linear in the length.
/// </summary>
public static partial class HtmlText
{
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math", "select", "button", "textarea", "rt", "rp",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private static readonly SearchValues<char> Markup = SearchValues.Create("<&");

    /// <summary>Plain text of a value that may be plain already or may hold markup, as the texts of structured data do.</summary>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.AsSpan().IndexOfAny(Markup) < 0)
        {
            return Tidy(value);
        }

        if (Tag().IsMatch(value))
        {
            return HtmlPage.TryParse(value, out var document) ? Of(document.DocumentNode) : Tidy(WebUtility.HtmlDecode(value));
        }

        return Tidy(LineBreak().Replace(WebUtility.HtmlDecode(value), "\n"));
    }

    /// <summary>Plain text of an element and everything in it.</summary>
    /// <param name="root">The element.</param>
    /// <param name="limit">Stops at the first piece that makes the text longer than this many UTF-16 units.</param>
    public static string Of(HtmlNode root, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(root);
        var text = new TextBuilder();
        var node = root;
        while (true)
        {
            if (text.Length > limit)
            {
                return text.ToString();
            }

            if (Enter(node, text) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (true)
            {
                if (Blocks.Contains(node.Name))
                {
                    text.Break();
                }

                if (node == root)
                {
                    return text.ToString();
                }

                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = node.ParentNode!;
            }
        }
    }

    /// <summary>Adds what stands at the node itself; false where its children are not read.</summary>
    private static bool Enter(HtmlNode node, TextBuilder text)
    {
        switch (node.NodeType)
        {
            case HtmlNodeType.Text:
                text.Add(WebUtility.HtmlDecode(((HtmlTextNode)node).Text) ?? "");
                return false;
            case HtmlNodeType.Comment:
                return false;
            default:
                if (node.Name == "br")
                {
                    text.Line();
                }
                else if (Blocks.Contains(node.Name))
                {
                    text.Break();
                }

                return !Hidden.Contains(node.Name);
        }
    }

    private static string Tidy(string value) => ManyLines().Replace(value.ReplaceLineEndings("\n"), "\n\n").Trim();

    [GeneratedRegex("<(?:/?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\\s[^<>]{0,2000})?/?>|!--)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("<br ?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();

    [GeneratedRegex("\n(?:[ \t\u3000]*\n){2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ManyLines();

    /// <summary>
    /// Joins pieces as a browser does: runs of white space become one space, and none where a line of Japanese was wrapped in
    /// the source (segment breaks of CSS Text 3).
    /// </summary>
    private sealed class TextBuilder
    {
        private readonly StringBuilder _text = new();
        private bool _space;
        private bool _wrapped;
        private int _lines;

        public int Length => _text.Length;

        public void Add(string piece)
        {
            foreach (var c in piece)
            {
                if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                {
                    _space = true;
                    _wrapped |= c is '\n' or '\r';
                }
                else
                {
                    Separate(c);
                    _text.Append(c == '\u00A0' ? ' ' : c);
                }
            }
        }

        public void Break() => _lines = Math.Max(_lines, 1);

        public void Line() => _lines = Math.Min(_lines + 1, 2);

        public override string ToString() => _text.ToString();

        private void Separate(char next)
        {
            if (_text.Length > 0)
            {
                if (_lines > 0)
                {
                    _text.Append('\n', _lines);
                }
                else if (_space && !(_wrapped && IsWide(_text[^1]) && IsWide(next)))
                {
                    _text.Append(' ');
                }
            }

            (_space, _wrapped, _lines) = (false, false, 0);
        }

        private static bool IsWide(char c) => c is >= '\u3000' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF01' and <= '\uFF60';
    }
}
