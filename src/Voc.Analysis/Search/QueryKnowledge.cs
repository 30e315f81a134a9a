using Voc.Analysis.Spelling;
using Voc.Analysis.Synonyms;

namespace Voc.Analysis.Search;

/// <summary>What is known of words and of the archive beyond the analysis of texts. All of it may be left out.</summary>
public sealed record QueryKnowledge
{
    /// <summary>Nothing.</summary>
    public static QueryKnowledge None { get; } = new();

    /// <summary>The terms of the archive that are other spellings of a term: <see cref="VariantLookup.Find"/>.</summary>
    public Func<string, IReadOnlyList<string>> Variants { get; init; } = _ => [];

    /// <summary>Other spellings of a word, in the archive or not.</summary>
    public SpellingForms? Forms { get; init; }

    /// <summary>The synonym dictionary, asked for when it is needed.</summary>
    public Func<SynonymDictionary>? Synonyms { get; init; }

    /// <summary>The company's own synonyms.</summary>
    public SynonymGroups Company { get; init; } = SynonymGroups.None;
}
