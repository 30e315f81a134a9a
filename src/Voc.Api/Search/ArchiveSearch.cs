using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Search;
using Voc.Api.Feedbacks;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// Answers a query from one state of the store: parse, analyse as documents are, match and collect in one pass, then read and
/// highlight the hits of the page.
/// </summary>
internal sealed class ArchiveSearch(
    SearchSessions sessions, SearchColumns columns, CurrentReading reading, FeedbackReader reader, TopicNames topics, VocOptions options)
{
    private readonly TimeZoneInfo _zone = options.Zone;

    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public SearchResult Search(SearchRequest request)
    {
        var started = Stopwatch.GetTimestamp();
        var now = reading.Analyzer;
        var analyzer = new QueryAnalyzer(now.Terms, now.Taxonomy);
        var match = analyzer.Analyze(QueryParser.Parse(request.Query));
        var query = Fts5Query.Of(Filtered(analyzer, match, request.Filters));
        var (first, last) = FeedbackId.Range(request.From, request.To, _zone);
        return sessions.Read(session =>
        {
            var (best, facets) = session.Collector.Run(
                columns.CatchUp(session.Connection),
                request.Sort == SearchSort.Relevance ? query.Scored : [],
                request.Offset + request.Limit,
                () => session.Connection.Scalar(StoreSql.CollectMatches, ("$query", query.Expression), ("$first", first), ("$last", last)));
            return new SearchResult(
                best.Total,
                Hits(session.Connection, now.Terms, match, [.. best.InOrder().Skip(request.Offset).Take(request.Limit)]),
                request.Facets.Distinct().ToDictionary(Name, facet => Values(facet, facets)),
                Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2));
        });
    }

    public static string Name(Facet facet) => facet.ToString().ToLowerInvariant();

    private static Match Filtered(QueryAnalyzer analyzer, Match match, IReadOnlyList<(QueryField Field, IReadOnlyList<string> Values)> filters)
    {
        var parts = filters.Where(f => f.Values.Count > 0)
            .Select(Match (f) => new AnyMatch([.. f.Values.Select(v => analyzer.Field(f.Field, v))]))
            .ToList();
        if (match != Match.Everything || parts.Count == 0)
        {
            parts.Insert(0, match);
        }
        return parts.Count == 1 ? parts[0] : new AllMatch(parts);
    }

    private List<SearchHit> Hits(StoreConnection connection, IndexTerms indexTerms, Match match, IReadOnlyList<(long Id, double Score)> page)
    {
        if (page.Count == 0)
        {
            return [];
        }
        using var context = connection.Context();
        var ids = page.Select(p => p.Id).ToList();
        var rows = context.Feedback.AsNoTracking().Include(f => f.Source).Where(f => ids.Contains(f.Id)).ToDictionary(f => f.Id);
        return [.. page.Where(p => rows.ContainsKey(p.Id)).Select(p => new SearchHit(reader.Summary(rows[p.Id]))
        {
            Highlights = [.. Highlights.Of(match, indexTerms.Locate(rows[p.Id].Text)).Select(h => new HighlightSpan(h.Start, h.Length))],
            Score = Math.Round(p.Score, 4),
        })];
    }

    private IReadOnlyList<FacetValue> Values(Facet facet, FacetCounts counts) =>
        [.. counts.Of(facet).Select(v => new FacetValue(v.Value, facet == Facet.Topic ? TopicName(v.Value) : v.Value, v.Count))];

    private string TopicName(string label)
    {
        var topic = topics.Summary(label);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? topic.Name : topic.NameEn;
    }
}
