using System.Numerics;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Goes through the texts of a set, ascending.</summary>
internal struct TextsOf(ulong[] bits)
{
    private readonly ulong[] _bits = bits;
    private int _word = -1;
    private ulong _left;

    public int Current { get; private set; }

    public readonly TextsOf GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_left == 0)
        {
            if (++_word >= _bits.Length)
            {
                return false;
            }
            _left = _bits[_word];
        }
        Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
        _left &= _left - 1;
        return true;
    }
}
