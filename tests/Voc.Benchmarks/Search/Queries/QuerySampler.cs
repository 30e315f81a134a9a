using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search.Queries;

/// <summary>
/// Draws queries of each class from what the archive holds: candidates from a sample of its texts, kept where the archive itself counts
/// as many hits as the class asks for. The same seed and archive give the same queries.
/// </summary>
internal sealed class QuerySampler(ArchiveSearch search, Store store, IndexTerms indexTerms, int archiveSize, long seed)
{
    private const int PerClass = 40;
    private const int SampleSize = 20_000;
    private const int MostTries = 4_000;

    private static readonly IReadOnlyList<Facet>[] FacetTrios =
    [
        [Facet.Channel, Facet.Topic, Facet.Month],
        [Facet.Sentiment, Facet.Product, Facet.Month],
        [Facet.Channel, Facet.Sentiment, Facet.Source],
        [Facet.Product, Facet.Topic, Facet.Source],
    ];

    private readonly Dictionary<string, int> _hits = [];
    private SeededRandom _random = new(seed, 1);

    public IReadOnlyList<QueryClass> Draw()
    {
        var texts = TextSample.Read(store, SampleSize, ref _random);
        var statistics = TextStatistics.Of(texts);
        var (common, middling, frequent) = (statistics.Terms(0.11, 0.22), statistics.Terms(0.01, 0.11), statistics.Terms(0.01, 0.22).ToHashSet());
        var rarest = Math.Max(1, archiveSize / 10_000);
        List<QueryClass> classes =
        [
            new("rare term", 1, Distinct(() => _random.Of(statistics.Terms(0, 1.5 / SampleSize)), hits => hits <= rarest)),
            new("term in 1 % of texts", 4, Distinct(() => _random.Of(statistics.Terms(0.006, 0.014)), hits => Share(hits) is > 0.007 and < 0.013)),
            new("term in 12–20 %", 45, WithEveryTrio(common, hits => Share(hits) is >= 0.12 and <= 0.20)),
            new("two terms, AND", 15, Distinct(() => Pair(texts, frequent))),
            new("phrase", 30, Distinct(() => Phrase(texts, frequent))),
            new("OR of four", 60, Distinct(() => $"{_random.Of(common)} OR {string.Join(" OR ", Enumerable.Range(0, 3).Select(_ => _random.Of(middling)))}")),
            new("exact string, 2–12 characters", 100, Distinct(() => $"'{Part(texts, 2 + _random.Next(11))}'")),
        ];
        return [.. classes, .. classes.Select(Newest), new("newest 20 of all these, with count and facets", null, [.. classes.SelectMany(c => c.Queries.Select(q => q with { Sort = TextOrder.Newest }))])];
    }

    /// <summary>The newest twenty of a class, and nothing counted.</summary>
    private static QueryClass Newest(QueryClass of) => new($"newest 20, {of.Name}", 1, [.. of.Queries.Select(q => q with { Sort = TextOrder.Newest, Facets = [] })]);

    private double Share(int hits) => (double)hits / archiveSize;

    private List<ClassQuery> Distinct(Func<string?> candidate, Func<int, bool>? accept = null)
    {
        var queries = new Dictionary<string, ClassQuery>();
        for (var tries = 0; tries < MostTries && queries.Count < PerClass; tries++)
        {
            if (candidate() is { } text && !queries.ContainsKey(text) && Hits(text) is > 0 and var hits && (accept?.Invoke(hits) ?? true))
            {
                queries.Add(text, new ClassQuery(text, FacetTrios[queries.Count % FacetTrios.Length], TextOrder.Relevance, hits));
            }
        }
        return [.. queries.Values];
    }

    /// <summary>There are few words that so many texts have, so each is asked with every set of facets.</summary>
    private List<ClassQuery> WithEveryTrio(IEnumerable<string> terms, Func<int, bool> accept) =>
        [.. terms.Where(t => accept(Hits(t))).SelectMany(t => FacetTrios.Select(f => new ClassQuery(t, f, TextOrder.Relevance, Hits(t)))).Take(2 * PerClass)];

    private int Hits(string query)
    {
        if (!_hits.TryGetValue(query, out var hits))
        {
            try
            {
                hits = search.Search(new SearchRequest { Query = query, Limit = 0 }).Total;
            }
            catch (QueryException)
            {
                // A word of the texts that means something else in a query.
            }
            _hits.Add(query, hits);
        }
        return hits;
    }

    /// <summary>Two words of one text.</summary>
    private string? Pair(List<string> texts, HashSet<string> frequent)
    {
        var words = indexTerms.From(_random.Of(texts)).Where(frequent.Contains).Distinct().ToList();
        if (words.Count < 2)
        {
            return null;
        }
        var first = _random.Next(words.Count - 1);
        return $"{words[first]} {words[first + 1 + _random.Next(words.Count - first - 1)]}";
    }

    /// <summary>Two or three words that follow each other in a text, as they are written there.</summary>
    private string? Phrase(List<string> texts, HashSet<string> frequent)
    {
        var text = _random.Of(texts);
        var terms = indexTerms.Locate(text);
        var (count, first) = (2 + _random.Next(2), _random.Next(Math.Max(1, terms.Count - 3)));
        if (terms.Count < first + count || !terms.Skip(first).Take(count).All(t => frequent.Contains(t.Term)))
        {
            return null;
        }
        var words = text[terms[first].Span.Start..terms[first + count - 1].Span.End];
        return words.AsSpan().ContainsAny('"', '\n', '。') || indexTerms.From(words).Count < 2 ? null : $"\"{words}\"";
    }

    /// <summary>Some characters of a text, wherever words begin and end.</summary>
    private string? Part(List<string> texts, int length)
    {
        var text = _random.Of(texts);
        if (text.Length < length)
        {
            return null;
        }
        var part = text.Substring(_random.Next(text.Length - length + 1), length);
        return part.Any(c => char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\'' or '’' or '"' or '\\') ? null : part;
    }
}
