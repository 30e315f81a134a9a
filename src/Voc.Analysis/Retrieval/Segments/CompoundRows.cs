namespace Voc.Analysis.Retrieval.Segments;

/// <summary>For each text the words that are several of its terms, in text order and apart from each other.</summary>
/// <param name="Starts">Where those of a text begin; one more at the end.</param>
/// <param name="Items">All of them.</param>
internal sealed record CompoundRows(int[] Starts, Compound[] Items)
{
    public ReadOnlySpan<Compound> this[int text] => Items.AsSpan(Starts[text], Starts[text + 1] - Starts[text]);

    /// <summary>Whether a term stands in a text as a word of its own, not only as a part of others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="term">The term or word.</param>
    public bool HasWord(int text, ReadOnlySpan<int> terms, int term)
    {
        var compounds = this[text];
        foreach (ref readonly var compound in compounds)
        {
            if (compound.Word == term)
            {
                return true;
            }
        }
        var from = 0;
        foreach (ref readonly var compound in compounds)
        {
            if (terms[from..compound.First].Contains(term))
            {
                return true;
            }
            from = compound.End;
        }
        return terms[from..].Contains(term);
    }

    /// <summary>How often a word of several terms stands in a text where it is not itself one of them, so that it is not counted among the terms.</summary>
    public int Extra(int text, ReadOnlySpan<int> terms, int word)
    {
        var count = 0;
        foreach (ref readonly var compound in this[text])
        {
            count += compound.Word == word && terms[compound.First] != word ? 1 : 0;
        }
        return count;
    }

    /// <summary>The terms of each text, and behind them its words of several terms that are not themselves among these.</summary>
    public Rows With(Rows terms)
    {
        if (Items.Length == 0)
        {
            return terms;
        }
        var (starts, items) = (new int[terms.Starts.Length], new List<int>(terms.Items.Length + Items.Length));
        for (var text = 0; text < terms.Count; text++)
        {
            var own = terms[text];
            items.AddRange(own);
            foreach (ref readonly var compound in this[text])
            {
                if (own[compound.First] != compound.Word)
                {
                    items.Add(compound.Word);
                }
            }
            starts[text + 1] = items.Count;
        }
        return new Rows(starts, [.. items]);
    }
}
