using Voc.Analysis.Classification;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>
/// Turns the words of a query into terms of the index, by the analysis that documents go through, and fields into labels. Safe for
/// any number of threads.
/// </summary>
public sealed class QueryAnalyzer(IndexTerms indexTerms, Taxonomy taxonomy)
{
    /// <summary>What a parsed query asks of the index. Words without a term, such as particles, ask for nothing.</summary>
    /// <param name="query">The query, or null, which matches everything.</param>
    /// <exception cref="QueryException">No word of it has a term.</exception>
    public Match Analyze(QueryNode? query) =>
        query is null ? Match.Everything : Node(query) ?? throw QueryProblems.NoWords(query.Start);

    /// <summary>What asks for a field's value. A topic may be given by its name, and stands for those below it too.</summary>
    public Match Field(QueryField field, string value, bool prefix = false)
    {
        if (field == QueryField.Term)
        {
            return new TermsMatch([value], prefix);
        }
        string[] values = field == QueryField.Topic && !prefix ? [.. Topics(value)] : [value];
        var labels = values.Select(Match (v) => new LabelMatch(IndexLabels.Label(field, v), prefix)).ToList();
        return labels.Count == 1 ? labels[0] : new AnyMatch(labels);
    }

    private IEnumerable<string> Topics(string value)
    {
        var topic = taxonomy.Find(value) ?? taxonomy.Topics.FirstOrDefault(t => QueryFields.Same(t.Ja, value) || QueryFields.Same(t.En, value));
        return topic is null ? [value] : [topic.Id, .. taxonomy.Topics.Where(t => t.Parent == topic.Id).Select(t => t.Id)];
    }

    private Match? Node(QueryNode node) => node switch
    {
        WordNode word => Word(word),
        FieldNode field => Field(field.Field, field.Value, field.Prefix),
        NotNode not => Node(not.Part) is { } part ? new NoneMatch(part) : null,
        AndNode and => Combine(and.Parts, parts => new AllMatch(parts)),
        OrNode or => Combine(or.Parts, parts => new AnyMatch(parts)),
        _ => throw new ArgumentException($"{node.GetType().Name} is not a part of a query.", nameof(node)),
    };

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
        return alternatives.Count switch { 0 => null, 1 => alternatives[0], _ => new AnyMatch(alternatives) };
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
        string.Concat(NormalizedText.From(text).Text.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c != IndexLabels.Sign));
}
