using System.Globalization;
using Voc.Analysis;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>
/// Turns a parsed query into a question about one text. Words become terms by the analysis that texts go through; all else is read from the
/// query as <c>docs/search.md</c> says it.
/// </summary>
/// <param name="reading">How texts are read.</param>
/// <param name="words">Turns single words into terms.</param>
/// <param name="options">How far words are widened.</param>
/// <param name="textsOfIssue">The texts an issue holds.</param>
internal sealed class PlainQuery(Analyzer reading, QueryAnalyzer words, QueryOptions options, Func<long, IReadOnlySet<long>> textsOfIssue)
{
    /// <summary>The question, or null where the query asks for nothing that is indexed, such as particles.</summary>
    public Func<PlainText, bool>? Question(QueryNode? query) => query is null ? _ => true : Node(query, denied: false);

    /// <summary>What a value of a filter asks for; an empty one for texts without any.</summary>
    public Func<PlainText, bool> Value(QueryField field, string value)
    {
        if (value.Length == 0)
        {
            return text => !Values(field, text).Any();
        }
        var named = Named(field, value, prefix: false);
        return field == QueryField.Attribute && value.EndsWith('=') ? text => text.Attribute(value[..^1]) is null || named(text) : named;
    }

    private Func<PlainText, bool>? Node(QueryNode node, bool denied) => node switch
    {
        WordNode word => Word(word, denied),
        ExactNode exact => text => text.Exact.Contains(PlainText.Folded(exact.Text), StringComparison.Ordinal),
        FieldNode field => Named(field.Field, field.Value, field.Prefix),
        RangeNode range => text => Number(range.Field, text) is { } number && IsWithin(range, number),
        OpinionNode opinion => Opinion(opinion),
        NotNode not => Node(not.Part, denied: true) is { } part ? text => !part(text) : null,
        AndNode and => Parts(and.Parts, denied) is { Count: > 0 } parts ? text => parts.TrueForAll(part => part(text)) : null,
        OrNode or => Parts(or.Parts, denied) is { Count: > 0 } parts ? text => parts.Exists(part => part(text)) : null,
        _ => throw new ArgumentException($"{node.GetType().Name} is not a part of a query.", nameof(node)),
    };

    private List<Func<PlainText, bool>> Parts(IReadOnlyList<QueryNode> nodes, bool denied) => [.. nodes.Select(node => Node(node, denied)).OfType<Func<PlainText, bool>>()];

    /// <summary>What must not occur, and what stands in quotes, keeps to its spellings.</summary>
    private Func<PlainText, bool>? Word(WordNode word, bool denied)
    {
        Match match;
        try
        {
            match = words.Analyze(word, denied || word.Quoted || word.Prefix ? options with { Synonyms = false } : options).Match;
        }
        catch (QueryException)
        {
            return null;
        }
        var alternatives = (match is AnyMatch any ? any.Parts : [match]).Cast<TermsMatch>().ToList();
        return text => alternatives.Exists(terms => PlainPhrase.IsIn(text.Read, terms));
    }

    private Func<PlainText, bool> Named(QueryField field, string value, bool prefix)
    {
        bool Is(string one, string wanted) => prefix ? one.StartsWith(wanted, StringComparison.Ordinal) : one == wanted;
        switch (field)
        {
            case QueryField.Id:
                return text => text.Id.ToString(CultureInfo.InvariantCulture) == value;
            case QueryField.Issue:
                var held = textsOfIssue(long.Parse(value, CultureInfo.InvariantCulture));
                return text => held.Contains(text.Id);
            case QueryField.Term:
                return text => text.Read.Terms.Concat(text.Read.Compounds.Select(c => c.Word)).Any(term => Is(term, value));
            case QueryField.Pair:
                return text => text.Read.Pairs.Any(pair => pair.Key == value || (pair.Target is { } target && (OpinionPair.KeyOf(target) == value || OpinionPair.KeyOf(target, pair.Polarity) == value)));
            case QueryField.Attribute:
                var (name, rest) = value.Split('=', 2) is [var before, var after] ? (before, after) : (value, "");
                return text => text.Attribute(name) is { } own && Is(PlainText.Canonical(own), PlainText.Canonical(rest));
            case QueryField.Topic when !prefix:
                var topics = Topics(value);
                return text => text.Read.Topics.Any(t => topics.Contains(t.Label));
            default:
                var wanted = PlainText.Canonical(value);
                return text => Values(field, text).Any(one => Is(PlainText.Canonical(one), wanted));
        }
    }

    /// <summary>A topic, by identifier or name, and those below it.</summary>
    private HashSet<string> Topics(string value)
    {
        var named = reading.Taxonomy.Topics.Where(t => t.Id == value || PlainText.Canonical(t.Ja) == value || PlainText.Canonical(t.En) == value).Select(t => t.Id).ToList();
        return [value, .. named.Take(1), .. reading.Taxonomy.Topics.Where(t => t.Parent is { } parent && (parent == value || named.Take(1).Contains(parent))).Select(t => t.Id)];
    }

    private static IEnumerable<string> Values(QueryField field, PlainText text) => field switch
    {
        QueryField.Channel => [text.Feedback.Channel.Name()],
        QueryField.Sentiment => [text.Read.Sentiment.Label.Name()],
        QueryField.Source => [text.Feedback.Source],
        QueryField.Product => text.Feedback.Product is { } product ? [product] : [],
        QueryField.Segment => text.Segment is { } segment ? [segment] : [],
        QueryField.Customer => text.Feedback.Customer is { } customer ? [customer] : [],
        QueryField.Language => [text.Read.Language],
        QueryField.Intent => text.Read.Intents.Select(i => i.Label),
        QueryField.Topic => text.Read.Topics.Select(t => t.Label),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "It has no names."),
    };

    private static double? Number(QueryField field, PlainText text) => field switch
    {
        QueryField.Date => text.Day.DayNumber,
        QueryField.Score => text.Score,
        _ => text.Feedback.Scores.Where(s => PlainText.Canonical(s.Key) == field.Name()).Select(s => (double?)s.Value).FirstOrDefault(),
    };

    private static bool IsWithin(RangeNode range, double number) =>
        (range.From is not { } from || number > from || (range.FromIncluded && number == from)) && (range.To is not { } to || number < to || (range.ToIncluded && number == to));

    private Func<PlainText, bool> Opinion(OpinionNode asked)
    {
        var (words, sides) = (reading.Terms.Opinions.Typed(asked.Words, null), reading.Terms.Opinions.Typed(asked.Target, asked.Expression));
        var said = reading.Terms.Opinions.Typed(null, asked.Words);
        bool Holds(OpinionPair pair, string? target, string? expression) =>
            (target is null || (pair.Target ?? "") == target) && (expression is null || pair.Expression == expression) && (asked.Polarity is null || pair.Polarity == asked.Polarity);
        return asked.Words is null
            ? text => text.Read.Pairs.Any(pair => Holds(pair, sides.Target, sides.Expression))
            : text => text.Read.Pairs.Any(pair => Holds(pair, words.Target, words.Expression) || Holds(pair, said.Target, said.Expression));
    }
}
