namespace Voc.Analysis.Mining;

/// <summary>The values of a dimension that a table shows, each at a place of its own. One thread.</summary>
public sealed class ChosenValues
{
    private static readonly string[] Sentiments = ["positive", "neutral", "negative"];

    private readonly int[] _places;
    private readonly int[] _found;

    private ChosenValues(IReadOnlyList<string> values, int all, int[] places, bool hasOthers)
    {
        (Values, All, _places, HasOthers) = (values, all, places, hasOthers);
        _found = new int[values.Count + 1];
    }

    /// <summary>
    /// The values shown, by place: the most frequent first, of equals in ordinal order; sentiments from positive to negative, months in
    /// their order.
    /// </summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>How many values there are, shown or not.</summary>
    public int All { get; }

    /// <summary>Whether the place after the last shown value stands for all others together, so that every text has a place.</summary>
    public bool HasOthers { get; }

    /// <summary>Chooses the most frequent values; of months the latest.</summary>
    /// <param name="sorter">Has met all values.</param>
    /// <param name="counts">Texts by value; those behind its end have none.</param>
    /// <param name="most">How many at most.</param>
    public static ChosenValues Of(TextSorter sorter, IReadOnlyList<int> counts, int most)
    {
        ArgumentNullException.ThrowIfNull(sorter);
        ArgumentNullException.ThrowIfNull(counts);
        var (values, kind) = (sorter.Values, sorter.Dimension.Kind);
        var met = Enumerable.Range(0, Math.Min(values.Count, counts.Count)).Where(v => counts[v] > 0).ToList();
        var chosen = kind == DimensionKind.Month
            ? [.. met.OrderByDescending(v => values[v], StringComparer.Ordinal).Take(most).Reverse()]
            : met.OrderByDescending(v => counts[v]).ThenBy(v => values[v], StringComparer.Ordinal).Take(most).ToList();
        if (kind == DimensionKind.Sentiment)
        {
            chosen = [.. chosen.OrderBy(v => Array.IndexOf(Sentiments, values[v]))];
        }
        var hasOthers = sorter.Dimension.IsPartition && chosen.Count < met.Count;
        var places = new int[values.Count];
        Array.Fill(places, hasOthers ? chosen.Count : -1);
        for (var place = 0; place < chosen.Count; place++)
        {
            places[chosen[place]] = place;
        }
        return new ChosenValues([.. chosen.Select(v => values[v])], met.Count, places, hasOthers);
    }

    /// <summary>How a table is sorted by them.</summary>
    /// <param name="isPartition">Whether every text of the table has exactly one.</param>
    public Sorting Sorting(bool isPartition) => new(Values.Count + (HasOthers ? 1 : 0), isPartition);

    /// <summary>The places of a text's values, each once; valid until the next call.</summary>
    /// <param name="values">Ordinals from <see cref="TextSorter.Of"/>.</param>
    public ReadOnlySpan<int> In(ReadOnlySpan<int> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            var place = value < _places.Length ? _places[value] : -1;
            if (place >= 0)
            {
                _found[count++] = place;
            }
        }
        return _found.AsSpan(0, count);
    }
}
