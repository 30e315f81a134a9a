using Voc.Analysis.Learning;
using Voc.Analysis.Opinions;

namespace Voc.Analysis.Classification;

/// <summary>
/// Tells the topics of a text: by the keywords of a taxonomy in it and, where a model was trained, by its wording with the keywords as
/// evidence. A topic the model has no examples of is told by its keywords alone.
/// </summary>
internal sealed class TopicReader(Taxonomy taxonomy, ReadingModel model)
{
    private const int Most = 3;
    private const double Enough = 2;
    private const double Half = 2.5;
    private const double ShareOfBest = 0.45;
    private const double FromParent = 0.5;
    private const int CountedTimes = 3;
    private const float LikelyEnough = 0.25f;
    private const float LikelyWithKeywords = 0.08f;

    // The topic of each label of the model, or -1 where the taxonomy has it no more.
    private readonly int[] _learned = [.. model.Topics.Labels.Select(id => taxonomy.Find(id) is null ? -1 : taxonomy.IndexOf(id))];

    /// <summary>At most three topics, most confident first; a topic below another one rather than that one.</summary>
    /// <param name="p">The text.</param>
    /// <param name="features">Holds its phrases; the votes of keywords are added.</param>
    public IReadOnlyList<ScoredLabel> Read(Passage p, FeatureBuilder features)
    {
        var scores = Scores(p);
        var named = scores is null ? [] : Named(scores);
        if (_learned.Length > 0)
        {
            AddVotes(scores, features);
            Learned(features, named);
        }

        named.Sort((a, b) => b.Confidence != a.Confidence ? b.Confidence.CompareTo(a.Confidence) : string.CompareOrdinal(a.Topic.Id, b.Topic.Id));
        return [.. named.Take(Most).Select(t => new ScoredLabel(t.Topic.Id, Math.Round(t.Confidence, 4)))];
    }

    /// <summary>Adds the votes of keywords as features to learn from.</summary>
    public void AddFeatures(Passage p, FeatureBuilder features) => AddVotes(Scores(p), features);

    private void AddVotes(double[]? scores, FeatureBuilder features)
    {
        for (var i = 0; i < scores?.Length; i++)
        {
            if (scores[i] > 0)
            {
                ReadingFeatures.Vote(features, taxonomy.Topics[i].Id, scores[i]);
            }
        }
    }

    // What the model knows it judges; its word counts more where keywords say the same.
    private void Learned(FeatureBuilder features, List<(Topic Topic, double Confidence)> named)
    {
        Span<float> probabilities = stackalloc float[_learned.Length];
        model.Topics.Probabilities(features.Features, probabilities);
        for (var i = 0; i < _learned.Length; i++)
        {
            if (_learned[i] < 0)
            {
                continue;
            }

            var topic = taxonomy.Topics[_learned[i]];
            var at = named.FindIndex(t => t.Topic == topic);
            if (at >= 0)
            {
                named.RemoveAt(at);
            }

            if (probabilities[i] >= (at >= 0 ? LikelyWithKeywords : LikelyEnough))
            {
                named.Add((topic, probabilities[i]));
            }
        }
    }

    private double[]? Scores(Passage p)
    {
        var found = new List<FoundPhrase>();
        ExpressionFinder.Find(p, new(0, p.Count), taxonomy.Keywords.Trie, found);
        if (found.Count == 0)
        {
            return null;
        }

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

    private List<(Topic Topic, double Confidence)> Named(double[] scores)
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
        var best = candidates.Count > 0 ? candidates.Max(c => c.Score) : 0;
        return [.. candidates.Where(c => c.Score >= ShareOfBest * best).Select(c => (c.Topic, c.Score / (c.Score + Half)))];
    }
}
