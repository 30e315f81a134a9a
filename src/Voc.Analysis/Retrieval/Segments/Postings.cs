namespace Voc.Analysis.Retrieval.Segments;

/// <summary>For each term of a segment the texts it occurs in, ascending, and how often it does.</summary>
/// <param name="Terms">The terms' ordinals, ascending.</param>
/// <param name="Starts">Where the texts of a term begin; one more at the end.</param>
/// <param name="Texts">The texts of all terms.</param>
/// <param name="Frequencies">How often the term occurs in the text; 255 stands for more, too.</param>
internal sealed record Postings(int[] Terms, int[] Starts, ushort[] Texts, byte[] Frequencies)
{
    /// <summary>Where a term is, or -1.</summary>
    public int IndexOf(int term)
    {
        var at = Terms.AsSpan().BinarySearch(term);
        return at < 0 ? -1 : at;
    }

    /// <summary>How many texts a term is in, by its index.</summary>
    public int Count(int index) => Starts[index + 1] - Starts[index];

    /// <summary>The texts of a term, by its index.</summary>
    public ReadOnlySpan<ushort> TextsOf(int index) => Texts.AsSpan(Starts[index], Count(index));

    /// <summary>The stretch of a term's texts that lie in a range.</summary>
    /// <param name="index">The term's index.</param>
    /// <param name="from">First text.</param>
    /// <param name="to">Text behind the last.</param>
    public Range Within(int index, int from, int to)
    {
        var (start, end) = (Starts[index], Starts[index + 1]);
        if (from > 0)
        {
            start += AtLeast(Texts.AsSpan(start, end - start), from);
        }
        if (end > start && Texts[end - 1] >= to)
        {
            end = start + AtLeast(Texts.AsSpan(start, end - start), to);
        }
        return start..end;
    }

    /// <summary>How many texts of an ascending list come before a text.</summary>
    public static int AtLeast(ReadOnlySpan<ushort> texts, int text)
    {
        var (low, high) = (0, texts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (texts[middle] < text)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
