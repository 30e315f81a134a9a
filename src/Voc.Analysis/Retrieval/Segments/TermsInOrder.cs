namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// The terms of a vocabulary in the order of their UTF-8, to find those that begin alike. The newest are looked through until there
/// are many; then they are sorted in. Safe for any number of threads.
/// </summary>
internal sealed class TermsInOrder(Vocabulary vocabulary)
{
    private const int MostUnsorted = 8192;

    private readonly Lock _sorting = new();
    private int[] _sorted = [];

    /// <summary>The ordinals of all terms that begin like this, in any order.</summary>
    public IReadOnlyList<int> WithPrefix(ReadOnlySpan<byte> prefix)
    {
        var sorted = Sorted();
        var first = Count(sorted, prefix, orBegin: false);
        var found = new List<int>();
        found.AddRange(sorted.AsSpan(first..Count(sorted, prefix, orBegin: true)));
        for (var ordinal = sorted.Length; ordinal < vocabulary.Count; ordinal++)
        {
            if (vocabulary.Utf8(ordinal).StartsWith(prefix))
            {
                found.Add(ordinal);
            }
        }
        return found;
    }

    /// <summary>How many terms come before a prefix or, if wanted, begin with it.</summary>
    private int Count(int[] sorted, ReadOnlySpan<byte> prefix, bool orBegin)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var term = vocabulary.Utf8(sorted[middle]);
            var isBefore = term.SequenceCompareTo(prefix) < 0 || (orBegin && term.StartsWith(prefix));
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>All terms in order but the newest, which have the highest ordinals.</summary>
    public int[] Sorted()
    {
        lock (_sorting)
        {
            var count = vocabulary.Count;
            if (count - _sorted.Length > MostUnsorted)
            {
                int[] added = [.. Enumerable.Range(_sorted.Length, count - _sorted.Length)];
                Array.Sort(added, Compare);
                _sorted = Merged(_sorted, added);
            }
            return _sorted;
        }
    }

    private int[] Merged(int[] known, int[] added)
    {
        var merged = new int[known.Length + added.Length];
        for (int at = 0, k = 0, a = 0; at < merged.Length; at++)
        {
            var isKnown = a == added.Length || (k < known.Length && Compare(known[k], added[a]) < 0);
            merged[at] = isKnown ? known[k++] : added[a++];
        }
        return merged;
    }

    private int Compare(int a, int b) => vocabulary.Utf8(a).SequenceCompareTo(vocabulary.Utf8(b));
}
