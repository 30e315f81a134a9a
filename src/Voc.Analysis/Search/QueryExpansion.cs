namespace Voc.Analysis.Search;

/// <summary>A query as it was understood.</summary>
/// <param name="Match">What it asks of the index.</param>
/// <param name="Expansions">What else than they say its words stand for, in the order of the query; words that stand for themselves alone are left out.</param>
public sealed record AnalyzedQuery(Match Match, IReadOnlyList<QueryExpansion> Expansions);

/// <summary>What a word of the query stands for beside itself.</summary>
/// <param name="Word">As it was typed.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
/// <param name="Alternatives">At least one.</param>
public sealed record QueryExpansion(string Word, int Start, int Length, IReadOnlyList<QueryAlternative> Alternatives);

/// <summary>Another word that is found as if it had been typed.</summary>
/// <param name="Text">The word.</param>
/// <param name="Kind">Why.</param>
/// <param name="Used">False where the request left it out.</param>
/// <param name="Match">What finds it.</param>
public sealed record QueryAlternative(string Text, AlternativeKind Kind, bool Used, TermsMatch Match);

/// <summary>Why a word stands for another.</summary>
public enum AlternativeKind
{
    /// <summary>The same word, spelt otherwise.</summary>
    Spelling,

    /// <summary>The dictionary has it as a synonym.</summary>
    Synonym,

    /// <summary>The company has it as a synonym.</summary>
    Company,
}

/// <summary>How far words are widened.</summary>
public sealed record QueryOptions
{
    /// <summary>Other spellings, no synonyms.</summary>
    public static QueryOptions Default { get; } = new();

    /// <summary>Whether words stand for their synonyms too.</summary>
    public bool Synonyms { get; init; }

    /// <summary>Alternatives to leave out, by their text.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];
}
