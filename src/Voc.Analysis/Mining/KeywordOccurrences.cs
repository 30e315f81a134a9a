using Voc.Analysis.Search;
using Voc.Analysis.Text;

namespace Voc.Analysis.Mining;

/// <summary>
/// Finds every place where the words and exact strings of a query stand in a text. What overlaps is one occurrence; what only touches
/// is two: はいはい holds はい twice.
/// </summary>
public sealed class KeywordOccurrences
{
    private readonly List<Match> _words = [];
    private readonly List<ExactMatch> _strings = [];

    private KeywordOccurrences(Match match) => Collect(match);

    /// <summary>The words and phrases to find.</summary>
    internal IReadOnlyList<Match> Words => _words;

    /// <summary>The exact strings to find.</summary>
    internal IReadOnlyList<ExactMatch> Strings => _strings;

    /// <summary>Whether there is nothing to find: labels, and what must not match, stand nowhere.</summary>
    public bool IsEmpty => _words.Count == 0 && _strings.Count == 0;

    /// <summary>What to find for a query.</summary>
    public static KeywordOccurrences Of(Match match) => new(match);

    /// <summary>The occurrences in a text, in order, as stretches of the text as it was given.</summary>
    /// <param name="text">The text.</param>
    /// <param name="terms">Makes its terms.</param>
    public IReadOnlyList<TextSpan> In(string text, IndexTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var found = new List<TextSpan>();
        if (_words.Count > 0)
        {
            var located = terms.LocateWords(text);
            var names = located.Terms.Select(t => t.Term).ToList();
            foreach (var word in _words)
            {
                found.AddRange(Of(word, names, located));
            }
        }
        foreach (var wanted in _strings)
        {
            found.AddRange(ExactPlaces.Of(wanted.Text, text));
        }
        return Merge(found);
    }

    private static IEnumerable<TextSpan> Of(Match match, List<string> names, LocatedTerms located) => match switch
    {
        WordMatch word => located.Words().Where(w => w.Term == word.Word).Select(w => w.Span),
        TermsMatch { Slop: > 0 } near => NearWords.Of(near, names, located.Terms),
        TermsMatch { Terms.Count: 1 } term => Together(term, names, located.Terms).Concat(located.SpansOf(term)),
        TermsMatch phrase => Together(phrase, names, located.Terms),
        _ => [],
    };

    private static IEnumerable<TextSpan> Together(TermsMatch word, List<string> names, IReadOnlyList<IndexTerm> located) =>
        Enumerable.Range(0, names.Count).Where(at => word.IsAt(names, at)).Select(at => Covering(located, at, at + word.Terms.Count - 1));

    /// <summary>The stretch from one term to another, whichever stands first in the text.</summary>
    internal static TextSpan Covering(IReadOnlyList<IndexTerm> located, int from, int to)
    {
        var (start, end) = (int.MaxValue, 0);
        for (var at = from; at <= to; at++)
        {
            (start, end) = (Math.Min(start, located[at].Span.Start), Math.Max(end, located[at].Span.End));
        }
        return new TextSpan(start, end - start);
    }

    private static List<TextSpan> Merge(List<TextSpan> found)
    {
        var merged = new List<TextSpan>();
        foreach (var span in found.Where(s => s.Length > 0).OrderBy(s => s.Start).ThenBy(s => s.Length))
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { Length = Math.Max(merged[^1].End, span.End) - merged[^1].Start };
            }
            else
            {
                merged.Add(span);
            }
        }
        return merged;
    }

    private void Collect(Match match)
    {
        switch (match)
        {
            case TermsMatch or WordMatch:
                _words.Add(match);
                break;
            case ExactMatch exact when exact.Text.Length > 0:
                _strings.Add(exact);
                break;
            case AllMatch all:
                all.Parts.ToList().ForEach(Collect);
                break;
            case AnyMatch any:
                any.Parts.ToList().ForEach(Collect);
                break;
            default:
                break;
        }
    }
}
