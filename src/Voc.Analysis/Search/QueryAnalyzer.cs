using System.Globalization;
using Voc.Analysis.Classification;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>
/// Turns the words of a query into terms of the index, by the analysis that documents go through, and fields into labels. Safe for
/// any number of threads.
/// </summary>
/// <param name="indexTerms">The analysis that documents go through.</param>
/// <param name="taxonomy">The topics.</param>
/// <param name="textsOfIssue">The texts an issue holds, ascending, by the issue's number; without it no issue holds any.</param>
public sealed class QueryAnalyzer(IndexTerms indexTerms, Taxonomy taxonomy, Func<long, IReadOnlyList<long>>? textsOfIssue = null)
{
    private const int LongestString = 100;

    /// <summary>What a parsed query asks of the index. Words without a term, such as particles, ask for nothing.</summary>
    /// <param name="query">The query, or null, which matches everything.</param>
    /// <exception cref="QueryException">No word of it has a term.</exception>
    public Match Analyze(QueryNode? query) =>
        query is null ? Match.Everything : Node(query) ?? throw QueryProblems.NoWords(query.Start, FirstString(query));

    /// <summary>What asks for a field's value. A topic may be given by its name, and stands for those below it too.</summary>
    public Match Field(QueryField field, string value, bool prefix = false) => field switch
    {
        QueryField.Term => new TermsMatch([value], prefix),
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

    private Match? Node(QueryNode node) => node switch
    {
        WordNode word => Word(word),
        ExactNode exact => new ExactMatch(QueryFields.Fold(exact.Text)),
        FieldNode field => Field(field.Field, field.Value, field.Prefix),
        RangeNode range => new RangeMatch(range.Field, range.From, range.FromIncluded, range.To, range.ToIncluded),
        OpinionNode opinion => Opinion(opinion),
        NotNode not => Node(not.Part) is { } part ? new NoneMatch(part) : null,
        AndNode and => Combine(and.Parts, parts => new AllMatch(parts)),
        OrNode or => Combine(or.Parts, parts => new AnyMatch(parts)),
        _ => throw new ArgumentException($"{node.GetType().Name} is not a part of a query.", nameof(node)),
    };

    private static OpinionMatch Pair(string key) => OpinionPair.TryParse(key, out var pair)
        ? new OpinionMatch(pair.Target ?? "", pair.Expression, pair.Polarity)
        : new OpinionMatch(OpinionPair.TryParseTarget(key, out var target) ? target : key, null, null);

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

    private Match? Combine(IReadOnlyList<QueryNode> nodes, Func<IReadOnlyList<Match>, Match> combine)
    {
        var parts = nodes.Select(Node).OfType<Match>().ToList();
        return parts.Count switch { 0 => null, 1 => parts[0], _ => combine(parts) };
    }

    /// <summary>
    /// A word matches as the phrase of its terms, or as the term that spans all of it, since the same string can be segmented
    /// differently in another context.
    /// </summary>
    private Match? Word(WordNode word)
    {
        var terms = indexTerms.Locate(word.Text);
        var phrase = terms.Count == 0 || (word.Prefix && !EndsPhrase(word, terms)) ? null : new TermsMatch([.. terms.Select(t => t.Term)], word.Prefix);
        var alternatives = new List<TermsMatch>();
        if (!word.Quoted && Whole(word, terms) is { } whole)
        {
            alternatives.Add(whole);
        }
        if (phrase is not null && !alternatives.Any(a => a.Terms.SequenceEqual(phrase.Terms)))
        {
            alternatives.Add(phrase);
        }
        return alternatives.Count == 0 ? null : Any([.. alternatives.Select(a => a with { Slop = a.Terms.Count > 1 ? word.Slop : 0, Boost = word.Boost })]);
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
            var start = Folded(word.Text);
            return start.Any(char.IsLetterOrDigit) ? new TermsMatch([start], Prefix: true) : null;
        }
        if (terms.Count < 2)
        {
            return null;
        }
        var (first, end) = (terms.Min(t => t.Span.Start), terms.Max(t => t.Span.End));
        var spanning = terms.FirstOrDefault(t => t.Span.Start == first && t.Span.End == end);
        return new TermsMatch([spanning.Term ?? Folded(word.Text)], Prefix: false);
    }

    private static string Folded(string text) =>
        string.Concat(NormalizedText.From(text).Text.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c != '='));
}
