namespace Voc.Analysis.Retrieval;

/// <summary>Tells the words of texts: what is several terms is one word. One thread.</summary>
/// <param name="parts">Whether the terms of such words count as words of their own too.</param>
public sealed class TextWords(bool parts = false)
{
    private int[] _words = new int[64];

    /// <summary>Whether the terms of words count too, so that what is counted is what a search for the term finds.</summary>
    public bool Parts => parts;

    /// <summary>The words of a text in text order, by their ordinals; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(in IndexedText text)
    {
        var terms = text.Terms;
        var compounds = text.Compounds;
        if (compounds.IsEmpty)
        {
            return terms;
        }
        if (_words.Length < terms.Length + compounds.Length)
        {
            _words = new int[2 * (terms.Length + compounds.Length)];
        }
        var (at, count) = (0, 0);
        foreach (ref readonly var compound in compounds)
        {
            count = Take(terms[at..compound.First], count);
            at = parts ? compound.First : compound.End;
            if (!parts || terms[compound.First] != compound.Word)
            {
                _words[count++] = compound.Word;
            }
        }
        return _words.AsSpan(0, Take(terms[at..], count));
    }

    private int Take(ReadOnlySpan<int> terms, int count)
    {
        terms.CopyTo(_words.AsSpan(count));
        return count + terms.Length;
    }
}
