using System.Runtime.InteropServices;

namespace Voc.Analysis.Spelling;

/// <summary>
/// The terms of an archive by their key. Terms are numbered from 0 and only added, as those of a vocabulary; it takes in those
/// that came since whenever it is asked, so that the first question, or <see cref="CatchUp"/> before it, goes through all of them
/// (two seconds for a few hundred thousand). Safe for any number of threads.
/// </summary>
/// <param name="keys">Makes the keys.</param>
/// <param name="count">How many terms there are now.</param>
/// <param name="term">The term of a number.</param>
public sealed class VariantLookup(VariantKeys keys, Func<int> count, Func<int, string> term)
{
    private readonly Lock _lock = new();

    /// <summary>By the hash of the key, which is all that is kept of it: hundreds of thousands of keys would be many megabytes.</summary>
    private readonly Dictionary<int, int> _last = [];

    /// <summary>For each term the one before it with the same key, or -1.</summary>
    private readonly List<int> _before = [];

    /// <summary>Takes in the terms that came since.</summary>
    public void CatchUp()
    {
        lock (_lock)
        {
            var end = count();
            for (var ordinal = _before.Count; ordinal < end; ordinal++)
            {
                Add(ordinal);
            }
        }
    }

    /// <summary>The terms that are other spellings of a word, the earliest known first.</summary>
    public IReadOnlyList<string> Find(string word)
    {
        CatchUp();
        if (keys.KeyOf(word) is not { } key)
        {
            return [];
        }
        var found = new List<string>();
        foreach (var ordinal in Chain(Hash(key)))
        {
            var other = term(ordinal);
            if (other != word && keys.KeyOf(other) == key && keys.AreVariants(word, other))
            {
                found.Add(other);
            }
        }
        found.Reverse();
        return found;
    }

    private List<int> Chain(int hash)
    {
        lock (_lock)
        {
            var chain = new List<int>();
            for (var ordinal = _last.GetValueOrDefault(hash, -1); ordinal >= 0; ordinal = _before[ordinal])
            {
                chain.Add(ordinal);
            }
            return chain;
        }
    }

    private void Add(int ordinal)
    {
        if (keys.KeyOf(term(ordinal)) is not { } key)
        {
            _before.Add(-1);
            return;
        }
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, Hash(key), out var known);
        _before.Add(known ? last : -1);
        last = ordinal;
    }

    private static int Hash(string key) => string.GetHashCode(key, StringComparison.Ordinal);
}
