using System.Buffers;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Turns lists of terms by text into lists of texts by term, by counting. Terms get an index of their own in the segment through a
/// sparse set (Briggs and Torczon, 1993), which needs no clearing.
/// </summary>
internal sealed class PostingsBuilder
{
    private readonly Rows _rows;
    private readonly List<int> _terms = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _last = [];

    private PostingsBuilder(Rows rows) => _rows = rows;

    /// <summary>Makes the postings of rows.</summary>
    /// <param name="rows">The terms of each text.</param>
    /// <param name="vocabulary">How many terms there may be.</param>
    /// <param name="distinct">Is told of each text and each of its terms once, in order of texts.</param>
    public static Postings Build(Rows rows, int vocabulary, Action<int, int>? distinct = null)
    {
        var sparse = ArrayPool<int>.Shared.Rent(vocabulary);
        var indexes = ArrayPool<int>.Shared.Rent(rows.Items.Length);
        try
        {
            return new PostingsBuilder(rows).Build(sparse, indexes, distinct);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(indexes);
            ArrayPool<int>.Shared.Return(sparse);
        }
    }

    private Postings Build(int[] sparse, int[] indexes, Action<int, int>? distinct)
    {
        for (var text = 0; text < _rows.Starts.Length - 1; text++)
        {
            for (var i = _rows.Starts[text]; i < _rows.Starts[text + 1]; i++)
            {
                var index = indexes[i] = IndexOf(sparse, _rows.Items[i]);
                if (_last[index] != text)
                {
                    _last[index] = text;
                    _counts[index]++;
                    distinct?.Invoke(text, _rows.Items[i]);
                }
            }
        }
        return Place(indexes);
    }

    private int IndexOf(int[] sparse, int term)
    {
        var index = sparse[term];
        if ((uint)index < (uint)_terms.Count && _terms[index] == term)
        {
            return index;
        }
        index = sparse[term] = _terms.Count;
        _terms.Add(term);
        _counts.Add(0);
        _last.Add(-1);
        return index;
    }

    private Postings Place(int[] indexes)
    {
        int[] terms = [.. _terms];
        var order = new int[terms.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        Array.Sort(terms, order);
        var starts = new int[terms.Length + 1];
        var next = new int[terms.Length];
        for (var i = 0; i < order.Length; i++)
        {
            next[order[i]] = starts[i];
            starts[i + 1] = starts[i] + _counts[order[i]];
        }
        var texts = new ushort[starts[^1]];
        var frequencies = new byte[starts[^1]];
        for (var text = 0; text < _rows.Starts.Length - 1; text++)
        {
            for (var i = _rows.Starts[text]; i < _rows.Starts[text + 1]; i++)
            {
                Put(texts, frequencies, next, indexes[i], text);
            }
        }
        return new Postings(terms, starts, texts, frequencies);
    }

    // The first pass left positive texts in _last, so this one marks with their complements.
    private void Put(ushort[] texts, byte[] frequencies, int[] next, int index, int text)
    {
        var at = next[index] - 1;
        if (_last[index] == ~text)
        {
            frequencies[at] = (byte)Math.Min(byte.MaxValue, frequencies[at] + 1);
            return;
        }
        _last[index] = ~text;
        next[index]++;
        texts[at + 1] = (ushort)text;
        frequencies[at + 1] = 1;
    }
}
