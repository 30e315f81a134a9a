using System.Globalization;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Counts a result by facets.</summary>
internal sealed class Facets(IReadOnlyList<MatchedPart> parts, FieldValues fields)
{
    public FacetCount[] Count(Facet facet) => facet switch
    {
        Facet.Channel => ByName(s => s.Channels, channel => ((Channel)channel).Name()),
        Facet.Sentiment => ByName(s => s.Sentiments, sentiment => ((SentimentLabel)sentiment).Name()),
        Facet.Product => ByName(s => s.Products, product => fields.Products[product].Name),
        Facet.Source => ByName(s => s.Sources, source => fields.Sources[source].Name),
        Facet.Segment => ByName(s => s.CustomerSegments, segment => fields.CustomerSegments[segment].Name),
        Facet.Language => ByName(s => s.Languages, language => fields.Languages[language].Name),
        Facet.Topic => ByLabel(s => s.Topics, fields.Topics),
        Facet.Intent => ByLabel(s => s.Intents, fields.Intents),
        Facet.Month => ByDay(day => day - DateOnly.FromDayNumber(day).Day + 1, "yyyy-MM"),
        Facet.Week => ByDay(day => day - (day % 7), "yyyy-MM-dd"),
        Facet.Day => ByDay(day => day, "yyyy-MM-dd"),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    /// <summary>Counts by an attribute; texts without it count as <c>""</c>.</summary>
    public FacetCount[] Count(string attribute)
    {
        var name = FieldValue.CanonicalOf(attribute);
        var byValue = new Dictionary<int, int>();
        foreach (var (set, count) in FacetCounting.ByValue(parts, s => s.AttributeSets))
        {
            var attributes = fields.Attributes[set];
            var at = Array.FindIndex(attributes.Names, n => fields.AttributeNames[n].Canonical == name);
            var value = at < 0 ? -1 : attributes.Values[at];
            byValue[value] = byValue.GetValueOrDefault(value) + count;
        }
        return FacetCounting.ByName(byValue, value => value < 0 ? "" : fields.AttributeValues[value].Name);
    }

    /// <summary>Counts by labels and those above them; texts without any count as <c>""</c>.</summary>
    public FacetCount[] Count(Facet facet, Func<string, string?> above)
    {
        var (column, sets) = facet switch
        {
            Facet.Topic => ((Func<Segment, Codes>)(s => s.Topics), fields.Topics),
            Facet.Intent => (s => s.Intents, fields.Intents),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
        var (counts, none) = FacetCounting.ByLabel(parts, column, sets, Above(above));
        return FacetCounting.Sorted(Named(counts).Append(new FacetCount("", none)).Where(c => c.Count > 0));
    }

    /// <summary>Counts by the names of attributes; a text is in each of those it has.</summary>
    public FacetCount[] Attributes()
    {
        var counts = new Dictionary<int, int>();
        foreach (var (set, count) in FacetCounting.ByValue(parts, s => s.AttributeSets))
        {
            foreach (var name in fields.Attributes[set].Names)
            {
                counts[name] = counts.GetValueOrDefault(name) + count;
            }
        }
        // The same name may be written in several ways.
        return FacetCounting.Sorted(counts.GroupBy(c => fields.AttributeNames[c.Key].Canonical, StringComparer.Ordinal)
            .Select(same => new FacetCount(fields.AttributeNames[same.MaxBy(c => c.Value).Key].Name, same.Sum(c => c.Value))));
    }

    private FacetCount[] ByName(Func<Segment, Codes> column, Func<int, string> name) => FacetCounting.ByName(FacetCounting.ByValue(parts, column), name);

    private FacetCount[] ByLabel(Func<Segment, Codes> column, Interned<LabelSet> sets) =>
        FacetCounting.Sorted(Named(FacetCounting.ByLabel(parts, column, sets, Above(_ => null)).ByLabel).Where(c => c.Count > 0));

    private IEnumerable<FacetCount> Named(int[] byLabel) => byLabel.Select((count, label) => new FacetCount(fields.Labels[label].Name, count));

    /// <summary>The label above each by ordinals, or -1.</summary>
    private int[] Above(Func<string, string?> above)
    {
        var ordinals = new List<int>();
        for (var label = 0; label < fields.Labels.Count; label++)
        {
            ordinals.Add(above(fields.Labels[label].Name) is { } name ? fields.Labels.Of(name) : -1);
        }
        return [.. ordinals];
    }

    /// <summary>Counts by the first day of something.</summary>
    private FacetCount[] ByDay(Func<int, int> first, string format)
    {
        var byFirst = new SortedDictionary<int, int>();
        foreach (var (day, count) in FacetCounting.ByValue(parts, s => s.Days))
        {
            var start = first(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));
            byFirst[start] = byFirst.GetValueOrDefault(start) + count;
        }
        return [.. byFirst.Select(c => new FacetCount(DateOnly.FromDayNumber(c.Key).ToString(format, CultureInfo.InvariantCulture), c.Value))];
    }
}
