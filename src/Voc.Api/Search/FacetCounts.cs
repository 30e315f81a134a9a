using System.Runtime.InteropServices;

namespace Voc.Api.Search;

/// <summary>The ways a result can be counted.</summary>
internal enum Facet
{
    Channel,
    Sentiment,
    Topic,
    Product,
    Source,
    Month,
}

/// <summary>Counts matches by every facet at once.</summary>
internal sealed class FacetCounts(SearchNames names)
{
    private readonly int[] _channels = new int[Channels.Names.Count];
    private readonly int[] _sentiments = new int[3];
    private readonly Dictionary<int, int> _sources = [];
    private readonly Dictionary<int, int> _months = [];
    private readonly int[] _products = new int[names.ProductCount];
    private readonly int[] _topicSets = new int[names.TopicSetCount];

    public void Add(in SearchRow row)
    {
        _channels[row.Channel]++;
        _sentiments[row.Sentiment + 1]++;
        _products[row.Product]++;
        _topicSets[row.Topics]++;
        CollectionsMarshal.GetValueRefOrAddDefault(_sources, row.Source, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(_months, row.Month, out _)++;
    }

    /// <summary>
    /// Values that occur, the most frequent first; months in their order. Channel, sentiment, source and month add up to the total;
    /// a text without a product is in no product, and one with several topics is in each of them.
    /// </summary>
    public IReadOnlyList<(string Value, int Count)> Of(Facet facet) => facet switch
    {
        Facet.Channel => Frequent(_channels.Select((count, channel) => (((Channel)channel).Name(), count))),
        Facet.Sentiment => Frequent(_sentiments.Select((count, label) => (((SentimentLabel)(label - 1)).Name(), count))),
        Facet.Product => Frequent(_products.Skip(1).Select((count, product) => (names.ProductName(product + 1), count))),
        Facet.Source => Frequent(_sources.Select(s => (names.SourceName(s.Key), s.Value))),
        Facet.Month => [.. _months.OrderBy(m => m.Key).Select(m => (Month.Name(m.Key), m.Value))],
        _ => Frequent(_topicSets
            .SelectMany((count, set) => count == 0 ? [] : names.TopicsOf(set).Select(topic => (Topic: topic, Count: count)))
            .GroupBy(t => t.Topic, (topic, sets) => (topic, sets.Sum(s => s.Count)))),
    };

    private static List<(string Value, int Count)> Frequent(IEnumerable<(string Value, int Count)> counts) =>
        [.. counts.Where(c => c.Count > 0).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)];
}
