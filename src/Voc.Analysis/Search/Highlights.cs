using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>Finds in a text what a query asked for.</summary>
public static class Highlights
{
    /// <summary>The stretches of a text that its words match, in order, apart from each other.</summary>
    /// <param name="match">The query. What must not match and labels highlight nothing.</param>
    /// <param name="terms">The terms of the text.</param>
    public static IReadOnlyList<TextSpan> Of(Match match, IReadOnlyList<IndexTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var words = new List<TermsMatch>();
        Collect(match, words);
        if (words.Count == 0)
        {
            return [];
        }
        var names = terms.Select(t => t.Term).ToList();
        var covered = new List<(int Start, int End)>();
        for (var at = 0; at < names.Count; at++)
        {
            foreach (var word in words.Where(w => w.IsAt(names, at)))
            {
                var matched = terms.Skip(at).Take(word.Terms.Count).ToList();
                covered.Add((matched.Min(t => t.Span.Start), matched.Max(t => t.Span.End)));
            }
        }
        return Merge(covered);
    }

    private static void Collect(Match match, List<TermsMatch> words)
    {
        switch (match)
        {
            case TermsMatch word:
                words.Add(word);
                break;
            case AllMatch all:
                all.Parts.ToList().ForEach(p => Collect(p, words));
                break;
            case AnyMatch any:
                any.Parts.ToList().ForEach(p => Collect(p, words));
                break;
            default:
                break;
        }
    }

    private static List<TextSpan> Merge(List<(int Start, int End)> covered)
    {
        var merged = new List<TextSpan>();
        foreach (var (start, end) in covered.Where(c => c.End > c.Start).Order())
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = last with { Length = Math.Max(last.Length, end - last.Start) };
            }
            else
            {
                merged.Add(new TextSpan(start, end - start));
            }
        }
        return merged;
    }
}
