using System.Net;
using System.Text.RegularExpressions;
using System.Xml.XPath;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>A CSS or XPath selector of a <see cref="ReviewProfile"/>, ready to be used.</summary>
internal sealed partial class Selector
{
    private const int MaximumLength = 500;
    private readonly CssSelector? _css;
    private readonly string? _path;

    private Selector(CssSelector? css, string? path) => (_css, _path) = (css, path);

    /// <summary>Why a selector cannot be used, or null.</summary>
    public static LocalizedText? Problem(string selector)
    {
        var text = selector.Trim();
        if (text.Length > MaximumLength)
        {
            return SelectorProblems.TooLong(MaximumLength);
        }

        return IsPath(text) ? PathProblem(text) : CssSelector.TryParse(text, out _, out var problem) ? null : problem;
    }

    /// <summary>Makes a selector of a text that has no <see cref="Problem"/>; null of null or blank.</summary>
    /// <exception cref="ArgumentException">The text is no selector.</exception>
    public static Selector? Of(string? selector)
    {
        if (string.IsNullOrWhiteSpace(selector))
        {
            return null;
        }

        var text = selector.Trim();
        if (Problem(text) is { } problem)
        {
            throw new ArgumentException(problem.En, nameof(selector));
        }

        return IsPath(text) ? new(null, text) : CssSelector.TryParse(text, out var css, out _) ? new(css, null) : null;
    }

    /// <summary>Elements that match inside an element.</summary>
    public IReadOnlyList<HtmlNode> Elements(HtmlNode root) => _css is not null
        ? [.. _css.Select(root).Select(match => match.Node)]
        : [.. Positions(root).Select(position => position.CurrentNode).Distinct()];

    /// <summary>Texts of what matches inside an element, blank ones left out.</summary>
    public IReadOnlyList<string> Texts(HtmlNode root)
    {
        var texts = _css is not null
            ? _css.Select(root).Select(match => match.Attribute is null ? HtmlText.Of(match.Node, FeedbackValidation.MaxTextLength) : Attribute(match.Node, match.Attribute))
            : Positions(root).Select(position => position.NodeType == XPathNodeType.Attribute ? (WebUtility.HtmlDecode(position.Value) ?? "").Trim() : HtmlText.Of(position.CurrentNode, FeedbackValidation.MaxTextLength));
        return [.. texts.Where(text => text.Length > 0)];
    }

    /// <summary>The first text of what matches inside an element, or null.</summary>
    public string? Text(HtmlNode root) => Texts(root) is [var first, ..] ? first : null;

    private static string Attribute(HtmlNode node, string name) => WebUtility.HtmlDecode(node.GetAttributeValue(name, "")).Trim();

    private IEnumerable<HtmlNodeNavigator> Positions(HtmlNode root)
    {
        // Inside an item "//x" would search the whole page, which nobody means.
        var path = root.NodeType == HtmlNodeType.Element && _path!.StartsWith('/') ? "." + _path : _path!;
        return root.CreateNavigator()!.Select(path).Cast<HtmlNodeNavigator>().Select(position => (HtmlNodeNavigator)position.Clone());
    }

    private static bool IsPath(string selector) => selector.StartsWith('/') || selector.StartsWith("./", StringComparison.Ordinal) || selector.StartsWith('(');

    private static LocalizedText? PathProblem(string path)
    {
        try
        {
            if (XPathExpression.Compile(path).ReturnType != XPathResultType.NodeSet)
            {
                return SelectorProblems.XPath(path, "it selects no elements");
            }

            // Unknown variables, functions and prefixes show only when it is used.
            _ = new HtmlDocument().CreateNavigator()!.Select(path).MoveNext();
        }
        catch (Exception broken) when (broken is XPathException or ArgumentException)
        {
            return SelectorProblems.XPath(path, broken.Message);
        }

        var plain = Quoted().Replace(path, "''");
        return plain.Split("//").Length > 3 || plain.Contains("::", StringComparison.Ordinal) || CostlyPredicate().IsMatch(plain) ? SelectorProblems.CostlyXPath(path) : null;
    }

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[[^\]]*(?://|\.\.)")]
    private static partial Regex CostlyPredicate();
}
