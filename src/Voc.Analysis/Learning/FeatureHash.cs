namespace Voc.Analysis.Learning;

/// <summary>
/// 64-bit names of features, made of their characters without building a string. They are kept in model files, so what is computed
/// here must never change. Two of a million features share a name with a chance of 3 in 10⁸.
/// </summary>
public static class FeatureHash
{
    private const ulong Start = 0xCBF29CE484222325;
    private const ulong Factor = 0x9FB21C651E98DF25;

    /// <summary>The name of a string within a group of features.</summary>
    /// <param name="group">Kind of feature, such as words or pairs of words; the same string in two groups has two names.</param>
    /// <param name="text">Any UTF-16 units.</param>
    public static ulong Of(int group, ReadOnlySpan<char> text)
    {
        var state = Begin(group);
        foreach (var unit in text)
        {
            state = Append(state, unit);
        }

        return Finish(state);
    }

    /// <summary>The name of one name after another, such as of a pair of words; the order matters.</summary>
    public static ulong Combine(ulong first, ulong second) => Finish(((first ^ Start) * Factor) + ulong.RotateLeft(second, 29));

    /// <summary>Begins a name that grows unit by unit; every prefix of it can be finished to a name.</summary>
    public static ulong Begin(int group) => (Start ^ (ulong)(uint)group) * Factor;

    /// <summary>Goes on with one more unit.</summary>
    public static ulong Append(ulong state, char unit) => (ulong.RotateLeft(state, 23) ^ unit) * Factor;

    /// <summary>Ends a name: every bit of it depends on every unit.</summary>
    public static ulong Finish(ulong state)
    {
        state = (state ^ (state >> 32)) * 0xD6E8FEB86659FD93;
        state = (state ^ (state >> 29)) * 0xC4CEB9FE1A85EC53;
        return state ^ (state >> 32);
    }
}
