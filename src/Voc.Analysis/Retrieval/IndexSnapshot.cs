using Voc.Analysis.Retrieval.Criteria;
using Voc.Analysis.Retrieval.Ranking;
using Voc.Analysis.Retrieval.Segments;
using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval;

/// <summary>The archive as it was after an event. It never changes; any number of threads may ask it.</summary>
public sealed class IndexSnapshot
{
    private readonly Lazy<int[]> _frequencies;
    private readonly Lazy<int[]> _wordFrequencies;

    internal IndexSnapshot(SegmentView[] views, IndexTables tables, long sequence)
    {
        (Views, Tables, Sequence) = (views, tables, sequence);
        Count = views.Sum(v => v.Live);
        AverageLength = Math.Max(1, views.Sum(v => v.LiveTerms) / (double)Math.Max(1, Count));
        _frequencies = new(() => Find(Match.Everything).DocumentFrequencies());
        _wordFrequencies = new(() => Find(Match.Everything).WordFrequencies());
    }

    /// <summary>The event up to which it is.</summary>
    public long Sequence { get; }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    /// <summary>The terms; it may know some that no text of this snapshot has.</summary>
    public Vocabulary Vocabulary => Tables.Terms;

    /// <summary>Keys of opinions, see <see cref="OpinionPair.Key"/>; it may know some that no text of this snapshot has.</summary>
    public Vocabulary Opinions => Tables.Opinions.Keys;

    /// <summary>Whether exact strings can be looked for without waiting.</summary>
    public bool HasTexts => Array.TrueForAll(Views, v => v.Segment.Texts is not null);

    /// <summary>How many terms texts have on average; at least 1.</summary>
    internal double AverageLength { get; }

    internal SegmentView[] Views { get; }

    internal IndexTables Tables { get; }

    /// <summary>The texts that match. This is cheap; what is asked of the result does the work.</summary>
    /// <param name="match">What to find.</param>
    /// <param name="cancellationToken">Ends the work of the result with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">It asks for something the index does not know.</exception>
    public MatchedTexts Find(Match match, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new MatchedTexts(this, new CriterionBuilder(Tables, cancellationToken).Build(match), cancellationToken);
    }

    /// <summary>How many texts have a term, alone or as a part, or a word.</summary>
    /// <param name="term">Its ordinal in <see cref="Vocabulary"/>; -1 for one that is not there.</param>
    public int DocumentFrequency(int term)
    {
        var count = 0;
        foreach (var view in Views)
        {
            count += view.DocumentFrequency(term);
        }
        return count;
    }

    /// <summary>How many texts have each term, by its ordinal; terms behind the end are in no text. Not to be changed.</summary>
    public int[] DocumentFrequencies() => _frequencies.Value;

    /// <summary>How many texts have each word, by its ordinal; words behind the end are in no text. Not to be changed.</summary>
    public int[] WordFrequencies() => _wordFrequencies.Value;

    /// <summary>A text by its identifier.</summary>
    public bool TryGet(long id, out IndexedText text)
    {
        foreach (var view in Views)
        {
            if (view.IndexOf(id) is var at && at >= 0)
            {
                text = new IndexedText(view.Segment, at);
                return true;
            }
        }
        text = default;
        return false;
    }

    /// <summary>The other texts that say the same as one in nearly the same words, the newest first; none where there is no such text.</summary>
    /// <param name="id">The text.</param>
    /// <remarks>Looks at every text: about a millisecond for a million.</remarks>
    public IReadOnlyList<IndexedText> SameWording(long id)
    {
        var same = new List<IndexedText>();
        if (!TryGet(id, out var one) || one.Wording == 0)
        {
            return same;
        }
        foreach (var view in Views)
        {
            var wordings = view.Segment.Wordings.AsSpan();
            for (int at = 0, next; (next = wordings[at..].IndexOf(one.Wording)) >= 0; at++)
            {
                at += next;
                if (view.IsLive(at) && view.Segment.Ids[at] != id)
                {
                    same.Add(new IndexedText(view.Segment, at));
                }
            }
        }
        same.Sort((a, b) => b.Id.CompareTo(a.Id));
        return same;
    }

    /// <summary>
    /// What finds texts like one: those with its most telling terms (at most 15, by tf-idf), each weighted by how telling it is, but
    /// not the text itself.
    /// </summary>
    /// <returns>Null where there is no such text or it has no terms.</returns>
    public Match? LikeThis(long id) => TryGet(id, out var text) && !text.Terms.IsEmpty ? TellingTerms.Of(text, this) : null;

    /// <summary>
    /// Texts like one that is only being written: of those with its most telling terms (at most 15, by tf-idf) the best, the most similar
    /// first, that have a share of all that these tell.
    /// </summary>
    /// <param name="terms">Its terms in text order.</param>
    /// <param name="within">What the texts must match beside.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="share">The smallest share, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IReadOnlyList<IndexedText> Like(IReadOnlyList<string> terms, Match within, int count, double share, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var telling = TellingTerms.Choose(terms.Select(Vocabulary.Find).Where(term => term >= 0), this);
        if (telling.Count == 0)
        {
            return [];
        }
        var like = new List<IndexedText>();
        var least = share * telling.Sum(term => term.Weight);
        foreach (var ranked in Find(new AllMatch([TellingTerms.Any(telling, this), within]), cancellationToken).Top(TextOrder.Relevance, count))
        {
            if (TryGet(ranked.Id, out var text) && Told(text, telling) >= least)
            {
                like.Add(text);
            }
        }
        return like;
    }

    private static double Told(IndexedText text, List<(int Term, double Weight)> telling)
    {
        var told = 0.0;
        foreach (var (term, weight) in telling)
        {
            told += text.Terms.Contains(term) ? weight : 0;
        }
        return told;
    }
}
