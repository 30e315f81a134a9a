using Voc.Analysis.Retrieval.Segments;
using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Makes conditions on fields.</summary>
internal sealed class FieldCriteria(FieldValues fields)
{
    /// <summary>A field with a value, which is compared without width, case and space. Texts without the field do not match.</summary>
    public Criterion Build(FieldMatch match)
    {
        var wanted = new Wanted(FieldValue.CanonicalOf(match.Value), match.Prefix);
        return match.Field switch
        {
            QueryField.Channel => new ColumnCriterion(s => s.Channels, channel => wanted.Is(((Channel)channel).Name())),
            QueryField.Sentiment => new ColumnCriterion(s => s.Sentiments, sentiment => wanted.Is(((SentimentLabel)sentiment).Name())),
            QueryField.Source => new ColumnCriterion(s => s.Sources, source => wanted.Is(fields.Sources[source])),
            QueryField.Product => new ColumnCriterion(s => s.Products, product => product > 0 && wanted.Is(fields.Products[product])),
            QueryField.Segment => new ColumnCriterion(s => s.CustomerSegments, segment => segment > 0 && wanted.Is(fields.CustomerSegments[segment])),
            QueryField.Language => new ColumnCriterion(s => s.Languages, language => wanted.Is(fields.Languages[language])),
            QueryField.Topic => new ColumnCriterion(s => s.Topics, topics => fields.Topics[topics].Ordinals.Any(label => wanted.Is(fields.Labels[label]))),
            QueryField.Intent => new ColumnCriterion(s => s.Intents, intents => fields.Intents[intents].Ordinals.Any(label => wanted.Is(fields.Labels[label]))),
            QueryField.Customer => new CustomerCriterion(match.Prefix ? CustomerKey.StartingWith(wanted.Canonical) : Is(CustomerKey.Of(wanted.Canonical))),
            QueryField.Attribute => Attribute(match),
            _ => throw new ArgumentException($"The index has no values of {match.Field.Name()}.", nameof(match)),
        };
    }

    /// <summary>A field of numbers within bounds.</summary>
    public Criterion Build(RangeMatch match)
    {
        var name = match.Field.Name();
        return match.Field switch
        {
            QueryField.Date => new ColumnCriterion(s => s.Days, day => IsWithin(match, day)),
            QueryField.Score => new ScoreCriterion(score => IsWithin(match, score)),
            _ => new ColumnCriterion(s => s.ScoreSets, scores => fields.Scores[scores][name] is { } score && IsWithin(match, score)),
        };
    }

    private static Func<ulong, bool> Is(ulong wanted) => customer => customer == wanted && wanted != 0;

    private static bool IsWithin(RangeMatch match, double number) =>
        (match.From is not { } from || (match.FromIncluded ? number >= from : number > from))
        && (match.To is not { } to || (match.ToIncluded ? number <= to : number < to));

    /// <summary>An attribute, given as <c>name=value</c>.</summary>
    private ColumnCriterion Attribute(FieldMatch match)
    {
        var divider = match.Value.IndexOf('=', StringComparison.Ordinal);
        var name = FieldValue.CanonicalOf(divider < 0 ? match.Value : match.Value[..divider]);
        var wanted = new Wanted(divider < 0 ? "" : FieldValue.CanonicalOf(match.Value[(divider + 1)..]), match.Prefix);
        return new ColumnCriterion(s => s.AttributeSets, set => Has(fields.Attributes[set], name, wanted));
    }

    private bool Has(AttributeSet attributes, string name, Wanted wanted)
    {
        for (var i = 0; i < attributes.Names.Length; i++)
        {
            if (fields.AttributeNames[attributes.Names[i]].Canonical == name)
            {
                return wanted.Is(fields.AttributeValues[attributes.Values[i]]);
            }
        }
        return false;
    }

    private sealed record Wanted(string Canonical, bool Prefix)
    {
        public bool Is(FieldValue value) => Is(value.Canonical);

        public bool Is(string canonical) => Prefix ? canonical.StartsWith(Canonical, StringComparison.Ordinal) : canonical == Canonical;
    }
}
