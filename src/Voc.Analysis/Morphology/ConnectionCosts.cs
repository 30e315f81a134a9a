namespace Voc.Analysis.Morphology;

/// <summary>What it costs that a word follows another, by the right context of the first and the left context of the second.</summary>
internal sealed class ConnectionCosts
{
    private readonly short[] _byLeftContext;
    private readonly int _rightContexts;

    private ConnectionCosts(short[] byLeftContext, int rightContexts, int leftContexts)
    {
        (_byLeftContext, _rightContexts, LeftContexts) = (byLeftContext, rightContexts, leftContexts);
    }

    /// <summary>Number of left contexts a word can have.</summary>
    public int LeftContexts { get; }

    /// <summary>Number of right contexts a word can have.</summary>
    public int RightContexts => _rightContexts;

    /// <summary>Reads <c>cc</c>: both numbers of contexts, then the costs row by row of right contexts.</summary>
    public static ConnectionCosts Load(DictionaryFiles files)
    {
        var values = files.Values<short>("cc");
        var (rights, lefts) = values.Length < 2 ? (0, 0) : ((int)values[0], (int)values[1]);
        if (rights <= 0 || lefts <= 0 || values.Length - 2 < rights * lefts)
        {
            throw files.Unusable("cc");
        }

        // Turned round, because the search asks for all predecessors of one word: they then share a row that stays in the cache.
        var turned = new short[rights * lefts];
        for (var right = 0; right < rights; right++)
        {
            for (var left = 0; left < lefts; left++)
            {
                turned[(left * rights) + right] = values[2 + (right * lefts) + left];
            }
        }

        return new ConnectionCosts(turned, rights, lefts);
    }

    /// <summary>The costs of a word after every right context.</summary>
    public ReadOnlySpan<short> Before(int leftContext) => _byLeftContext.AsSpan(leftContext * _rightContexts, _rightContexts);
}
