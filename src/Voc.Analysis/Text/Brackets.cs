using System.Buffers;

namespace Voc.Analysis.Text;

/// <summary>Pairs of brackets and quotes of a text, each on one line.</summary>
internal sealed class Brackets
{
    private const string Opening = "「『（(【〈《〔［[“‘｢\"";
    private const string Closing = "」』）)】〉》〕］]”’｣\"";

    // A pair further apart than this is taken for two stray ones.
    private const int LongestPair = 200;
    private static readonly SearchValues<char> Openers = SearchValues.Create(Opening);
    private readonly Dictionary<int, int> _ends = [];

    /// <summary>Finds the pairs of a text.</summary>
    public Brackets(string text)
    {
        var open = new List<int>();
        for (var at = text.AsSpan().IndexOfAny(Openers); at >= 0 && at < text.Length; at++)
        {
            if (text[at] is '\n' or '\r')
            {
                open.Clear();
            }
            else if (!Close(text, at, open) && Opening.Contains(text[at]))
            {
                open.Add(at);
            }
        }
    }

    /// <summary>Whether a character closes a pair.</summary>
    public static bool Closes(char c) => Closing.Contains(c);

    /// <summary>Where the pair that opens at a place ends, or −1.</summary>
    public int EndAt(int at) => _ends.GetValueOrDefault(at, -1);

    /// <summary>Closes the nearest open bracket of the kind; those that opened after it are stray.</summary>
    private bool Close(string text, int at, List<int> open)
    {
        var kind = Closing.IndexOf(text[at], StringComparison.Ordinal);
        if (kind < 0)
        {
            return false;
        }

        for (var i = open.Count - 1; i >= 0 && at - open[i] < LongestPair; i--)
        {
            if (text[open[i]] == Opening[kind])
            {
                _ends[open[i]] = at + 1;
                open.RemoveRange(i, open.Count - i);
                return true;
            }
        }

        return false;
    }
}
