using System.Globalization;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Mining;

/// <summary>
/// Tells the values of a dimension that texts have, by ordinals in the order they are first met. Spellings that a query does not tell
/// apart (width, case, space) are one value. One thread.
/// </summary>
/// <param name="dimension">The dimension.</param>
/// <param name="parent">The topic that a topic is part of, or null.</param>
public sealed class TextSorter(Dimension dimension, Func<string, string?> parent)
{
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<IReadOnlyList<string>, int[]> _sets = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, int> _months = [];
    private readonly List<string> _values = [];
    private readonly int[] _one = new int[1];

    /// <summary>The dimension.</summary>
    public Dimension Dimension => dimension;

    /// <summary>The values met so far, by ordinal. Of several spellings the first in ordinal order.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>The values a text has, each once; none where it has none. Valid until the next call.</summary>
    public ReadOnlySpan<int> Of(in IndexedText text) => dimension.Kind switch
    {
        DimensionKind.Topic => Set(text.Topics),
        DimensionKind.Intent => Set(text.Intents),
        DimensionKind.Channel => One(text.Channel.Name()),
        DimensionKind.Sentiment => One(text.Sentiment.Name()),
        DimensionKind.Product => One(text.Product),
        DimensionKind.Source => One(text.Source),
        DimensionKind.Segment => One(text.Segment),
        DimensionKind.Language => One(text.Language),
        DimensionKind.Month => Month(text.Day),
        _ => One(text.Attribute(dimension.Attribute!)),
    };

    private ReadOnlySpan<int> One(string? value)
    {
        if (value is null)
        {
            return [];
        }
        _one[0] = Ordinal(value);
        return _one[0] < 0 ? [] : _one;
    }

    private ReadOnlySpan<int> Month(int day)
    {
        if (!_months.TryGetValue(day, out var ordinal))
        {
            var date = DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));
            _months[day] = ordinal = Ordinal(date.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        }
        _one[0] = ordinal;
        return _one;
    }

    /// <summary>The labels of a set, which many texts share, and those above them.</summary>
    private ReadOnlySpan<int> Set(IReadOnlyList<string> labels)
    {
        if (labels.Count == 0)
        {
            return [];
        }
        if (!_sets.TryGetValue(labels, out var ordinals))
        {
            var all = labels.Concat(labels.Select(parent).OfType<string>());
            _sets[labels] = ordinals = [.. all.Select(Ordinal).Where(o => o >= 0).Distinct()];
        }
        return ordinals;
    }

    private int Ordinal(string value)
    {
        if (_spellings.TryGetValue(value, out var known))
        {
            return known;
        }
        var folded = QueryFields.Normalize(value);
        if (folded.Length == 0)
        {
            return _spellings[value] = -1;
        }
        if (!_folded.TryGetValue(folded, out var ordinal))
        {
            _folded[folded] = ordinal = _values.Count;
            _values.Add(value);
        }
        else if (string.CompareOrdinal(value, _values[ordinal]) < 0)
        {
            _values[ordinal] = value;
        }
        return _spellings[value] = ordinal;
    }
}
