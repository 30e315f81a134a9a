using System.Diagnostics;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Analysis.Similarity;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Answers a query from one state of the archive: parse, analyse as documents are, match, then read and highlight the hits of the page.</summary>
internal sealed class ArchiveSearch(CurrentIndex index, CurrentReading reading, TopicNames topics, WordKnowledge words)
{
    /// <summary>Values of a facet that are told at most, the rarest being left out: attributes may have one for each text.</summary>
    private const int MostValues = 10_000;

    /// <exception cref="QueryException">The query cannot be understood.</exception>
    /// <exception cref="SearchParameterException">There is no text to be like.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var found = Find(request, cancellationToken);
        var (total, page) = request.Under is { } under ? Under(found, under, request) : Page(found, request);
        var facets = request.Count
            ? request.Facets.Distinct().ToDictionary(f => f.Name, f => Values(f, found.Texts))
            : [];
        return new SearchResult(
            total,
            page.Sum(p => p.Similar),
            Hits(found, page, request.Highlight),
            facets,
            request.Count ? Expansions.Of(found.Expansions, found.Index, cancellationToken) : [],
            request.Customers ? found.Texts.Customers() : null,
            request.Repetitions ? found.Texts.Repetitions() : null,
            Unindexed.Count(found.Connection),
            Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2));
    }

    /// <summary>What a request finds, with the archive in the state it was found in; the caller disposes it. Limit, offset and facets make no difference.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    /// <exception cref="SearchParameterException">There is no text to be like.</exception>
    public FoundTexts Find(SearchRequest request, CancellationToken cancellationToken = default)
    {
        var query = QueryParser.Parse(request.Query);
        var session = index.Open();
        try
        {
            words.Follow(session);
            var analyzer = Analyzer(session.Connection, session.Index);
            var asked = analyzer.Analyze(query, Options(request));
            var match = SearchMatch.Of(request, asked.Match, analyzer, session);
            return new FoundTexts(session, session.Index.Find(match, cancellationToken), match, asked, SearchMatch.Order(request.Sort, match));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>What another query asks of the archive in the state that something was found in.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public Match Understand(string query, FoundTexts found) => Analyzer(found.Connection, found.Index).Analyze(QueryParser.Parse(query));

    /// <summary>What a part of a request's query asks for by itself; null where that is nothing, such as a particle.</summary>
    public Match? Understand(QueryNode part, SearchRequest request, FoundTexts found)
    {
        try
        {
            return Analyzer(found.Connection, found.Index).Analyze(part, Options(request)).Match;
        }
        catch (QueryException)
        {
            return null;
        }
    }

    /// <summary>What a value of a filter asks for.</summary>
    public Match Value(QueryField field, string value, FoundTexts found) => SearchMatch.Value(Analyzer(found.Connection, found.Index), field, value);

    private static QueryOptions Options(SearchRequest request) => new() { Synonyms = request.Synonyms, Without = request.Without };

    private QueryAnalyzer Analyzer(StoreConnection connection, IndexSnapshot snapshot)
    {
        var now = reading.Analyzer;
        return new QueryAnalyzer(now.Terms, now.Taxonomy, issue => SearchMatch.TextsOfIssue(connection, issue), words.Of(snapshot), ReindexRun.Changing(connection));
    }

    private (int Total, IReadOnlyList<RankedText> Page) Page(FoundTexts found, SearchRequest request) => (
        request.Count ? found.Texts.Total : -1,
        request.Limit == 0 ? [] : found.Texts.Top(found.Order, request.Offset + request.Limit, request.Fold ? SayingSame(found) : null, request.Offset));

    private (int Total, IReadOnlyList<RankedText> Page) Under(FoundTexts found, long id, SearchRequest request)
    {
        var folded = found.Texts.FoldedUnder(found.Order, id, SayingSame(found));
        return (folded.Count, [.. folded.Skip(request.Offset).Take(request.Limit).Select(f => new RankedText(f, 0, 0))]);
    }

    private Func<long, long, bool> SayingSame(FoundTexts found) => new Retelling(reading.Analyzer, id => HitText.Read(found.Connection, id)?.Verbatim).IsOne;

    private List<SearchHit> Hits(FoundTexts found, IReadOnlyList<RankedText> page, bool highlight)
    {
        var terms = reading.Analyzer.Terms;
        var hits = new List<SearchHit>(page.Count);
        foreach (var ranked in page)
        {
            if (found.Index.TryGet(ranked.Id, out var known) && HitText.Read(found.Connection, ranked.Id) is { } text)
            {
                hits.Add(new SearchHit(HitText.Summary(known, text, topics))
                {
                    Highlights = highlight ? [.. Highlights.Of(found.Asked, text.Verbatim, terms).Select(h => new HighlightSpan(h.Start, h.Length))] : [],
                    Score = Math.Round(ranked.Score, 4),
                    Customer = text.Customer,
                    Similar = ranked.Similar,
                });
            }
        }
        return hits;
    }

    private IReadOnlyList<FacetValue> Values(SearchFacet facet, MatchedTexts texts)
    {
        var counts = facet switch
        {
            { Attribute: "" } => texts.Attributes(),
            { Attribute: { } attribute } => texts.Count(attribute),
            // What is counted for a topic is what choosing it finds: with what is in those below it.
            { Facet: Facet.Topic or Facet.Intent } => texts.Count(facet.Facet, label => reading.Analyzer.Taxonomy.Find(label)?.Parent),
            _ => texts.Count(facet.Facet),
        };
        return [.. counts.Take(MostValues).Select(c => new FacetValue(c.Value, Label(facet, c.Value), c.Count))];
    }

    private string Label(SearchFacet facet, string value) => value.Length == 0
        ? new LocalizedText("（なし）", "(none)").Say()
        : facet is { Facet: Facet.Topic, Attribute: null } && topics.Summary(value) is var topic ? new LocalizedText(topic.Name, topic.NameEn).Say() : value;
}
