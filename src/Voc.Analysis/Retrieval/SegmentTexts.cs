namespace Voc.Analysis.Retrieval;

/// <summary>The normalised texts of a segment, one behind the other in large chunks. A text never spans two.</summary>
internal sealed class SegmentTexts
{
    private readonly char[][] _chunks;
    private readonly int[] _firsts;
    private readonly int[] _starts;

    private SegmentTexts(char[][] chunks, int[] firsts, int[] starts) => (_chunks, _firsts, _starts) = (chunks, firsts, starts);

    public ReadOnlySpan<char> this[int text]
    {
        get
        {
            var chunk = Array.BinarySearch(_firsts, text);
            chunk = chunk >= 0 ? chunk : ~chunk - 1;
            var start = _starts[text];
            var end = text + 1 < (chunk + 1 < _firsts.Length ? _firsts[chunk + 1] : _starts.Length) ? _starts[text + 1] : _chunks[chunk].Length;
            return _chunks[chunk].AsSpan(start, end - start);
        }
    }

    /// <summary>Collects texts in the order of a segment.</summary>
    internal sealed class Builder
    {
        private const int ChunkLength = 1 << 19;

        private readonly List<char[]> _chunks = [];
        private readonly List<int> _firsts = [];
        private readonly List<int> _starts = [];
        private char[] _chunk = [];
        private int _used;

        public void Add(ReadOnlySpan<char> text)
        {
            if (_firsts.Count == 0 || _used + text.Length > ChunkLength)
            {
                Close();
                _firsts.Add(_starts.Count);
            }
            if (_used + text.Length > _chunk.Length)
            {
                Array.Resize(ref _chunk, Math.Max(_used + text.Length, Math.Min(ChunkLength, 2 * _chunk.Length)));
            }
            text.CopyTo(_chunk.AsSpan(_used));
            _starts.Add(_used);
            _used += text.Length;
        }

        public SegmentTexts Build()
        {
            Close();
            return new SegmentTexts([.. _chunks], [.. _firsts], [.. _starts]);
        }

        private void Close()
        {
            if (_firsts.Count > _chunks.Count)
            {
                Array.Resize(ref _chunk, _used);
                _chunks.Add(_chunk);
            }
            (_chunk, _used) = ([], 0);
        }
    }
}
