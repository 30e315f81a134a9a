namespace Voc.Analysis.Mining;

/// <summary>Some terms of a vocabulary, each at a place of its own, and which of them a text holds. One thread.</summary>
public sealed class ChosenTerms
{
    private readonly int[] _places;
    private readonly int[] _seen;
    private readonly int[] _found;
    private int _text;

    /// <summary>Chooses terms.</summary>
    /// <param name="terms">Their ordinals, each once; their order is that of the places.</param>
    /// <param name="vocabulary">Number of terms there are.</param>
    public ChosenTerms(IReadOnlyList<int> terms, int vocabulary)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (_places, _seen, _found) = (new int[vocabulary], new int[terms.Count], new int[terms.Count]);
        for (var place = 0; place < terms.Count; place++)
        {
            _places[terms[place]] = place + 1;
        }
    }

    /// <summary>How many were chosen.</summary>
    public int Count => _seen.Length;

    /// <summary>The places of the chosen terms in a text, each once, in the order of their first occurrence; valid until the next call.</summary>
    public ReadOnlySpan<int> In(ReadOnlySpan<int> terms)
    {
        _text++;
        var count = 0;
        foreach (var term in terms)
        {
            var place = _places[term] - 1;
            if (place >= 0 && _seen[place] != _text)
            {
                _seen[place] = _text;
                _found[count++] = place;
            }
        }
        return _found.AsSpan(0, count);
    }
}
