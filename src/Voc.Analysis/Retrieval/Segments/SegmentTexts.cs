namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// The normalised texts of a segment, one behind the other in large chunks. The 64 texts of a block, which are those of one word of
/// a set, are always in one chunk.
/// </summary>
internal sealed class SegmentTexts
{
    private readonly char[][] _chunks;
    private readonly ushort[] _chunkOf;
    private readonly int[] _starts;
    private readonly int[] _blockEnds;

    private SegmentTexts(Builder builder)
    {
        (_chunks, _chunkOf, _starts, _blockEnds) = ([.. builder.Chunks], [.. builder.ChunkOf], [.. builder.Starts], [.. builder.BlockEnds]);
        Filter = _starts.Length < Builder.Filtered ? null : new SequenceFilter(_blockEnds.Length);
        for (var text = 0; Filter is not null && text < _starts.Length; text++)
        {
            Filter.Add(text >> 6, this[text]);
        }
    }

    /// <summary>Tells in which blocks a string may be; null where all are looked through.</summary>
    public SequenceFilter? Filter { get; }

    /// <summary>A text.</summary>
    public ReadOnlySpan<char> this[int text] => _chunks[_chunkOf[text >> 6]].AsSpan(_starts[text], EndOf(text) - _starts[text]);

    /// <summary>A text.</summary>
    public ReadOnlyMemory<char> Memory(int text) => _chunks[_chunkOf[text >> 6]].AsMemory(_starts[text], EndOf(text) - _starts[text]);

    public static SegmentTexts Of(IEnumerable<ReadOnlyMemory<char>> texts)
    {
        var builder = new Builder();
        foreach (var text in texts)
        {
            builder.Add(text.Span);
        }
        return builder.Build();
    }

    /// <summary>The texts of a block that contain a string, a bit for each.</summary>
    public ulong Containing(int block, ReadOnlySpan<char> wanted)
    {
        var found = 0UL;
        var text = block << 6;
        var behind = Math.Min(text + 64, _starts.Length);
        var chunk = _chunks[_chunkOf[block]].AsSpan(0, _blockEnds[block]);
        for (var at = _starts[text]; text < behind; text++)
        {
            var next = chunk[at..].IndexOf(wanted);
            if (next < 0)
            {
                break;
            }
            at += next;
            while (EndOf(text) <= at)
            {
                text++;
            }
            if (at + wanted.Length <= EndOf(text))
            {
                found |= 1UL << text;
                at = EndOf(text);
            }
            else
            {
                at++;
                text--;
            }
        }
        return found;
    }

    private int EndOf(int text) => ((text + 1) & 63) != 0 && text + 1 < _starts.Length ? _starts[text + 1] : _blockEnds[text >> 6];

    /// <summary>Collects texts in the order of a segment.</summary>
    internal sealed class Builder
    {
        /// <summary>From how many texts on a filter is worth its memory.</summary>
        public const int Filtered = 1024;

        private const int ChunkLength = 1 << 19;

        private char[] _chunk = [];
        private int _used;

        public List<char[]> Chunks { get; } = [];

        public List<ushort> ChunkOf { get; } = [];

        public List<int> Starts { get; } = [];

        public List<int> BlockEnds { get; } = [];

        public void Add(ReadOnlySpan<char> text)
        {
            if ((Starts.Count & 63) == 0)
            {
                Open();
            }
            if (_used + text.Length > _chunk.Length)
            {
                Array.Resize(ref _chunk, Math.Max(_used + text.Length, 2 * _chunk.Length));
            }
            text.CopyTo(_chunk.AsSpan(_used));
            Starts.Add(_used);
            _used += text.Length;
            BlockEnds[^1] = _used;
        }

        public SegmentTexts Build()
        {
            Close();
            return new SegmentTexts(this);
        }

        private void Open()
        {
            if (_used >= ChunkLength)
            {
                Close();
            }
            ChunkOf.Add((ushort)Chunks.Count);
            BlockEnds.Add(_used);
        }

        private void Close()
        {
            Array.Resize(ref _chunk, _used);
            Chunks.Add(_chunk);
            (_chunk, _used) = ([], 0);
        }
    }
}
