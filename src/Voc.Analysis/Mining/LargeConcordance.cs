using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Mining;

/// <summary>A line of a concordance: a text and which of its occurrences, counted from 0.</summary>
public readonly record struct ConcordancePlace(long Id, int Occurrence);

/// <summary>
/// A concordance of any number of texts, made of what the index holds of them. By time or score nothing is kept but counts; by context 24
/// bytes for each occurrence. Only those asked for are put in their exact order. Safe for any number of threads.
/// </summary>
public sealed class LargeConcordance
{
    /// <summary>The most occurrences that are sorted by context.</summary>
    public const int MostSorted = 5_000_000;

    private readonly TextOrder _order;
    private readonly Sorted? _sorted;
    private readonly Lock _lock = new();

    private LargeConcordance(TextOrder order, Sorted? sorted, int texts, int occurrences) =>
        (_order, _sorted, Texts, Occurrences) = (order, sorted, texts, occurrences);

    /// <summary>Texts that hold the keyword.</summary>
    public int Texts { get; }

    /// <summary>How often they hold it.</summary>
    public int Occurrences { get; }

    /// <summary>By an order of texts, within one in the order of the text.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="keyword">The keyword.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static LargeConcordance ByText(MatchedTexts texts, IndexedKeyword keyword, TextOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(keyword);
        var (places, withAny, occurrences) = (new List<(int First, int End)>(), 0, 0);
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            keyword.Find(text, places);
            withAny += places.Count > 0 ? 1 : 0;
            occurrences += places.Count;
        }
        return new LargeConcordance(order, null, withAny, occurrences);
    }

    /// <summary>By the terms, or characters, beside the keyword; of equal ones the newest text first. Null where there are more than <see cref="MostSorted"/>.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="keyword">The keyword.</param>
    /// <param name="left">Whether by what stands before it, from the keyword outwards; else by what stands behind it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static LargeConcordance? ByContext(MatchedTexts texts, IndexedKeyword keyword, bool left, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(keyword);
        var (places, found, keys, withAny) = (new List<(int First, int End)>(), new List<Place>(), new List<ulong>(), 0);
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            keyword.Find(text, places);
            withAny += places.Count > 0 ? 1 : 0;
            if (found.Count + places.Count > MostSorted)
            {
                return null;
            }
            for (var i = 0; i < places.Count; i++)
            {
                found.Add(new Place(text.Id, i));
                keys.Add(keyword.Key(text, places[i], left));
            }
        }
        var sorted = new Sorted([.. keys], [.. found], left);
        Array.Sort(sorted.Keys, sorted.Places);
        return new LargeConcordance(default, sorted, withAny, found.Count);
    }

    /// <summary>Some lines.</summary>
    /// <param name="texts">The texts it is of; they may have been found anew since.</param>
    /// <param name="keyword">The keyword, prepared for these.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IReadOnlyList<ConcordancePlace> Lines(MatchedTexts texts, IndexedKeyword keyword, int skip, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(keyword);
        if (skip >= Occurrences || count <= 0)
        {
            return [];
        }
        lock (_lock)
        {
            return _sorted is null
                ? InOrder(texts, keyword, skip, count, cancellationToken)
                : Sort(_sorted, new Located.Source(texts.Snapshot, keyword, _sorted.Left), skip, Math.Min(count, Occurrences - skip));
        }
    }

    private List<ConcordancePlace> InOrder(MatchedTexts texts, IndexedKeyword keyword, int skip, int count, CancellationToken cancellationToken)
    {
        var (places, lines) = (new List<(int First, int End)>(), new List<ConcordancePlace>());
        foreach (var text in texts.InOrder(_order))
        {
            cancellationToken.ThrowIfCancellationRequested();
            keyword.Find(text, places);
            for (var i = Math.Min(skip, places.Count); i < places.Count && lines.Count < count; i++)
            {
                lines.Add(new ConcordancePlace(text.Id, i));
            }
            skip = Math.Max(0, skip - places.Count);
            if (lines.Count == count)
            {
                break;
            }
        }
        return lines;
    }

    /// <summary>Puts the stretches of equal keys that some lines are in into their exact order; done again, it changes nothing.</summary>
    private static List<ConcordancePlace> Sort(Sorted sorted, Located.Source source, int skip, int count)
    {
        for (var from = Array.BinarySearch(sorted.Keys, sorted.Keys[skip]); from < skip + count;)
        {
            var (first, end) = (from, from + 1);
            while (first > 0 && sorted.Keys[first - 1] == sorted.Keys[from])
            {
                first--;
            }
            while (end < sorted.Keys.Length && sorted.Keys[end] == sorted.Keys[from])
            {
                end++;
            }
            if (sorted.Done.Add(first))
            {
                source.Sort(sorted.Places.AsSpan(first, end - first));
            }
            from = end;
        }
        return [.. sorted.Places.Skip(skip).Take(count).Select(p => new ConcordancePlace(p.Id, p.Occurrence))];
    }

    private readonly record struct Place(long Id, int Occurrence);

    /// <summary>All occurrences by their keys, and where those of the same key begin that are in their exact order.</summary>
    private sealed record Sorted(ulong[] Keys, Place[] Places, bool Left)
    {
        public HashSet<int> Done { get; } = [];
    }

    /// <summary>An occurrence with where it stands.</summary>
    private readonly record struct Located(IndexedText Text, (int First, int End) Stretch, Place Place)
    {
        /// <summary>Finds occurrences again, and puts them in order.</summary>
        public sealed record Source(IndexSnapshot Snapshot, IndexedKeyword Keyword, bool Left) : IComparer<Located>
        {
            public void Sort(Span<Place> places)
            {
                var (located, stretches) = (new Located[places.Length], new List<(int First, int End)>());
                for (var i = 0; i < located.Length; i++)
                {
                    _ = Snapshot.TryGet(places[i].Id, out var text);
                    Keyword.Find(text, stretches);
                    located[i] = new Located(text, stretches[places[i].Occurrence], places[i]);
                }
                Array.Sort(located, this);
                for (var i = 0; i < located.Length; i++)
                {
                    places[i] = located[i].Place;
                }
            }

            public int Compare(Located x, Located y)
            {
                var byContext = Keyword.Compare(x.Text, x.Stretch, y.Text, y.Stretch, Left);
                return byContext != 0 ? byContext
                    : x.Place.Id != y.Place.Id ? y.Place.Id.CompareTo(x.Place.Id) : x.Place.Occurrence.CompareTo(y.Place.Occurrence);
            }
        }
    }
}
