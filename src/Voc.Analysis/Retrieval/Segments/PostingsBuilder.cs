using System.Buffers;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Turns lists of terms by text into lists of texts by term, by counting. Terms get an index of their own in the segment through a
/// sparse set (Briggs and Torczon, 1993), which needs no clearing.
/// </summary>
internal ref struct PostingsBuilder
{
    private const int MostPooled = 1 << 20;

    private readonly Rows _rows;
    private readonly Span<int> _sparse;
    private readonly Span<int> _indexes;
    private readonly Span<int> _terms;
    private readonly Span<int> _counts;
    private readonly Span<int> _last;
    private int _distinct;

    private PostingsBuilder(Rows rows, int vocabulary, int[] scratch)
    {
        _rows = rows;
        var most = Math.Min(rows.Items.Length, vocabulary);
        _sparse = scratch.AsSpan(0, vocabulary);
        _indexes = scratch.AsSpan(vocabulary, rows.Items.Length);
        _terms = scratch.AsSpan(vocabulary + rows.Items.Length, most);
        _counts = scratch.AsSpan(vocabulary + rows.Items.Length + most, most);
        _last = scratch.AsSpan(vocabulary + rows.Items.Length + (2 * most), most);
    }

    /// <summary>Makes the postings of rows.</summary>
    /// <param name="rows">The terms of each text.</param>
    /// <param name="vocabulary">How many terms there may be.</param>
    public static Postings Build(Rows rows, int vocabulary)
    {
        var length = vocabulary + rows.Items.Length + (3 * Math.Min(rows.Items.Length, vocabulary));
        // The pool would keep what only the largest segments need.
        var scratch = length > MostPooled ? new int[length] : ArrayPool<int>.Shared.Rent(length);
        var builder = new PostingsBuilder(rows, vocabulary, scratch);
        builder.Count();
        var postings = builder.Place();
        if (length <= MostPooled)
        {
            ArrayPool<int>.Shared.Return(scratch);
        }
        return postings;
    }

    /// <summary>Counts in how many texts each term is.</summary>
    private void Count()
    {
        for (var text = 0; text < _rows.Count; text++)
        {
            for (var i = _rows.Starts[text]; i < _rows.Starts[text + 1]; i++)
            {
                var index = _indexes[i] = IndexOf(_rows.Items[i]);
                if (_last[index] != text)
                {
                    _last[index] = text;
                    _counts[index]++;
                }
            }
        }
    }

    private int IndexOf(int term)
    {
        var index = _sparse[term];
        if ((uint)index < (uint)_distinct && _terms[index] == term)
        {
            return index;
        }
        index = _sparse[term] = _distinct++;
        (_terms[index], _counts[index], _last[index]) = (term, 0, -1);
        return index;
    }

    private readonly Postings Place()
    {
        var terms = _terms[.._distinct].ToArray();
        var order = new int[_distinct];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        Array.Sort(terms, order);
        var starts = new int[_distinct + 1];
        for (var i = 0; i < order.Length; i++)
        {
            var index = order[i];
            starts[i + 1] = starts[i] + _counts[index];
            // From here on, where the next text of the term goes.
            _counts[index] = starts[i];
        }
        var texts = new ushort[starts[^1]];
        var frequencies = new byte[starts[^1]];
        for (var text = 0; text < _rows.Count; text++)
        {
            for (var i = _rows.Starts[text]; i < _rows.Starts[text + 1]; i++)
            {
                Put(texts, frequencies, _indexes[i], text);
            }
        }
        return new Postings(terms, starts, texts, frequencies);
    }

    // The first pass left texts in _last, so this one marks with their complements.
    private readonly void Put(ushort[] texts, byte[] frequencies, int index, int text)
    {
        if (_last[index] == ~text)
        {
            ref var frequency = ref frequencies[_counts[index] - 1];
            frequency = (byte)Math.Min(byte.MaxValue, frequency + 1);
            return;
        }
        _last[index] = ~text;
        var at = _counts[index]++;
        texts[at] = (ushort)text;
        frequencies[at] = 1;
    }
}
