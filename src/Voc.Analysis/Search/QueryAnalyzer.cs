using System.Globalization;
using Voc.Analysis.Classification;
using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Search;

/// <summary>
/// Turns the words of a query into terms of the index, by the analysis that documents go through, with their other spellings and,
/// where asked for, their synonyms. Safe for any number of threads.
/// </summary>
/// <param name="indexTerms">The analysis that documents go through.</param>
/// <param name="taxonomy">The topics.</param>
/// <param name="textsOfIssue">The texts an issue holds, ascending, by the issue's number; without it no issue holds any.</param>
/// <param name="knowledge">What words stand for beside themselves; without it for nothing.</param>
/// <param name="changing">Strings, normalised (NFKC), that part of the archive is indexed by other words for than they have now: words that hold one are looked for as strings too.</param>
public sealed class QueryAnalyzer(
    IndexTerms indexTerms, Taxonomy taxonomy, Func<long, IReadOnlyList<long>>? textsOfIssue = null, QueryKnowledge? knowledge = null, IReadOnlyList<string>? changing = null)
{
    private const int LongestString = 100;

    private readonly WordExpander _expander = new(indexTerms, knowledge ?? QueryKnowledge.None);

    /// <summary>What a parsed query asks of the index. Words without a term, such as particles, ask for nothing.</summary>
    /// <param name="query">The query, or null, which matches everything.</param>
    /// <exception cref="QueryException">No word of it has a term.</exception>
    public Match Analyze(QueryNode? query) => Analyze(query, QueryOptions.Default).Match;

    /// <summary>What a parsed query asks of the index, and what its words were taken for.</summary>
    /// <param name="query">The query, or null, which matches everything.</param>
    /// <param name="options">How far words are widened.</param>
    /// <exception cref="QueryException">No word of it has a term.</exception>
    public AnalyzedQuery Analyze(QueryNode? query, QueryOptions options)
    {
        if (query is null)
        {
            return new AnalyzedQuery(Match.Everything, []);
        }
        var scope = new Scope(options, []);
        var match = Node(query, scope) ?? throw QueryProblems.NoWords(query.Start, FirstString(query));
        return new AnalyzedQuery(match, scope.Expansions);
    }

    /// <summary>What asks for a field's value. A topic may be given by its name, and stands for those below it too.</summary>
    public Match Field(QueryField field, string value, bool prefix = false) => field switch
    {
        QueryField.Term => new TermsMatch([value], prefix),
        QueryField.Word => new WordMatch(value),
        QueryField.Pair => Pair(value),
        QueryField.Topic when !prefix => Any([.. Topics(value).Select(Match (t) => new FieldMatch(field, t, false))]),
        QueryField.Id => new IdsMatch([long.Parse(value, CultureInfo.InvariantCulture)]),
        QueryField.Issue => new IdsMatch(textsOfIssue?.Invoke(long.Parse(value, CultureInfo.InvariantCulture)) ?? []),
        _ => new FieldMatch(field, value, prefix),
    };

    private IEnumerable<string> Topics(string value)
    {
        var topic = taxonomy.Find(value) ?? taxonomy.Topics.FirstOrDefault(t => QueryFields.Same(t.Ja, value) || QueryFields.Same(t.En, value));
        return topic is null ? [value] : [topic.Id, .. taxonomy.Topics.Where(t => t.Parent == topic.Id).Select(t => t.Id)];
    }

    private Match? Node(QueryNode node, Scope scope) => node switch
    {
        WordNode word => Word(word, scope),
        ExactNode exact => new ExactMatch(QueryFields.Fold(exact.Text)),
        FieldNode field => Field(field.Field, field.Value, field.Prefix),
        RangeNode range => new RangeMatch(range.Field, range.From, range.FromIncluded, range.To, range.ToIncluded),
        OpinionNode opinion => Opinion(opinion),
        NotNode not => Node(not.Part, scope with { IsNegated = true }) is { } part ? new NoneMatch(part) : null,
        AndNode and => Combine(and.Parts, scope, parts => new AllMatch(parts)),
        OrNode or => Combine(or.Parts, scope, parts => new AnyMatch(parts)),
        _ => throw new ArgumentException($"{node.GetType().Name} is not a part of a query.", nameof(node)),
    };

    private Match? Combine(IReadOnlyList<QueryNode> nodes, Scope scope, Func<IReadOnlyList<Match>, Match> combine)
    {
        var parts = nodes.Select(n => Node(n, scope)).OfType<Match>().ToList();
        return parts.Count switch { 0 => null, 1 => parts[0], _ => combine(parts) };
    }

    /// <summary>
    /// A word matches as the phrase of its terms, or as the term that spans all of it, since the same string can be segmented
    /// differently in another context; and as what it stands for.
    /// </summary>
    private Match? Word(WordNode word, Scope scope)
    {
        var terms = indexTerms.Locate(word.Text);
        var phrase = terms.Count == 0 || (word.Prefix && !EndsPhrase(word, terms)) ? null : new TermsMatch([.. terms.Select(t => t.Term)], word.Prefix);
        var matches = new List<TermsMatch>();
        if (!word.Quoted && Whole(word, terms) is { } whole)
        {
            matches.Add(whole);
        }
        if (phrase is not null && !matches.Any(a => a.Terms.SequenceEqual(phrase.Terms)))
        {
            matches.Add(phrase);
        }
        if (!word.Prefix)
        {
            matches.AddRange(Expand(word, terms, scope).Where(e => !matches.Exists(m => m.Terms.SequenceEqual(e.Terms))));
        }
        var text = QueryFields.Fold(word.Text).Trim();
        var alike = !word.Prefix && changing is not null && changing.Any(c => text.Contains(c, StringComparison.Ordinal)) ? new ExactMatch(text) : null;
        return matches.Count == 0 ? alike : Any([.. matches.Select(m => With(word, m)), .. alike is null ? [] : new Match[] { alike }]);
    }

    private static TermsMatch With(WordNode word, TermsMatch match) =>
        match with { Slop = match.Terms.Count > 1 ? word.Slop : 0, Boost = match.Boost * word.Boost };

    /// <summary>What a word stands for; quotes keep to other spellings, and so does what must not occur.</summary>
    private List<TermsMatch> Expand(WordNode word, IReadOnlyList<IndexTerm> terms, Scope scope)
    {
        var alternatives = _expander.Spellings(word.Text, terms);
        if (scope.Options.Synonyms && !word.Quoted && !scope.IsNegated)
        {
            alternatives.AddRange(_expander.Synonyms(word.Text, terms, [.. alternatives]));
        }
        if (alternatives.Count == 0)
        {
            return [];
        }
        if (terms.Count == 0)
        {
            // Without its other spellings the word is one that no text has, rather than none at all.
            alternatives.Insert(0, new(WordExpander.Folded(word.Text), AlternativeKind.Spelling, [WordExpander.Folded(word.Text)]));
        }
        var listed = alternatives.Select(a => new QueryAlternative(a.Text, a.Kind, !scope.IsLeftOut(a.Text), a.Match)).ToList();
        // The word in one piece, where it is analysed into several, is nothing else than what was written.
        var others = listed.Where(a => a.Text != WordExpander.Folded(word.Text)).ToList();
        if (others.Count > 0)
        {
            scope.Expansions.Add(new QueryExpansion(word.Text, word.Start, word.Length, others));
        }
        return [.. listed.Where(a => a.Used).Select(a => a.Match)];
    }

    /// <summary>
    /// Whether the star of a prefix belongs to the last of several terms: in <c>注文番*</c> it does, in <c>繋が*</c> what stands before
    /// the star is only half a word.
    /// </summary>
    private static bool EndsPhrase(WordNode word, IReadOnlyList<IndexTerm> terms) =>
        word.Quoted || (terms.Count > 1 && terms[^1].Span.End == word.Text.Length);

    /// <summary>The one term for all of a word. A prefix is the beginning of a term whatever words it looks like by itself.</summary>
    private static TermsMatch? Whole(WordNode word, IReadOnlyList<IndexTerm> terms)
    {
        if (word.Prefix)
        {
            var start = WordExpander.Folded(word.Text);
            return start.Any(char.IsLetterOrDigit) ? new TermsMatch([start], Prefix: true) : null;
        }
        if (terms.Count < 2)
        {
            return null;
        }
        var (first, end) = (terms.Min(t => t.Span.Start), terms.Max(t => t.Span.End));
        var spanning = terms.FirstOrDefault(t => t.Span.Start == first && t.Span.End == end);
        return new TermsMatch([spanning.Term ?? WordExpander.Folded(word.Text)], Prefix: false);
    }

    private static OpinionMatch Pair(string key) => OpinionPair.TryParse(key, out var pair)
        ? new OpinionMatch(pair.Target ?? "", pair.Expression, pair.Polarity)
        : OpinionPair.TryParseTarget(key, out var target, out var polarity) ? new OpinionMatch(target, null, polarity) : new OpinionMatch(key, null, null);

    /// <summary>What is given without a stroke may be either side of the opinion.</summary>
    private Match Opinion(OpinionNode opinion)
    {
        Match Asked(string? target, string? expression)
        {
            var (folded, said) = indexTerms.Opinions.Typed(target, expression);
            return new OpinionMatch(folded, said, opinion.Polarity);
        }
        return opinion.Words is { } words ? Any([Asked(words, null), Asked(null, words)]) : Asked(opinion.Target, opinion.Expression);
    }

    /// <summary>The first words of a query as an exact string, which finds what words cannot.</summary>
    private static string? FirstString(QueryNode node) => node switch
    {
        WordNode word when string.Concat(word.Text.Where(c => !QuerySigns.IsExactCloser(c)).Take(LongestString)).Trim() is { Length: > 0 } text => $"'{text}'",
        NotNode not => FirstString(not.Part),
        AndNode and => and.Parts.Select(FirstString).FirstOrDefault(s => s is not null),
        OrNode or => or.Parts.Select(FirstString).FirstOrDefault(s => s is not null),
        _ => null,
    };

    private static Match Any(IReadOnlyList<Match> matches) => matches.Count == 1 ? matches[0] : new AnyMatch(matches);

    /// <summary>What the parts of one query share while it is analysed.</summary>
    private sealed record Scope(QueryOptions Options, List<QueryExpansion> Expansions)
    {
        private readonly HashSet<string> _without = [.. Options.Without.Select(QueryFields.Normalize)];

        public bool IsNegated { get; init; }

        public bool IsLeftOut(string alternative) => _without.Contains(QueryFields.Normalize(alternative));
    }
}
