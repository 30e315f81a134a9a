using Voc.Analysis.Opinions;

namespace Voc.Analysis.Classification;

/// <summary>Tells the topics of a text by the keywords of a taxonomy in it.</summary>
internal sealed class TopicReader(Taxonomy taxonomy)
{
    private const int Most = 3;
    private const double Enough = 2;
    private const double Half = 2.5;
    private const double ShareOfBest = 0.45;
    private const double FromParent = 0.5;
    private const int CountedTimes = 3;

    /// <summary>At most three topics, most confident first; a topic below another one rather than that one.</summary>
    public IReadOnlyList<ScoredLabel> Read(Passage p)
    {
        var found = new List<FoundPhrase>();
        ExpressionFinder.Find(p, new(0, p.Count), taxonomy.Keywords.Trie, found);
        if (found.Count == 0)
        {
            return [];
        }

        var scores = Scores(found);
        return Best(scores);
    }

    private double[] Scores(List<FoundPhrase> found)
    {
        var scores = new double[taxonomy.Topics.Count];
        var times = new Dictionary<int, int>();
        foreach (var phrase in found)
        {
            var seen = times[phrase.Value] = times.GetValueOrDefault(phrase.Value) + 1;
            if (seen > CountedTimes)
            {
                continue;
            }

            foreach (var (topic, weight) in taxonomy.Keywords.Votes(phrase.Value))
            {
                scores[topic] += weight / seen;
            }
        }

        return scores;
    }

    private IReadOnlyList<ScoredLabel> Best(double[] scores)
    {
        var candidates = new List<(Topic Topic, double Score)>();
        for (var i = 0; i < scores.Length; i++)
        {
            var topic = taxonomy.Topics[i];
            var isTop = topic.Parent is null;
            var context = isTop || scores[i] == 0 ? 0 : FromParent * scores[taxonomy.IndexOf(topic.Parent!)];
            if (scores[i] >= Enough)
            {
                candidates.Add((topic, isTop ? FromParent * scores[i] : scores[i] + context));
            }
        }

        candidates.RemoveAll(c => c.Topic.Parent is null && candidates.Exists(o => o.Topic.Parent == c.Topic.Id));
        candidates.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Topic.Id, b.Topic.Id));
        return [.. candidates
            .TakeWhile(c => c.Score >= ShareOfBest * candidates[0].Score)
            .Take(Most)
            .Select(c => new ScoredLabel(c.Topic.Id, Math.Round(c.Score / (c.Score + Half), 4)))];
    }
}
