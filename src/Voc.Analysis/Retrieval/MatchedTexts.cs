using System.Collections;
using System.Globalization;
using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval;

/// <summary>The texts of a snapshot that a query matches. Safe for any number of threads.</summary>
public sealed class MatchedTexts : IEnumerable<IndexedText>
{
    private readonly CancellationToken _cancelled;
    private readonly Lazy<List<(IndexedText Text, double Score)>> _texts;

    internal MatchedTexts(IndexSnapshot snapshot, Match match, CancellationToken cancellationToken)
    {
        (Snapshot, Match, _cancelled) = (snapshot, match, cancellationToken);
        _texts = new(() => NaiveSearch.Run(snapshot, match, _cancelled));
    }

    /// <summary>The snapshot it is of.</summary>
    public IndexSnapshot Snapshot { get; }

    /// <summary>What was asked.</summary>
    public Match Match { get; }

    /// <summary>How many texts match, exactly.</summary>
    public int Total => _texts.Value.Count;

    /// <summary>The first texts in an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="fold">Whether texts that are nearly the same as a better one stand folded under it.</param>
    public IReadOnlyList<RankedText> Top(TextOrder order, int count, bool fold = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Ordered(order).Take(count)];
    }

    /// <summary>Counts the texts by a facet: most frequent first, then by value; months, weeks and days in their order.</summary>
    public IReadOnlyList<FacetCount> Count(Facet facet)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (text, _) in _texts.Value)
        {
            foreach (var value in ValuesOf(text, facet))
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }
        var all = counts.Select(c => new FacetCount(c.Key, c.Value));
        return facet is Facet.Month or Facet.Week or Facet.Day ? [.. all.OrderBy(c => c.Value, StringComparer.Ordinal)] : Sorted(all);
    }

    /// <summary>Counts the texts by an attribute; those without it count as <c>""</c>, so that it adds up to the total.</summary>
    /// <param name="attribute">Its name.</param>
    public IReadOnlyList<FacetCount> Count(string attribute) =>
        Sorted(_texts.Value.GroupBy(t => t.Text.Attribute(attribute) ?? "").Select(g => new FacetCount(g.Key, g.Count())));

    /// <summary>How many different customers said them; texts of unknown customers do not count.</summary>
    public int Customers() => _texts.Value.Select(t => t.Text.Customer).Where(c => c != 0).Distinct().Count();

    /// <summary>All identifiers in an order.</summary>
    public IEnumerable<long> Ids(TextOrder order) => Ordered(order).Select(t => t.Id);

    /// <summary>In how many of the texts each term of the vocabulary occurs, by ordinal.</summary>
    public int[] DocumentFrequencies()
    {
        var counts = new int[Snapshot.Vocabulary.Count];
        var seen = new HashSet<int>();
        foreach (var (text, _) in _texts.Value)
        {
            seen.Clear();
            foreach (var term in text.Terms)
            {
                counts[term] += seen.Add(term) ? 1 : 0;
            }
        }
        return counts;
    }

    /// <summary>All texts in no particular order.</summary>
    public IEnumerator<IndexedText> GetEnumerator() => _texts.Value.Select(t => t.Text).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<RankedText> Ordered(TextOrder order) => order switch
    {
        TextOrder.Newest => _texts.Value.OrderByDescending(t => t.Text.Id).Select(t => new RankedText(t.Text.Id, 0, 0)),
        TextOrder.Oldest => _texts.Value.OrderBy(t => t.Text.Id).Select(t => new RankedText(t.Text.Id, 0, 0)),
        TextOrder.MostNegative => _texts.Value.OrderBy(t => t.Text.Score).ThenByDescending(t => t.Text.Id).Select(t => new RankedText(t.Text.Id, t.Text.Score, 0)),
        _ => _texts.Value.OrderByDescending(t => t.Score).ThenByDescending(t => t.Text.Id).Select(t => new RankedText(t.Text.Id, t.Score, 0)),
    };

    private static FacetCount[] Sorted(IEnumerable<FacetCount> counts) => [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)];

    private static IEnumerable<string> ValuesOf(IndexedText text, Facet facet) => facet switch
    {
        Facet.Channel => [text.Channel.Name()],
        Facet.Sentiment => [text.Sentiment.Name()],
        Facet.Topic => text.Topics,
        Facet.Intent => text.Intents,
        Facet.Product => [text.Product ?? ""],
        Facet.Source => [text.Source],
        Facet.Segment => [text.Segment ?? ""],
        Facet.Language => [text.Language],
        Facet.Month => [Day(text.Day).ToString("yyyy-MM", CultureInfo.InvariantCulture)],
        Facet.Week => [Day(text.Day - ((text.Day % 7 + 7) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        _ => [Day(text.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
    };

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));
}
