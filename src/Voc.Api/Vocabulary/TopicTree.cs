using Voc.Analysis.Classification;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>Reads the topics with what the company changed about them and how much feedback each has.</summary>
internal sealed class TopicTree(CurrentReading reading, ShippedReading shipped, Store store)
{
    private const string CountSets = "SELECT Topics, count(*) FROM search_row WHERE Topics <> '' GROUP BY Topics";

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
        var counts = Count(topics.ToDictionary(t => t.Id, t => t.Parent, StringComparer.Ordinal));
        // Shipped ones in the order of the file, hidden or not, then those the company added.
        var order = shipped.Taxonomy.Topics.Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        return [.. topics.OrderBy(t => order.GetValueOrDefault(t.Id, int.MaxValue)).Select(t => Node(t, rows.GetValueOrDefault(t.Id), counts.GetValueOrDefault(t.Id)))];
    }

    private TopicNode Node(Topic topic, TopicRow? row, int count) => new(
        topic.Id, topic.Ja, topic.En, topic.Parent,
        [.. topic.Keywords.Select(k => new KeywordWeight(k.Key, k.Value))],
        row is null ? "shipped" : row.Own ? "own" : "changed",
        reading.Analyzer.Taxonomy.Find(topic.Id) is null, count, row?.ChangedBy, row?.ChangedAt);

    private Dictionary<string, int> Count(Dictionary<string, string?> parents)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var connection = store.Open();
        using var rows = connection.Query(CountSets);
        while (rows.Read())
        {
            var labels = rows.GetString(0).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var id in labels.Concat(labels.Select(l => parents.GetValueOrDefault(l)).OfType<string>()).Distinct())
            {
                counts[id] = counts.GetValueOrDefault(id) + rows.GetInt32(1);
            }
        }
        return counts;
    }
}
