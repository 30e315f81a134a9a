namespace Voc.Analysis.Retrieval.Segments;

/// <summary>The distinct opinions by the ordinals of their keys, and what they are about. Safe for any number of threads.</summary>
internal sealed class OpinionTable
{
    private readonly Lock _adding = new();
    private readonly Vocabulary _words = new();
    private Known[] _known = [];

    /// <summary>Keys of opinions.</summary>
    public Vocabulary Keys { get; } = new();

    /// <summary>The ordinal of an opinion's key, or -1 for what is no key.</summary>
    public int Add(ReadOnlySpan<byte> key)
    {
        var ordinal = Keys.Find(key);
        return ordinal >= 0 ? ordinal : AddNew(key);
    }

    /// <summary>The ordinals of the opinions that are like this. What is null may be anything; an empty target is one that is left out.</summary>
    public int[] Find(string? target, string? expression, int? polarity)
    {
        var found = new List<int>();
        // What is left out is known as -1, as is a word that is not there.
        var (about, said) = (string.IsNullOrEmpty(target) ? -1 : _words.Find(target), expression is null ? -1 : _words.Find(expression));
        if ((string.IsNullOrEmpty(target) || about >= 0) && (expression is null || said >= 0))
        {
            var count = Keys.Count;
            var known = Volatile.Read(ref _known);
            for (var i = 0; i < count; i++)
            {
                if ((target is null || known[i].Target == about) && (expression is null || known[i].Expression == said) && (polarity is null || known[i].Polarity == polarity))
                {
                    found.Add(i);
                }
            }
        }
        return [.. found];
    }

    private int AddNew(ReadOnlySpan<byte> key)
    {
        if (!OpinionPair.TryParse(System.Text.Encoding.UTF8.GetString(key), out var pair))
        {
            return -1;
        }
        var known = new Known(pair.Target is { } target ? Word(target) : -1, Word(pair.Expression), pair.Polarity);
        using var adding = _adding.EnterScope();
        if (Keys.Find(key) is var ordinal && ordinal >= 0)
        {
            return ordinal;
        }
        if (Keys.Count == _known.Length)
        {
            Known[] larger = [.. _known, .. new Known[Math.Max(64, _known.Length)]];
            Volatile.Write(ref _known, larger);
        }
        _known[Keys.Count] = known;
        return Keys.Add(key);
    }

    private int Word(string word) => _words.Add(System.Text.Encoding.UTF8.GetBytes(word));

    private readonly record struct Known(int Target, int Expression, int Polarity);
}
