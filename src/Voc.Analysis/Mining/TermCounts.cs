namespace Voc.Analysis.Mining;

/// <summary>Counts the terms of texts, by ordinal: in how many texts, how often, and in texts of which sentiment. One thread.</summary>
/// <param name="vocabulary">Number of terms there are; ordinals are below it.</param>
public sealed class TermCounts(int vocabulary)
{
    private readonly int[] _texts = new int[vocabulary];
    private readonly int[] _occurrences = new int[vocabulary];
    private readonly int[] _positive = new int[vocabulary];
    private readonly int[] _negative = new int[vocabulary];
    private readonly int[] _seen = new int[vocabulary];

    /// <summary>Texts counted.</summary>
    public int Total { get; private set; }

    /// <summary>Terms counted, repeated ones as often as they occur.</summary>
    public long Running { get; private set; }

    /// <summary>Texts that hold each term.</summary>
    public ReadOnlySpan<int> Texts => _texts;

    /// <summary>Counts a text.</summary>
    /// <param name="terms">Its terms, repeated as they occur.</param>
    /// <param name="sentiment">Its sentiment.</param>
    public void Add(ReadOnlySpan<int> terms, SentimentLabel sentiment)
    {
        var text = ++Total;
        Running += terms.Length;
        var byLabel = sentiment switch { SentimentLabel.Positive => _positive, SentimentLabel.Negative => _negative, _ => null };
        foreach (var term in terms)
        {
            _occurrences[term]++;
            if (_seen[term] != text)
            {
                _seen[term] = text;
                _texts[term]++;
                if (byLabel is not null)
                {
                    byLabel[term]++;
                }
            }
        }
    }

    /// <summary>What was counted of a term.</summary>
    public TermCount Of(int term) => new(term, _texts[term], _occurrences[term], _positive[term], _negative[term]);

    /// <summary>Terms in at least so many texts, in no order.</summary>
    /// <param name="texts">At least 1.</param>
    public IEnumerable<TermCount> AtLeast(int texts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(texts, 1);
        for (var term = 0; term < _texts.Length; term++)
        {
            if (_texts[term] >= texts)
            {
                yield return Of(term);
            }
        }
    }
}

/// <summary>How often a term occurs.</summary>
/// <param name="Term">Its ordinal.</param>
/// <param name="Texts">Texts that hold it.</param>
/// <param name="Occurrences">How often it occurs in them.</param>
/// <param name="Positive">Positive texts that hold it.</param>
/// <param name="Negative">Negative texts that hold it.</param>
public readonly record struct TermCount(int Term, int Texts, int Occurrences, int Positive, int Negative)
{
    /// <summary>Texts that hold it and are neither positive nor negative.</summary>
    public int Neutral => Texts - Positive - Negative;
}
