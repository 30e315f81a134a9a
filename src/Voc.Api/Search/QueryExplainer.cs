using System.Globalization;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>
/// A part of a search: how it was understood and how many texts of the whole archive have it. Kind is <c>everything</c>, <c>and</c>,
/// <c>or</c>, <c>not</c>, <c>word</c>, <c>phrase</c>, <c>prefix</c>, <c>near</c>, <c>exact</c>, <c>field</c>, <c>range</c>, <c>opinion</c>,
/// <c>filter</c>, <c>like</c>, or <c>ignored</c> for what asks for nothing, such as a particle. Text is the part as a query of its own, terms
/// are what is looked up for it, start and length its place in the query in UTF-16 units (0 and 0 for what does not stand there).
/// </summary>
internal sealed record ExplainedPart(string Kind, string Text, IReadOnlyList<string> Terms, int Start, int Length, int Count, IReadOnlyList<ExplainedPart> Parts);

/// <summary>Shows how a search was understood, with an exact count for every part of it, all in one state of the archive.</summary>
internal sealed class QueryExplainer(ArchiveSearch search)
{
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    /// <exception cref="SearchParameterException">There is no text to be like.</exception>
    public ExplainedPart Explain(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = QueryParser.Parse(request.Query);
        using var found = search.Find(request, cancellationToken);
        var parts = new Walk(search, found, request, cancellationToken);
        List<ExplainedPart> all = [.. query is null ? [] : new[] { parts.Of(query) }, .. parts.Filters()];
        return all.Count == 1
            ? all[0]
            : new ExplainedPart(all.Count == 0 ? "everything" : "and", "", [], 0, request.Query?.Length ?? 0, found.Texts.Total, all);
    }

    private sealed class Walk(ArchiveSearch search, FoundTexts found, SearchRequest request, CancellationToken cancellationToken)
    {
        public ExplainedPart Of(QueryNode node)
        {
            var match = search.Understand(node, request, found);
            List<ExplainedPart> parts = [.. Parts(node).Select(Of)];
            return new ExplainedPart(
                match is null ? "ignored" : Kind(node), request.Query!.Substring(node.Start, node.Length), match is null ? [] : Terms(match, parts), node.Start, node.Length, Count(match), parts);
        }

        /// <summary>What narrows the search beside the query.</summary>
        public IEnumerable<ExplainedPart> Filters()
        {
            foreach (var (field, values) in request.Filters.SelectMany(SearchMatch.Alternatives))
            {
                List<ExplainedPart> one = [.. values.Select(v => Filter(Clause(field, v), search.Value(field, v, found)))];
                yield return one.Count == 1 ? one[0] : one[0] with
                {
                    Text = string.Join(" OR ", one.Select(v => v.Text)),
                    Count = Count(new AnyMatch([.. values.Select(v => search.Value(field, v, found))])),
                    Parts = one,
                };
            }
            if (SearchMatch.Days(request) is { } days)
            {
                yield return Filter($"date:[{Date(request.From)} TO {Date(request.To)}]", days);
            }
            if (request.Like is { } like)
            {
                yield return new ExplainedPart("like", $"id:{like}", [], 0, 0, Count(found.Index.LikeThis(like)), []);
            }
        }

        /// <summary>A filter's value as a query of its own.</summary>
        private static string Clause(QueryField field, string value) => value.Length == 0
            ? $"-{field.Name()}:*"
            : field == QueryField.Attribute && value.EndsWith('=')
                ? $"-{field.Name()}:{QueryNames.Value(value[..^1], quoted: false)}"
                : $"{field.Name()}:{QueryNames.Value(value, quoted: false)}";

        private static string Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "*";

        private ExplainedPart Filter(string text, Match match) => new("filter", text, [], 0, 0, Count(match), []);

        private int Count(Match? match) => match is null ? 0 : found.Index.Find(match, cancellationToken).Total;

        private static IReadOnlyList<QueryNode> Parts(QueryNode node) => node switch
        {
            NotNode not => [not.Part],
            AndNode and => and.Parts,
            OrNode or => or.Parts,
            _ => [],
        };

        private static string Kind(QueryNode node) => node switch
        {
            WordNode { Slop: > 0 } => "near",
            WordNode { Prefix: true } => "prefix",
            WordNode { Quoted: true } => "phrase",
            WordNode => "word",
            ExactNode => "exact",
            RangeNode => "range",
            OpinionNode => "opinion",
            NotNode => "not",
            AndNode => "and",
            OrNode => "or",
            _ => "field",
        };

        /// <summary>What is looked up for a part that has no parts itself, each alternative once.</summary>
        private static IReadOnlyList<string> Terms(Match match, List<ExplainedPart> parts) => parts.Count > 0 ? [] : [.. Terms(match).Distinct()];

        private static IEnumerable<string> Terms(Match match) => match switch
        {
            TermsMatch { Terms.Count: 1 } term => [term.Terms[0] + (term.Prefix ? "*" : "")],
            TermsMatch phrase => [$"\"{string.Join(' ', phrase.Terms)}\"" + (phrase.Prefix ? "*" : "") + (phrase.Slop > 0 ? $"~{phrase.Slop}" : "")],
            ExactMatch exact => [$"'{exact.Text}'"],
            OpinionMatch opinion => [$"{opinion.Target ?? "*"}/{opinion.Expression ?? "*"}"],
            AnyMatch any => any.Parts.SelectMany(Terms),
            AllMatch all => all.Parts.SelectMany(Terms),
            _ => [],
        };
    }
}
