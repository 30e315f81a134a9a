using System.Collections;
using Voc.Analysis.Retrieval.Criteria;
using Voc.Analysis.Retrieval.Ranking;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval;

/// <summary>
/// The texts of a snapshot that a query matches. They are found when something is asked that needs all of them; the first in time are
/// found without. Safe for any number of threads.
/// </summary>
public sealed class MatchedTexts : IEnumerable<IndexedText>
{
    // Up to so many of the first in time are found without finding all.
    private const int FewInTime = 1000;

    // From here on a page is found by selection; before, keeping the best so far takes less.
    private const int Deep = 1000;

    private readonly Criterion _criterion;
    private readonly CancellationToken _cancellationToken;
    private readonly Lazy<MatchedPart[]> _parts;
    private readonly Lazy<int> _total;

    internal MatchedTexts(IndexSnapshot snapshot, Criterion criterion, CancellationToken cancellationToken)
    {
        (Snapshot, _criterion, _cancellationToken) = (snapshot, criterion, cancellationToken);
        _parts = new(FindAll, LazyThreadSafetyMode.ExecutionAndPublication);
        _total = new(() => Known() is var known && known >= 0 ? known : _parts.Value.Sum(p => p.Count));
    }

    /// <summary>The snapshot it is of.</summary>
    public IndexSnapshot Snapshot { get; }

    /// <summary>How many texts match, exactly.</summary>
    public int Total => _total.Value;

    /// <summary>The first texts in an order, or a page further down, which takes about as long however deep it is unless texts are folded.</summary>
    /// <param name="order">The order.</param>
    /// <param name="count">At most how many, those left out included.</param>
    /// <param name="fold">
    /// Where texts that are nearly the same as one before them are to stand folded under it: tells of two that have nearly the same terms, by their
    /// identifiers, whether they say the same. They still count in <see cref="Total"/>.
    /// </param>
    /// <param name="skip">How many of the first to leave out of those.</param>
    public IReadOnlyList<RankedText> Top(TextOrder order, int count, Func<long, long, bool>? fold = null, int skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        if (fold is not null)
        {
            return [.. Folding(order, fold).Top(count).Skip(skip).Select(f => Text(f.Hit, order, f.Similar))];
        }
        return [.. Stretch(order, skip, Math.Max(0, count - skip)).Select(hit => Text(hit, order, 0))];
    }

    private IEnumerable<Hit> Stretch(TextOrder order, int skip, int count)
    {
        var end = (int)Math.Min(int.MaxValue, (long)skip + count);
        if (InTime(order) is { } newestFirst)
        {
            return end <= FewInTime && !_parts.IsValueCreated
                ? new FirstInTime(_criterion, newestFirst, _cancellationToken).Find(Snapshot.Views, end).Skip(skip)
                : TimeOrder.Of(_parts.Value, newestFirst, skip).Take(count);
        }
        return skip >= Deep ? DeepRanking.Stretch(_parts.Value, Ranking(order), skip, count, _cancellationToken) : Ranked(order)(end).Skip(skip);
    }

    /// <summary>The texts that stand folded under one where the result is shown in an order, newest first; none where it is not shown itself.</summary>
    /// <param name="order">The order.</param>
    /// <param name="id">The text they stand under.</param>
    /// <param name="fold">Whether two texts say the same, as for <see cref="Top"/>.</param>
    public IReadOnlyList<long> FoldedUnder(TextOrder order, long id, Func<long, long, bool> fold) => Contains(id) ? Folding(order, fold).Under(id) : [];

    /// <summary>Counts the texts by a facet: the most frequent value first; months, weeks and days in their order.</summary>
    public IReadOnlyList<FacetCount> Count(Facet facet) => new Facets(_parts.Value, Snapshot.Tables.Fields).Count(facet);

    /// <summary>
    /// Counts the texts by topics or intents, the most frequent first. A text counts for each of its labels and for those above them,
    /// once for each; texts without labels count as <c>""</c>.
    /// </summary>
    /// <param name="facet"><see cref="Facet.Topic"/> or <see cref="Facet.Intent"/>.</param>
    /// <param name="above">The label above one, or null.</param>
    public IReadOnlyList<FacetCount> Count(Facet facet, Func<string, string?> above)
    {
        ArgumentNullException.ThrowIfNull(above);
        return new Facets(_parts.Value, Snapshot.Tables.Fields).Count(facet, above);
    }

    /// <summary>The names of the attributes that the texts have, each with how many have it, the most frequent first.</summary>
    public IReadOnlyList<FacetCount> Attributes() => new Facets(_parts.Value, Snapshot.Tables.Fields).Attributes();

    /// <summary>Counts the texts by an attribute, the most frequent value first. Texts without it count as <c>""</c>, so that it adds up to the total.</summary>
    /// <param name="attribute">Its name; width and case make no difference.</param>
    public IReadOnlyList<FacetCount> Count(string attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return new Facets(_parts.Value, Snapshot.Tables.Fields).Count(attribute);
    }

    /// <summary>How many different customers said them; texts of customers that are not known do not count.</summary>
    public int Customers()
    {
        var customers = new HashSet<ulong>(_parts.Value.Sum(p => p.Count) / 2);
        foreach (var part in _parts.Value)
        {
            foreach (var text in new TextsOf(part.Texts))
            {
                customers.Add(part.Segment.Customers[text]);
            }
        }
        return customers.Count - (customers.Contains(0) ? 1 : 0);
    }

