namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Tells the terms that stand in a text only as parts of words, as 炊飯 does where there is nothing but 炊飯器.</summary>
internal static class PartsOnly
{
    /// <summary>Counts for each of the postings the texts in which it is only a part.</summary>
    public static int[] Count(Rows terms, CompoundRows compounds, Postings postings)
    {
        var counts = new int[postings.Terms.Length];
        if (compounds.Items.Length == 0)
        {
            return counts;
        }
        var found = new List<int>();
        for (var text = 0; text < terms.Count; text++)
        {
            Of(terms[text], compounds, text, found);
            foreach (var term in found)
            {
                counts[postings.IndexOf(term)]++;
            }
        }
        return counts;
    }

    /// <summary>The terms that are only parts in a text, each once.</summary>
    /// <param name="terms">The text's terms.</param>
    /// <param name="compounds">The words of all texts that are several terms.</param>
    /// <param name="text">The text.</param>
    /// <param name="found">Is cleared, then receives them.</param>
    public static void Of(ReadOnlySpan<int> terms, CompoundRows compounds, int text, List<int> found)
    {
        found.Clear();
        foreach (ref readonly var compound in compounds[text])
        {
            foreach (var part in terms[compound.First..compound.End])
            {
                if (!found.Contains(part) && !compounds.HasWord(text, terms, part))
                {
                    found.Add(part);
                }
            }
        }
    }
}
