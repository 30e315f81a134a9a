namespace Voc.Analysis.Search;

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    Word,
    Phrase,

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
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, bool Prefix, int Start, int End);
