namespace Voc.Analysis.Opinions;

/// <summary>Tokens from one up to, but without, another.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public bool IsEmpty => End <= Start;

    public static TokenRange None => new(0, 0);
}