    /// <summary>How many of them only repeat another one of them: it says the same in nearly the same words.</summary>
    public int Repetitions()
    {
        var seen = new HashSet<long>();
        var repetitions = 0;
        foreach (var part in _parts.Value)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                repetitions += part.Segment.Wordings[text] is var wording and not 0 && !seen.Add(wording) ? 1 : 0;
            }
        }
        return repetitions;
    }

    /// <summary>Whether a text is among them.</summary>
    public bool Contains(long id) => Array.Exists(_parts.Value, p => p.Segment.IndexOf(id) is var text && text >= 0 && Bits.Has(p.Texts, text));

    /// <summary>All identifiers in an order.</summary>
    public IEnumerable<long> Ids(TextOrder order) =>
        Ranked(order)(Total).Select(hit => hit.Id);

    /// <summary>All texts in an order.</summary>
    public IEnumerable<IndexedText> InOrder(TextOrder order) => Ranked(order)(Total).Select(hit => new IndexedText(hit.Segment, hit.Text));

    /// <summary>
    /// In how many of the texts each term of the vocabulary is, alone or as a part, and each word; by its ordinal. Terms behind the end
    /// are in none.
    /// </summary>
    public int[] DocumentFrequencies() => Frequencies((counting, part) => counting.Add(part));

    /// <summary>In how many of the texts each word is, by its ordinal; a term is none where it is only a part of words. Those behind the end are in none.</summary>
    public int[] WordFrequencies() => Frequencies((counting, part) => counting.AddWords(part));

    private int[] Frequencies(Action<TermCounting, MatchedPart> count)
    {
        var counting = new TermCounting(Snapshot.Vocabulary.Count);
        foreach (var part in _parts.Value)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            count(counting, part);
        }
        return counting.Counts();
    }

    /// <summary>Goes through all texts, in no particular order, without making an object for any.</summary>
    public Enumerator GetEnumerator() => new(_parts.Value);

    IEnumerator<IndexedText> IEnumerable<IndexedText>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether an order of time has the newest first; null for other orders. Where nothing adds to relevance, all are equal and the newest come first.</summary>
    private bool? InTime(TextOrder order) => order switch
    {
        TextOrder.Newest => true,
        TextOrder.Oldest => false,
        TextOrder.Relevance when !_criterion.Scored.Any() => true,
        _ => null,
    };

    private static RankedText Text(Hit hit, TextOrder order, int similar) =>
        new(hit.Id, order == TextOrder.MostNegative ? (0 - hit.Key) / Scale.Score : hit.Key, similar);

    private Folding Folding(TextOrder order, Func<long, long, bool> saySame) => new(Ranked(order), _parts.Value, Total, saySame, _cancellationToken);

    private Func<int, IEnumerable<Hit>> Ranked(TextOrder order)
    {
        if (InTime(order) is { } newestFirst)
        {
            return count => TimeOrder.Of(_parts.Value, newestFirst).Take(count);
        }
        var ranking = Ranking(order);
        return count => Ranker.Top(_parts.Value, ranking, count, _cancellationToken);
    }

    private IRanking Ranking(TextOrder order) => order switch
    {
        TextOrder.Relevance => new RelevanceRanking(_criterion, Snapshot),
        TextOrder.MostNegative => new NegativityRanking(),
        TextOrder.MostTypical => new TypicalityRanking(_parts.Value, Snapshot, _cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    /// <summary>How many texts match where that can be told without finding them; else -1.</summary>
    private int Known()
    {
        var total = 0;
        foreach (var view in Snapshot.Views)
        {
            var count = _parts.IsValueCreated ? -1 : _criterion.CountIn(view);
            if (count < 0)
            {
                return -1;
            }
            total += count;
        }
        return total;
    }

    private MatchedPart[] FindAll()
    {
        var parts = new List<MatchedPart>();
        foreach (var view in Snapshot.Views)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_criterion.Bound(view) == 0)
            {
                continue;
            }
            var bits = new ulong[view.Words];
            var count = _criterion.Restrict(view, 0, bits, view.LiveTexts(0, bits));
            if (count > 0)
            {
                parts.Add(new MatchedPart(view, bits, count));
            }
        }
        return [.. parts];
    }

    /// <summary>Goes through the texts of a result.</summary>
    public struct Enumerator : IEnumerator<IndexedText>
    {
        private readonly MatchedPart[] _parts;
        private int _part;
        private TextsOf _texts;

        internal Enumerator(MatchedPart[] parts) => (_parts, _part, _texts) = (parts, -1, new TextsOf([]));

        /// <summary>The current text.</summary>
        public readonly IndexedText Current => new(_parts[_part].Segment, _texts.Current);

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes on to the next text.</summary>
        public bool MoveNext()
        {
            while (!_texts.MoveNext())
            {
                if (++_part >= _parts.Length)
                {
                    return false;
                }
                _texts = new TextsOf(_parts[_part].Texts);
            }
            return true;
        }

        /// <summary>Begins again.</summary>
        public void Reset() => (_part, _texts) = (-1, new TextsOf([]));

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
