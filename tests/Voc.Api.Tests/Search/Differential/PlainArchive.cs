using Voc.Analysis;
using Voc.Analysis.Search;
using Voc.Analysis.Spelling;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>The archive at one moment as a list of texts, and what is found by looking at each of them.</summary>
internal sealed class PlainArchive
{
    private readonly Analyzer _reading;
    private readonly QueryAnalyzer _words;

    private PlainArchive(IReadOnlyList<PlainText> texts, ILookup<long, long> issues, Analyzer reading, SpellingDictionary spellings, QueryKnowledge knowledge)
    {
        (Texts, Issues, _reading) = (texts, issues, reading);
        string[] terms = [.. texts.SelectMany(t => t.Read.Terms).Distinct()];
        var variants = new VariantLookup(new VariantKeys(spellings), () => terms.Length, i => terms[i]);
        _words = new QueryAnalyzer(reading.Terms, reading.Taxonomy, null, knowledge with { Variants = variants.Find });
    }

    /// <summary>In the order of identifiers.</summary>
    public IReadOnlyList<PlainText> Texts { get; }

    /// <summary>Texts by the issue that holds them.</summary>
    public ILookup<long, long> Issues { get; }

    /// <summary>The archive as the store has it now.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="reading">How texts are read.</param>
    /// <param name="zone">Where the company counts days.</param>
    /// <param name="spellings">Which spellings are of the same word.</param>
    /// <param name="knowledge">What words stand for beside themselves; the spellings that occur are found anew.</param>
    public static PlainArchive Read(StoreConnection connection, Analyzer reading, TimeZoneInfo zone, SpellingDictionary spellings, QueryKnowledge knowledge)
    {
        var links = new List<(long Issue, long Text)>();
        using (var rows = connection.Query("SELECT IssueId, FeedbackId FROM issue_feedback"))
        {
            while (rows.Read())
            {
                links.Add((rows.GetInt64(0), rows.GetInt64(1)));
            }
        }
        return new PlainArchive(PlainText.ReadAll(connection, reading, zone), links.ToLookup(l => l.Issue, l => l.Text), reading, spellings, knowledge);
    }

    /// <summary>The texts that a request asks for, in the order of identifiers; null where its query cannot be understood or asks for nothing that is indexed.</summary>
    public IReadOnlyList<PlainText>? Find(SearchRequest request)
    {
        var queries = new PlainQuery(_reading, _words, new QueryOptions { Synonyms = request.Synonyms, Without = request.Without }, issue => Issues[issue].ToHashSet());
        if (Parsed(request.Query, out var query) && queries.Question(query) is { } asked)
        {
            return Matching(request, queries, asked);
        }
        return null;
    }

    /// <summary>What a facet should count of some texts.</summary>
    public Dictionary<string, int> Count(SearchFacet facet, IEnumerable<PlainText> texts) => texts
        .SelectMany(text => facet switch
        {
            { Attribute: "" } => text.Feedback.Attributes.Keys.Select(PlainText.Canonical).Distinct(),
            { Attribute: { } name } => [text.Attribute(name) ?? ""],
            _ => text.Values(facet.Facet, topic => _reading.Taxonomy.Find(topic)?.Parent),
        })
        .CountBy(value => value).ToDictionary();

    private List<PlainText> Matching(SearchRequest request, PlainQuery queries, Func<PlainText, bool> asked)
    {
        // Values of one field are alternatives, and so are those of one attribute.
        var filters = request.Filters
            .SelectMany(f => f.Values.GroupBy(v => f.Field == QueryField.Attribute ? v.Split('=')[0] : "").Select(g => g.Select(v => queries.Value(f.Field, v)).ToList())).ToList();
        return [.. Texts.Where(text =>
            (request.From is not { } from || text.Day >= from) && (request.To is not { } to || text.Day <= to) && filters.TrueForAll(f => f.Exists(one => one(text))) && asked(text))];
    }

    private static bool Parsed(string? query, out QueryNode? parsed)
    {
        parsed = null;
        try
        {
            parsed = QueryParser.Parse(query);
            return true;
        }
        catch (QueryException)
        {
            return false;
        }
    }
}
