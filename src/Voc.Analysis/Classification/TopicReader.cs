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

    /// <summary>How many topics the model knows.</summary>
    public int Count => _learned.Length;

    /// <summary>Adds the votes of the keywords in some tokens as features.</summary>
    public void AddFeatures(Passage p, TokenRange tokens, FeatureBuilder features) => AddVotes(Scores(p, tokens), features);

    /// <summary>Raises the probabilities of topics to those of some features, times a factor.</summary>
    public void Judge(FeatureBuilder features, float factor, Span<float> probabilities) => model.Topics.Raise(probabilities, features.Features, factor);

    /// <summary>At most three topics, most confident first; a topic below another one rather than that one.</summary>
    /// <param name="p">The text.</param>
    /// <param name="probabilities">Of the topics the model knows.</param>
    public IReadOnlyList<ScoredLabel> Tell(Passage p, ReadOnlySpan<float> probabilities)
    {
        var scores = Scores(p, new(0, p.Count));
        var named = scores is null ? [] : Named(scores);
        Learned(probabilities, scores, named);
        named.Sort((a, b) => b.Confidence != a.Confidence ? b.Confidence.CompareTo(a.Confidence) : string.CompareOrdinal(a.Topic.Id, b.Topic.Id));
        return [.. named.Take(Most).Select(t => new ScoredLabel(t.Topic.Id, Math.Round(t.Confidence, 4)))];
    }

    private void AddVotes(double[]? scores, FeatureBuilder features)
    {
        for (var i = 0; i < scores?.Length; i++)
        {
            if (scores[i] > 0)
            {
                FindingFeatures.Vote(features, taxonomy.Topics[i].Id, scores[i]);
            }
        }
    }

    // What the model knows it judges; its word counts more where keywords say the same, and a topic as wide as an industry needs one.
    private void Learned(ReadOnlySpan<float> probabilities, double[]? scores, List<(Topic Topic, double Confidence)> named)
    {
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (_learned[i] < 0)
            {
                continue;
            }

            var topic = taxonomy.Topics[_learned[i]];
            var hasKeywords = Remove(named, topic);
            if (probabilities[i] < LikelyWithKeywords)
            {
                continue;
            }

            var isMeant = topic.Parent is not null || scores?[_learned[i]] > 0;
            if (isMeant && probabilities[i] >= (hasKeywords ? LikelyWithKeywords : LikelyEnough))
            {
                named.Add((topic, probabilities[i]));
            }
        }
    }

    private static bool Remove(List<(Topic Topic, double Confidence)> named, Topic topic)
    {
        for (var i = 0; i < named.Count; i++)
        {
            if (ReferenceEquals(named[i].Topic, topic))
            {
                named.RemoveAt(i);
                return true;
            }
        }

        return false;
    }

    private double[]? Scores(Passage p, TokenRange tokens)
    {
        var found = new List<FoundPhrase>();
        ExpressionFinder.Find(p, tokens, taxonomy.Keywords.Trie, found);
        if (found.Count == 0)
        {
            return null;
        }

        var scores = new double[taxonomy.Topics.Count];
        found.Sort((one, other) => one.Value.CompareTo(other.Value));
        for (var (i, seen) = (0, 0); i < found.Count; i++)
        {
            seen = i > 0 && found[i].Value == found[i - 1].Value ? seen + 1 : 1;
            if (seen > CountedTimes)
            {
                continue;
            }

            foreach (var (topic, weight) in taxonomy.Keywords.Votes(found[i].Value))
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
