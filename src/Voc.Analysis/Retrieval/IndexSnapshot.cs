using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval;

/// <summary>The archive as it was after an event. It never changes; any number of threads may ask it.</summary>
public sealed class IndexSnapshot
{
    private readonly FieldValues _values;
    private readonly Lazy<int[]> _frequencies;

    internal IndexSnapshot(SegmentView[] views, long sequence, Vocabulary vocabulary, Vocabulary opinions, FieldValues values)
    {
        (Views, Sequence, Vocabulary, Opinions, _values) = (views, sequence, vocabulary, opinions, values);
        Count = views.Sum(v => v.Live);
        _frequencies = new(() => Find(Match.Everything).DocumentFrequencies());
    }

    /// <summary>The event up to which it is.</summary>
    public long Sequence { get; }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    /// <summary>The terms; it may know some that came later.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Keys of opinions, see <see cref="OpinionPair.Key"/>; it may know some that came later.</summary>
    public Vocabulary Opinions { get; }

    /// <summary>Whether exact strings can be looked for without waiting.</summary>
    public bool HasTexts => Array.TrueForAll(Views, v => v.Segment.Texts is not null);

    internal SegmentView[] Views { get; }

    internal FieldValues Values => _values;

    /// <summary>The texts that match. This is cheap; what is asked of the result does the work.</summary>
    /// <param name="match">What to find.</param>
    /// <param name="cancellationToken">Ends the work of the result with an <see cref="OperationCanceledException"/>.</param>
    public MatchedTexts Find(Match match, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new MatchedTexts(this, match, cancellationToken);
    }

    /// <summary>How many texts a term of the vocabulary occurs in.</summary>
    public int DocumentFrequency(int term) => DocumentFrequencies() is var all && term >= 0 && term < all.Length ? all[term] : 0;

    /// <summary>How many texts each term of the vocabulary occurs in, by ordinal. Not to be changed.</summary>
    public int[] DocumentFrequencies() => _frequencies.Value;

    /// <summary>A text by its identifier.</summary>
    public bool TryGet(long id, out IndexedText text)
    {
        foreach (var view in Views)
        {
            var at = Array.BinarySearch(view.Segment.Ids, id);
            if (at >= 0 && view.IsLive(at))
            {
                text = new IndexedText(this, view.Segment, at);
                return true;
            }
        }
        text = default;
        return false;
    }

    /// <summary>What finds texts like one: those with its most telling terms (highest tf-idf, at most 15), weighted; without the text itself. Null where there is no such text or it has no terms.</summary>
    public Match? LikeThis(long id)
    {
        if (!TryGet(id, out var text) || text.Terms.IsEmpty)
        {
            return null;
        }
        var telling = text.Terms.ToArray().GroupBy(t => t)
            .Select(g => (Term: g.Key, Weight: g.Count() * Math.Log(1 + ((double)Count / DocumentFrequency(g.Key)))))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Term).Take(15).ToList();
        List<Match> parts = [.. telling.Select(t => new TermsMatch([Vocabulary[t.Term]], false) { Boost = t.Weight / telling[0].Weight })];
        return new AllMatch([parts.Count == 1 ? parts[0] : new AnyMatch(parts), new NoneMatch(new IdsMatch([id]))]);
    }
}
