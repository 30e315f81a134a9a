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
        Facet.Month => ByDay(day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        Facet.Week => ByDay(day => Iso(day.AddDays(-(day.DayNumber % 7)))),
        Facet.Day => ByDay(Iso),
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

    private FacetCount[] ByName(Func<Segment, Codes> column, Func<int, string> name) => FacetCounting.ByName(FacetCounting.ByValue(parts, column), name);

    private FacetCount[] ByLabel(Func<Segment, Codes> column, Interned<LabelSet> sets)
    {
        var labels = new Dictionary<int, int>();
        foreach (var (set, count) in FacetCounting.ByValue(parts, column))
        {
            foreach (var label in sets[set].Ordinals)
            {
                labels[label] = labels.GetValueOrDefault(label) + count;
            }
        }
        return FacetCounting.ByName(labels, label => fields.Labels[label].Name);
    }

    private FacetCount[] ByDay(Func<DateOnly, string> name) => FacetCounting.InOrder(
        FacetCounting.ByValue(parts, s => s.Days), day => name(DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber))));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
