using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval;

/// <summary>A text as the index knows it. Valid as long as its snapshot.</summary>
public readonly struct IndexedText
{
    private readonly Segment _segment;
    private readonly int _at;

    internal IndexedText(Segment segment, int at) => (_segment, _at) = (segment, at);

    /// <summary>Identifier.</summary>
    public long Id => _segment.Ids[_at];

    /// <summary>Day number of the day it was said.</summary>
    public int Day => _segment.Days[_at];

    /// <summary>Where it was said.</summary>
    public Channel Channel => (Channel)_segment.Channels[_at];

    /// <summary>Sentiment of the whole.</summary>
    public SentimentLabel Sentiment => (SentimentLabel)_segment.Sentiments[_at];

    /// <summary>Score of the sentiment, -1 to 1.</summary>
    public double Score => _segment.Scores[_at] / Scale.Score;

    /// <summary>Name of the source.</summary>
    public string Source => Fields.Sources[_segment.Sources[_at]].Name;

    /// <summary>Name of the product, or null.</summary>
    public string? Product => _segment.Products[_at] is var product and > 0 ? Fields.Products[product].Name : null;

    /// <summary>Customer segment, or null.</summary>
    public string? Segment => _segment.CustomerSegments[_at] is var segment and > 0 ? Fields.CustomerSegments[segment].Name : null;

    /// <summary>Language.</summary>
    public string Language => Fields.Languages[_segment.Languages[_at]].Name;

    /// <summary>Topics; the same list for the same topics.</summary>
    public IReadOnlyList<string> Topics => Fields.Topics[_segment.Topics[_at]].Names;

    /// <summary>Intents; the same list for the same intents.</summary>
    public IReadOnlyList<string> Intents => Fields.Intents[_segment.Intents[_at]].Names;

    /// <summary>Terms in text order, by their ordinals in <see cref="IndexSnapshot.Vocabulary"/>.</summary>
    public ReadOnlySpan<int> Terms => _segment.Terms[_at];

    /// <summary>The words that are several of the terms, in text order.</summary>
    internal ReadOnlySpan<Compound> Compounds => _segment.Compounds[_at];

    /// <summary>Opinions in text order, by the ordinals of their keys in <see cref="IndexSnapshot.Opinions"/>.</summary>
    public ReadOnlySpan<int> Opinions => _segment.Opinions[_at];

    /// <summary>A hash of the customer; 0 where the customer is not known.</summary>
    public ulong Customer => _segment.Customers[_at];

    /// <summary>The same for texts that say the same in nearly the same words; 0 where there is nothing to compare.</summary>
    public long Wording => _segment.Wordings[_at];

    /// <summary>The normalised text; empty before texts are there, see <see cref="IndexSnapshot.HasTexts"/>.</summary>
    public ReadOnlySpan<char> Text => _segment.Texts is { } texts ? texts[_at] : default;

    private FieldValues Fields => _segment.Tables.Fields;

    /// <summary>One of the customer's own scores such as <c>nps</c>, or null.</summary>
    public double? CustomerScore(string name) => Fields.Scores[_segment.ScoreSets[_at]][FieldValue.CanonicalOf(name)];

    /// <summary>The value of an attribute, or null. Width and case of its name make no difference.</summary>
    public string? Attribute(string name)
    {
        var canonical = FieldValue.CanonicalOf(name);
        var attributes = Fields.Attributes[_segment.AttributeSets[_at]];
        for (var i = 0; i < attributes.Names.Length; i++)
        {
            if (Fields.AttributeNames[attributes.Names[i]].Canonical == canonical)
            {
                return Fields.AttributeValues[attributes.Values[i]].Name;
            }
        }
        return null;
    }
}
