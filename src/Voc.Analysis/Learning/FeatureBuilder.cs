using System.Numerics;

namespace Voc.Analysis.Learning;

/// <summary>
/// Gathers the features of one text, adding up the values of a feature that comes again. Reuse it: once it is warm a text costs no
/// allocation. For one thread at a time.
/// </summary>
public sealed class FeatureBuilder
{
    private ulong[] _keys = new ulong[256];
    private float[] _values = new float[256];
    private long[] _slots = new long[1024]; // round in the upper half, place in _keys in the lower
    private int _round;

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>The features, in the order in which they first came; valid until the builder changes.</summary>
    public Features Features => new(_keys.AsSpan(0, Count), _values.AsSpan(0, Count));

    /// <summary>The values alone, to be rescaled in place; those added since <paramref name="from"/>.</summary>
    /// <param name="from">A former <see cref="Count"/>.</param>
    public Span<float> Values(int from = 0) => _values.AsSpan(from, Count - from);

    /// <summary>Begins another text.</summary>
    public void Clear()
    {
        Count = 0;
        if (++_round == int.MaxValue)
        {
            Array.Clear(_slots);
            _round = 1;
        }
    }

    /// <summary>Adds a string of a group.</summary>
    public void Add(int group, ReadOnlySpan<char> text, float value = 1) => Add(FeatureHash.Of(group, text), value);

    /// <summary>Adds a feature by name.</summary>
    /// <param name="key">See <see cref="FeatureHash"/>.</param>
    /// <param name="value">Is added to what the feature already has.</param>
    public void Add(ulong key, float value = 1)
    {
        if (_round == 0)
        {
            _round = 1;
        }

        var mask = _slots.Length - 1;
        for (var slot = (int)key & mask; ; slot = (slot + 1) & mask)
        {
            var entry = _slots[slot];
            if ((int)(entry >> 32) != _round)
            {
                Insert(slot, key, value);
                return;
            }

            if (_keys[(int)entry] == key)
            {
                _values[(int)entry] += value;
                return;
            }
        }
    }

    /// <summary>
    /// Makes counts of the features added since <paramref name="from"/> sublinear, 1 + ln n, and their Euclidean length
    /// <paramref name="length"/>, so that a long text or group of features does not outweigh the others.
    /// </summary>
    public void DampAndNormalize(int from, float length = 1)
    {
        var sum = 0f;
        foreach (ref var value in Values(from))
        {
            value = value > 1 ? 1 + MathF.Log(value) : value;
            sum += value * value;
        }

        var factor = sum > 0 ? length / MathF.Sqrt(sum) : 0;
        foreach (ref var value in Values(from))
        {
            value *= factor;
        }
    }

    /// <summary>A copy that stays.</summary>
    public FeatureVector ToVector() => new(Features);

    private void Insert(int slot, ulong key, float value)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        (_keys[Count], _values[Count]) = (key, value);
        _slots[slot] = ((long)_round << 32) | (uint)Count;
        if (++Count * 4 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        _slots = new long[BitOperations.RoundUpToPowerOf2((uint)Count * 16)];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = (int)_keys[i] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = ((long)_round << 32) | (uint)i;
        }
    }
}
