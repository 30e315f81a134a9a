namespace Voc.Benchmarks.Search.Texts;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for a seed on every machine and version, and cheap enough to start anew for each text.</summary>
internal struct SeededRandom
{
    private ulong _state;

    public SeededRandom(long seed, long stream)
    {
        _state = (ulong)seed;
        _state = Next() ^ ((ulong)stream * 0xD6E8FEB86659FD93);
        Next();
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>From 0 up to but not including the bound.</summary>
    public int Next(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    public bool Chance(double share) => NextDouble() < share;

    /// <summary>From the normal distribution with mean 0 and deviation 1 (Box and Muller, 1958).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    public T Of<T>(IReadOnlyList<T> values) => values[Next(values.Count)];
}
