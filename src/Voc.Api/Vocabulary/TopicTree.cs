using Voc.Analysis.Classification;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Reading;
using Voc.Api.Search;

namespace Voc.Api.Vocabulary;

/// <summary>Reads the topics with what the company changed about them and how much feedback each has.</summary>
internal sealed class TopicTree(CurrentReading reading, ShippedReading shipped, CurrentIndex index)
{
    public IReadOnlyList<TopicBranch> Read()
    {
        var nodes = Nodes();
        return [.. nodes.Where(n => n.Parent is null).Select(top => new TopicBranch(top, [.. nodes.Where(n => n.Parent == top.Id)]))];
    }

    public TopicNode? Find(string id) => Nodes().FirstOrDefault(n => n.Id == id);

    private List<TopicNode> Nodes()
    {
        var own = reading.Now.Own;
        var taxonomy = reading.Analyzer.Taxonomy;
        var rows = own.Topics.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var topics = taxonomy.Topics.Concat(taxonomy.Hidden).Where(t => !(rows.TryGetValue(t.Id, out var row) && row.Deleted)).ToList();
        var counts = Count(topics);
        // Shipped ones in the order of the file, hidden or not, then those the company added.
        var order = shipped.Taxonomy.Topics.Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        return [.. topics.OrderBy(t => order.GetValueOrDefault(t.Id, int.MaxValue)).Select(t => Node(t, rows.GetValueOrDefault(t.Id), counts.GetValueOrDefault(t.Id)))];
    }

    private TopicNode Node(Topic topic, TopicRow? row, int count) => new(
        topic.Id, topic.Ja, topic.En, topic.Parent,
        [.. topic.Keywords.Select(k => new KeywordWeight(k.Key, k.Value))],
        row is null ? "shipped" : row.Own ? "own" : "changed",
        reading.Analyzer.Taxonomy.Find(topic.Id) is null, count, row?.ChangedBy, row?.ChangedAt);

    /// <summary>How many texts have a topic or one below it.</summary>
    private Dictionary<string, int> Count(List<Topic> topics)
    {
        using var session = index.Open();
        var counts = session.Index.Find(Match.Everything).Count(Facet.Topic).ToDictionary(c => c.Value, c => c.Count, StringComparer.Ordinal);
        foreach (var branch in topics.Where(t => t.Parent is not null).GroupBy(t => t.Parent!))
        {
            List<Match> labels = [.. branch.Select(t => t.Id).Prepend(branch.Key).Select(id => new FieldMatch(QueryField.Topic, id, Prefix: false))];
            counts[branch.Key] = session.Index.Find(new AnyMatch(labels)).Total;
        }
        return counts;
    }
}
