namespace Voc.Analysis.Search;

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    Word,
    Phrase,

    /// <summary>A string to find as it is.</summary>
    Exact,

    /// <summary>Two bounds in brackets.</summary>
    Range,

    /// <summary>The name of a field with its colon; the value follows.</summary>
    Field,
    And,
    Or,
    Not,
    Plus,
    Open,
    Close,
    End,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, the phrase without quotes, or the operator as it was typed.</param>
/// <param name="Prefix">Whether a star follows.</param>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="End">Offset after its last UTF-16 unit.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, bool Prefix, int Start, int End)
{
    /// <summary>What <c>~</c> says after a phrase; else 0.</summary>
    public int Slop { get; init; }

    /// <summary>What <c>^</c> says; 0 where it says nothing.</summary>
    public double Boost { get; init; }

    /// <summary>Where the suffixes begin, or <see cref="End"/>.</summary>
    public int Suffix { get; init; } = End;

    /// <summary>The bounds, of a range.</summary>
    public QueryBounds? Bounds { get; init; }

    public int Length => End - Start;
}

/// <summary>What stands in the brackets of a range.</summary>
/// <param name="From">Lower bound as typed; <c>*</c> for none.</param>
/// <param name="FromIncluded">Whether it opens with <c>[</c>.</param>
/// <param name="To">Upper bound as typed; <c>*</c> for none.</param>
/// <param name="ToIncluded">Whether it closes with <c>]</c>.</param>
internal sealed record QueryBounds(QueryBound From, bool FromIncluded, QueryBound To, bool ToIncluded);

/// <summary>A bound as it was typed, without quotes.</summary>
internal readonly record struct QueryBound(string Text, int Start, int End)
{
    public bool IsOpen => Text is "*" or "＊";
}
