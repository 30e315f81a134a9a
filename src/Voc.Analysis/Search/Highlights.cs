using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>Finds in a text what a query asked for.</summary>
public static class Highlights
{
    /// <summary>The stretches of a text that the words and strings of a query match, in order, apart from each other.</summary>
    /// <param name="match">The query. What must not match and fields highlight nothing.</param>
    /// <param name="text">The text as it was given.</param>
    /// <param name="indexTerms">Finds its terms.</param>
    public static IReadOnlyList<TextSpan> Of(Match match, string text, IndexTerms indexTerms)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(indexTerms);
        var (words, strings) = (new List<Match>(), new List<ExactMatch>());
        Collect(match, words, strings);
        var covered = strings.SelectMany(s => ExactStrings.In(text, s.Text)).ToList();
        if (words.Count > 0)
        {
            var located = indexTerms.LocateWords(text);
            var names = located.Terms.Select(t => t.Term).ToList();
            covered.AddRange(words.SelectMany(w => Of(w, located, names)));
        }
        return Merge(covered);
    }

    /// <summary>Where a word or phrase stands.</summary>
    /// <param name="match">A <see cref="TermsMatch"/> or <see cref="WordMatch"/>.</param>
    /// <param name="located">The text.</param>
    /// <param name="names">Its terms.</param>
    private static IEnumerable<TextSpan> Of(Match match, LocatedTerms located, List<string> names) => match switch
    {
        WordMatch word => located.Words().Where(w => w.Term == word.Word).Select(w => w.Span),
        TermsMatch { Slop: > 0 } near => Near(near, located.Terms, names),
        TermsMatch { Terms.Count: 1 } term => Together(term, located.Terms, names).Concat(located.SpansOf(term)),
        TermsMatch phrase => Together(phrase, located.Terms, names),
        _ => [],
    };

    private static IEnumerable<TextSpan> Together(TermsMatch word, IReadOnlyList<IndexTerm> terms, List<string> names)
    {
        for (var at = 0; at < names.Count; at++)
        {
            if (word.IsAt(names, at))
            {
                var matched = terms.Skip(at).Take(word.Terms.Count).ToList();
                var start = matched.Min(t => t.Span.Start);
                yield return new TextSpan(start, matched.Max(t => t.Span.End) - start);
            }
        }
    }

    /// <summary>The words that are near enough to each other, each by itself; see <see cref="TermsMatch.Slop"/>.</summary>
    private static HashSet<TextSpan> Near(TermsMatch words, IReadOnlyList<IndexTerm> terms, List<string> names)
    {
        var shifts = Enumerable.Range(0, words.Terms.Count).Select(i => ShiftsOf(words, i, names)).ToList();
        var near = new HashSet<TextSpan>();
        foreach (var least in shifts.SelectMany(s => s).Distinct())
        {
            var within = shifts.Select((s, i) => s.Where(shift => shift >= least && shift <= least + words.Slop).Select(shift => shift + i).ToList()).ToList();
            if (within.TrueForAll(w => w.Count > 0))
            {
                near.UnionWith(within.SelectMany(w => w).Select(at => terms[at].Span));
            }
        }
        return near;
    }

    /// <summary>For each place where a term of the query stands, by how much it is behind its place in the query.</summary>
    private static List<int> ShiftsOf(TermsMatch words, int term, List<string> names)
    {
        var single = new TermsMatch([words.Terms[term]], words.Prefix && term == words.Terms.Count - 1);
        return [.. Enumerable.Range(0, names.Count).Where(at => single.IsAt(names, at)).Select(at => at - term)];
    }

    private static void Collect(Match match, List<Match> words, List<ExactMatch> strings)
    {
        switch (match)
        {
            case TermsMatch or WordMatch:
                words.Add(match);
                break;
            case ExactMatch exact:
                strings.Add(exact);
                break;
            case AllMatch all:
                all.Parts.ToList().ForEach(p => Collect(p, words, strings));
                break;
            case AnyMatch any:
                any.Parts.ToList().ForEach(p => Collect(p, words, strings));
                break;
            default:
                break;
        }
    }

    private static List<TextSpan> Merge(List<TextSpan> covered)
    {
        var merged = new List<TextSpan>();
        foreach (var span in covered.Where(c => c.Length > 0).OrderBy(c => c.Start).ThenBy(c => c.End))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = last with { Length = Math.Max(last.Length, span.End - last.Start) };
            }
            else
            {
                merged.Add(span);
            }
        }
        return merged;
    }
}
