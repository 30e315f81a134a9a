using System.Runtime.InteropServices;
using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Mining;

/// <summary>Counts the opinions of texts, and what they are about. One thread.</summary>
/// <param name="keys">Keys of opinions by ordinal, see <see cref="OpinionPair.Key"/>.</param>
public sealed class OpinionCounts(Vocabulary keys)
{
    private readonly Dictionary<int, PairCount> _pairs = [];
    private readonly Dictionary<string, TargetCount> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<int> _seen = [];

    /// <summary>Texts counted.</summary>
    public int Total { get; private set; }

    /// <summary>Texts with at least one opinion.</summary>
    public int WithOpinions { get; private set; }

    /// <summary>Different opinions.</summary>
    public int Distinct => _pairs.Count;

    /// <summary>Counts a text.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="opinions">Ordinals of its opinions, repeated as they occur.</param>
    public void Add(long id, ReadOnlySpan<int> opinions)
    {
        Total++;
        WithOpinions += opinions.IsEmpty ? 0 : 1;
        _seen.Clear();
        foreach (var opinion in opinions)
        {
            if (_seen.Add(opinion))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, opinion, out _);
                count ??= new PairCount(Parse(keys[opinion]));
                count.Texts++;
                count.Example = Math.Max(count.Example, id);
                AddTarget(count.Pair, id);
            }
        }
    }

    /// <summary>Opinions in at least so many texts: most frequent first, of equals in the order of their keys.</summary>
    public IEnumerable<OpinionCount> Pairs(int minimum) => _pairs.Values
        .Where(p => p.Texts >= minimum && p.Pair.Expression is not null)
        .OrderByDescending(p => p.Texts).ThenBy(p => p.Pair.Key, StringComparer.Ordinal)
        .Select(p => new OpinionCount(p.Pair, p.Texts, p.Example));

    /// <summary>What opinions in at least so many texts are about: most frequent first, of equals in ordinal order.</summary>
    public IEnumerable<OpinionTargetCount> Targets(int minimum) => _targets
        .Where(t => t.Value.Texts >= minimum)
        .OrderByDescending(t => t.Value.Texts).ThenBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => new OpinionTargetCount(t.Key, t.Value.Texts, t.Value.Of(1), t.Value.Of(0), t.Value.Of(-1), t.Value.Example));

    private void AddTarget(OpinionPair pair, long id)
    {
        if (pair.Target is not { } target)
        {
            return;
        }
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_targets, target, out _);
        count ??= new TargetCount();
        count.Add(pair.Polarity, id);
    }

    private static OpinionPair Parse(string key) => OpinionPair.TryParse(key, out var pair) ? pair : default;

    private sealed class PairCount(OpinionPair pair)
    {
        public OpinionPair Pair => pair;

        public int Texts { get; set; }

        public long Example { get; set; }
    }

    /// <summary>A text with several opinions of a target counts once, and once for each polarity.</summary>
    private sealed class TargetCount
    {
        private readonly int[] _texts = new int[3];
        private readonly long[] _last = [-1, -1, -1];
        private long _lastText = -1;

        public int Texts { get; private set; }

        public long Example { get; private set; }

        public int Of(int polarity) => _texts[polarity + 1];

        public void Add(int polarity, long id)
        {
            var at = Math.Sign(polarity) + 1;
            _texts[at] += _last[at] == id ? 0 : 1;
            Texts += _lastText == id ? 0 : 1;
            (_last[at], _lastText) = (id, id);
            Example = Math.Max(Example, id);
        }
    }
}

/// <summary>How many texts hold an opinion.</summary>
/// <param name="Pair">The opinion.</param>
/// <param name="Texts">Texts that hold it.</param>
/// <param name="Example">The newest of them.</param>
public readonly record struct OpinionCount(OpinionPair Pair, int Texts, long Example);

/// <summary>How many texts hold an opinion of something. A text is counted once for each polarity it has of it.</summary>
/// <param name="Target">What it is about.</param>
/// <param name="Texts">Texts with an opinion of it.</param>
/// <param name="Positive">Texts with a positive one.</param>
/// <param name="Neutral">Texts with a neutral one.</param>
/// <param name="Negative">Texts with a negative one.</param>
/// <param name="Example">The newest of them.</param>
public readonly record struct OpinionTargetCount(string Target, int Texts, int Positive, int Neutral, int Negative, long Example);
