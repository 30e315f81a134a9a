using System.Diagnostics.CodeAnalysis;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>
/// A subset of CSS selectors. One walk over the tree carries, for every element, the set of selector prefixes that an ancestor
/// and that the parent has matched, so the time is linear in the elements whatever the selector.
/// </summary>
internal sealed class CssSelector
{
    private const int MaximumSteps = 16;
    private readonly IReadOnlyList<Alternative> _alternatives;

    private CssSelector(IReadOnlyList<Alternative> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a selector, or says at which character it cannot be read.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CssSelector? selector, [NotNullWhen(false)] out LocalizedText? problem)
    {
        (selector, problem) = (null, null);
        var reader = new CssReader(text);
        var alternatives = new List<Alternative>();
        do
        {
            if (reader.ReadAlternative() is not { } alternative)
            {
                problem = SelectorProblems.Css(text, reader.Position);
                return false;
            }

            alternatives.Add(alternative);
        }
        while (reader.Skip(','));

        problem = !reader.AtEnd ? SelectorProblems.Css(text, reader.Position)
            : alternatives.Exists(alternative => alternative.Steps.Count > MaximumSteps) || alternatives.Count > MaximumSteps ? SelectorProblems.TooManyParts(MaximumSteps)
            : null;
        selector = problem is null ? new(alternatives) : null;
        return selector is not null;
    }

    /// <summary>What matches inside an element, in page order, with the attribute that is wanted of it or null for its text.</summary>
    public IEnumerable<(HtmlNode Node, string? Attribute)> Select(HtmlNode root)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.Steps.Count == 0)
            {
                yield return (root, alternative.Attribute);
            }
        }

        var open = new Stack<(HtmlNode Node, uint[] Parent, uint[] Ancestors)>();
        var none = new uint[_alternatives.Count];
        Push(open, root, none, none);
        while (open.TryPop(out var current))
        {
            var own = new uint[_alternatives.Count];
            var below = new uint[_alternatives.Count];
            for (var i = 0; i < _alternatives.Count; i++)
            {
                own[i] = Matched(_alternatives[i].Steps, current.Node, current.Parent[i], current.Ancestors[i]);
                below[i] = current.Ancestors[i] | own[i];
            }

            var match = Enumerable.Range(0, _alternatives.Count).FirstOrDefault(i => _alternatives[i].IsWholeIn(own[i]), -1);
            if (match >= 0)
            {
                yield return (current.Node, _alternatives[match].Attribute);
            }

            Push(open, current.Node, own, below);
        }
    }

    private static void Push(Stack<(HtmlNode, uint[], uint[])> open, HtmlNode node, uint[] own, uint[] below)
    {
        for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
        {
            if (child.NodeType == HtmlNodeType.Element)
            {
                open.Push((child, own, below));
            }
        }
    }

    /// <summary>The prefixes of the selector whose last step this element is, as bits.</summary>
    private static uint Matched(IReadOnlyList<CssStep> steps, HtmlNode node, uint parent, uint ancestors)
    {
        var matched = 0u;
        for (var i = 0; i < steps.Count; i++)
        {
            var reachable = i == 0 || ((steps[i].Child ? parent : ancestors) >> (i - 1) & 1) == 1;
            if (reachable && steps[i].Matches(node))
            {
                matched |= 1u << i;
            }
        }

        return matched;
    }

    /// <summary>One part between commas; no steps mean the element itself.</summary>
    internal sealed record Alternative(IReadOnlyList<CssStep> Steps, string? Attribute)
    {
        /// <summary>Whether the matched prefixes hold the whole selector.</summary>
        public bool IsWholeIn(uint matched) => Steps.Count > 0 && (matched >> (Steps.Count - 1) & 1) == 1;
    }
}
