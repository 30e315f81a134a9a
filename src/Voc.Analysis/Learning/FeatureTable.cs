using System.Numerics;

namespace Voc.Analysis.Learning;

/// <summary>From the name of a feature to its number: open addressing, half empty at most times.</summary>
internal sealed class FeatureTable
{
    private ulong[] _keys;
    private int[] _numbers; // 0 means an empty slot, so they are kept one higher
    private int _mask;

    public FeatureTable(int expected = 16)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 2));
        (_keys, _numbers, _mask) = (new ulong[size], new int[size], size - 1);
    }

    public int Count { get; private set; }

    /// <summary>The number of a feature, or −1.</summary>
    public int Find(ulong key)
    {
        for (var slot = (int)key & _mask; _numbers[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return _numbers[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>The number of a feature; a new one gets the next number.</summary>
    public int GetOrAdd(ulong key)
    {
        var slot = (int)key & _mask;
        while (_numbers[slot] != 0)
        {
            if (_keys[slot] == key)
            {
                return _numbers[slot] - 1;
            }

            slot = (slot + 1) & _mask;
        }

        (_keys[slot], _numbers[slot]) = (key, ++Count);
        if (Count * 2 > _keys.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>The names in the order of their numbers.</summary>
    public ulong[] Keys()
    {
        var keys = new ulong[Count];
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_numbers[slot] != 0)
            {
                keys[_numbers[slot] - 1] = _keys[slot];
            }
        }

        return keys;
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        (_keys, _numbers, _mask) = (new ulong[keys.Length * 2], new int[keys.Length * 2], (keys.Length * 2) - 1);
        for (var old = 0; old < keys.Length; old++)
        {
            if (numbers[old] != 0)
            {
                var slot = (int)keys[old] & _mask;
                while (_numbers[slot] != 0)
                {
                    slot = (slot + 1) & _mask;
                }

                (_keys[slot], _numbers[slot]) = (keys[old], numbers[old]);
            }
        }
    }
}
