namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// A column of a segment: for each text a code, and for each code the value. A segment has no more values than texts, so 16 bits
/// always do; what is asked of a value is decided once for all texts that have it.
/// </summary>
internal sealed class Codes
{
    private int[]? _totals;

    internal Codes(ushort[] texts, int[] values) => (Texts, Values) = (texts, values);

    /// <summary>The code of each text.</summary>
    public ushort[] Texts { get; }

    /// <summary>The value of each code.</summary>
    public int[] Values { get; }

    /// <summary>The value of a text.</summary>
    public int this[int text] => Values[Texts[text]];

    /// <summary>How many texts have each code.</summary>
    public int[] Totals()
    {
        if (Volatile.Read(ref _totals) is { } known)
        {
            return known;
        }
        var totals = new int[Values.Length];
        foreach (var code in Texts)
        {
            totals[code]++;
        }
        Volatile.Write(ref _totals, totals);
        return totals;
    }

    /// <summary>Makes the column of the values of a segment's texts.</summary>
    public static Codes Of(ReadOnlySpan<int> values)
    {
        var codes = new Dictionary<int, ushort>();
        var distinct = new List<int>();
        var texts = new ushort[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0 && values[i] == values[i - 1])
            {
                texts[i] = texts[i - 1];
            }
            else if (!codes.TryGetValue(values[i], out texts[i]))
            {
                texts[i] = (ushort)distinct.Count;
                codes.Add(values[i], texts[i]);
                distinct.Add(values[i]);
            }
        }
        return new Codes(texts, [.. distinct]);
    }
}
