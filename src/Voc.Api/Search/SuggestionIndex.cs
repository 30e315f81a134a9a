using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Analysis.Spelling;

namespace Voc.Api.Search;

/// <summary>The words and values of the archive to complete from, at some moment of late.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Values">For each field its values, the most frequent first.</param>
/// <param name="Attributes">The names of attributes, the most frequent first.</param>
internal sealed record SuggestionIndex(WordCompletion Words, IReadOnlyDictionary<QueryField, IReadOnlyList<FacetCount>> Values, IReadOnlyList<FacetCount> Attributes)
{
    private static readonly (QueryField Field, Facet Facet)[] Counted =
    [
        (QueryField.Channel, Facet.Channel), (QueryField.Product, Facet.Product), (QueryField.Sentiment, Facet.Sentiment), (QueryField.Topic, Facet.Topic),
        (QueryField.Intent, Facet.Intent), (QueryField.Source, Facet.Source), (QueryField.Segment, Facet.Segment), (QueryField.Language, Facet.Language), (QueryField.Date, Facet.Month),
    ];

    /// <summary>The snapshot it is of.</summary>
    private IndexSnapshot? Source { get; init; }

    /// <summary>When it was made, as <see cref="TimeProvider.GetTimestamp"/> tells.</summary>
    public long MadeAt { get; private init; }

    /// <summary>Made for a snapshot, with what an earlier one took the trouble for.</summary>
    public static SuggestionIndex Of(IndexSnapshot snapshot, SpellingDictionary spellings, long now, SuggestionIndex? earlier)
    {
        var all = snapshot.Find(Match.Everything);
        return new SuggestionIndex(
            WordCompletion.Of(snapshot, spellings, earlier?.Words),
            Counted.ToDictionary(c => c.Field, IReadOnlyList<FacetCount> (c) => [.. all.Count(c.Facet).Where(v => v.Value.Length > 0)]),
            all.Attributes())
        {
            Source = snapshot,
            MadeAt = now,
        };
    }

    /// <summary>Whether it is of this very snapshot.</summary>
    public bool IsOf(IndexSnapshot snapshot) => ReferenceEquals(Source, snapshot);

    /// <summary>Whether it is of this archive rather than of one that was loaded before.</summary>
    public bool Fits(IndexSnapshot snapshot) => ReferenceEquals(Source?.Vocabulary, snapshot.Vocabulary);
}
