namespace Voc.Analysis.Retrieval;

/// <summary>A text as the index knows it. Valid as long as its snapshot.</summary>
public readonly struct IndexedText
{
    private readonly IndexSnapshot _snapshot;
    private readonly Segment _segment;
    private readonly int _at;

    internal IndexedText(IndexSnapshot snapshot, Segment segment, int at) => (_snapshot, _segment, _at) = (snapshot, segment, at);

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
    public string Source => _segment.Values.Sources[_segment.Sources[_at]];

    /// <summary>Name of the product, or null.</summary>
    public string? Product => _segment.Products[_at] is var product and > 0 ? _segment.Values.Products[product] : null;

    /// <summary>Customer segment, or null.</summary>
    public string? Segment => _segment.Segments[_at] is var segment and > 0 ? _segment.Values.Segments[segment] : null;

    /// <summary>Language.</summary>
    public string Language => _segment.Values.Languages[_segment.Languages[_at]];

    /// <summary>Topics; the same list for the same topics.</summary>
    public IReadOnlyList<string> Topics => _segment.Values.Topics[_segment.Topics[_at]].Names;

    /// <summary>Intents; the same list for the same intents.</summary>
    public IReadOnlyList<string> Intents => _segment.Values.Intents[_segment.Intents[_at]].Names;

    /// <summary>Terms in text order, by their ordinals in <see cref="IndexSnapshot.Vocabulary"/>.</summary>
    public ReadOnlySpan<int> Terms => _segment.Terms[_at];

    /// <summary>Opinions in text order, by the ordinals of their keys in <see cref="IndexSnapshot.Opinions"/>.</summary>
    public ReadOnlySpan<int> Opinions => _segment.Opinions[_at];

    /// <summary>A hash of the customer; 0 where the customer is not known.</summary>
    public ulong Customer => _segment.Customers[_at];

    /// <summary>The normalised text; empty before texts are there, see <see cref="IndexSnapshot.HasTexts"/>.</summary>
    public ReadOnlySpan<char> Text => _segment.Texts is { } texts ? texts[_at] : default;

    /// <summary>One of the customer's own scores such as <c>nps</c>, or null.</summary>
    public double? CustomerScore(string name)
    {
        foreach (var (known, value) in _segment.Values.Scores[_segment.ScoreSets[_at]])
        {
            if (known == name)
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name)
    {
        var values = _segment.Values;
        foreach (var (known, value) in values.Attributes[_segment.AttributeSets[_at]].Pairs)
        {
            if (values.AttributeNames[known] == name)
            {
                return values.AttributeValues[value];
            }
        }
        return null;
    }
}
