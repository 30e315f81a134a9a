using System.Buffers;

namespace Voc.Ingest.Decoding;

/// <summary>Counts the lines of a text that comes in pieces.</summary>
internal sealed class LineCount
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\n\"");
    private bool _quoted;
    private bool _started;
    private long _ended;

    /// <summary>The line the text has come to, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Lines that end outside quotation marks, and the one that has begun.</summary>
    public long Records => _ended + (_started ? 1 : 0);

    public void Count(ReadOnlySpan<char> piece)
    {
        while (!piece.IsEmpty)
        {
            var next = piece.IndexOfAny(Signs);
            _started |= next != 0;
            if (next < 0)
            {
                return;
            }

            Take(piece[next]);
            piece = piece[(next + 1)..];
        }
    }

    private void Take(char sign)
    {
        if (sign == '"')
        {
            _quoted = !_quoted;
            _started = true;
            return;
        }

        Line++;
        _ended += _quoted ? 0 : 1;
        _started = _quoted;
    }
}
