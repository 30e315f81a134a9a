using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// What a request found, and the store and the index in the very state it was found in. Stays so until it is disposed, be it for minutes;
/// the store's log grows meanwhile. Used by one thread at a time.
/// </summary>
internal sealed class FoundTexts : IDisposable
{
    private readonly SearchSession _session;

    public FoundTexts(SearchSession session, MatchedTexts texts, Match match, AnalyzedQuery asked, TextOrder order)
    {
        _session = session;
        (Texts, Match, Asked, Expansions, Order) = (texts, match, asked.Match, asked.Expansions, order);
    }

    /// <summary>The texts found, filters applied.</summary>
    public MatchedTexts Texts { get; }

    /// <summary>What they match, filters included.</summary>
    public Match Match { get; }

    /// <summary>What the query asked for, without filters: what is to be highlighted.</summary>
    public Match Asked { get; }

    /// <summary>What else its words were taken for.</summary>
    public IReadOnlyList<QueryExpansion> Expansions { get; }

    /// <summary>The order that was asked for; by time where nothing could be ranked by relevance.</summary>
    public TextOrder Order { get; }

    public IndexSnapshot Index => _session.Index;

    /// <summary>In a read transaction that sees exactly what the index has.</summary>
    public StoreConnection Connection => _session.Connection;

    public void Dispose() => _session.Dispose();
}
