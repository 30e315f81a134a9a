namespace Voc.Analysis.Mining;

/// <summary>Counts the terms of texts, by ordinal: in how many texts, how often, and in texts of which sentiment. One thread.</summary>
/// <param name="vocabulary">Number of terms there are; ordinals are below it.</param>
public sealed class TermCounts(int vocabulary)
{
    // Side by side, so that a term touches one line of the cache and not five.
    private readonly Cell[] _cells = new Cell[vocabulary];

    /// <summary>Texts counted.</summary>
    public int Total { get; private set; }

    /// <summary>Terms counted, repeated ones as often as they occur.</summary>
    public long Running { get; private set; }

    /// <summary>Different terms counted.</summary>
    public int Distinct { get; private set; }

    /// <summary>How many terms there are; ordinals are below it.</summary>
    public int Vocabulary => _cells.Length;

    /// <summary>Counts a text.</summary>
    /// <param name="terms">Its terms, repeated as they occur.</param>
    /// <param name="sentiment">Its sentiment.</param>
    public void Add(ReadOnlySpan<int> terms, SentimentLabel sentiment)
    {
        var text = ++Total;
        Running += terms.Length;
        var (positive, negative) = (sentiment == SentimentLabel.Positive ? 1 : 0, sentiment == SentimentLabel.Negative ? 1 : 0);
        foreach (var term in terms)
        {
            ref var cell = ref _cells[term];
            cell.Occurrences++;
            if (cell.Seen != text)
            {
                cell.Seen = text;
                Distinct += cell.Texts == 0 ? 1 : 0;
                cell.Texts++;
                cell.Positive += positive;
                cell.Negative += negative;
            }
        }
    }

    /// <summary>How many texts hold a term.</summary>
    public int TextsWith(int term) => _cells[term].Texts;

    /// <summary>What was counted of a term.</summary>
    public TermCount Of(int term)
    {
        ref readonly var cell = ref _cells[term];
        return new TermCount(term, cell.Texts, cell.Occurrences, cell.Positive, cell.Negative);
    }

    /// <summary>Terms in at least so many texts, in no order.</summary>
    /// <param name="texts">At least 1.</param>
    public IEnumerable<TermCount> AtLeast(int texts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(texts, 1);
        for (var term = 0; term < _cells.Length; term++)
        {
            if (_cells[term].Texts >= texts)
            {
                yield return Of(term);
            }
        }
    }

    private struct Cell
    {
        public int Seen;
        public int Texts;
        public int Occurrences;
        public int Positive;
        public int Negative;
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
