using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis.Classification;

/// <summary>The keywords of all topics in one trie, each with the topics it speaks for.</summary>
internal sealed class KeywordIndex
{
    private readonly List<(int Topic, double Weight)[]> _votes = [];

    public KeywordIndex(IReadOnlyList<Topic> topics)
    {
        var votes = topics
            .SelectMany((topic, i) => topic.Keywords.Select(k => (Keyword: NormalizedText.From(k.Key).Text.ToLowerInvariant(), Topic: i, Weight: k.Value)))
            .GroupBy(v => v.Keyword, v => (v.Topic, v.Weight), StringComparer.Ordinal);
        foreach (var keyword in votes)
        {
            foreach (var variant in ExpressionVariants.Of(keyword.Key))
            {
                Trie.Set(variant, _votes.Count);
            }

            _votes.Add([.. keyword]);
        }
    }

    public PhraseTrie Trie { get; } = new();

    public ReadOnlySpan<(int Topic, double Weight)> Votes(int keyword) => _votes[keyword];
}
