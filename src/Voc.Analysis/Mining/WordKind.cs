namespace Voc.Analysis.Mining;

/// <summary>What kind of word a term of the index is.</summary>
public enum WordKind
{
    /// <summary>Nouns, names, codes, and words no dictionary knows.</summary>
    Noun,

    /// <summary>Verbs.</summary>
    Verb,

    /// <summary>Adjectives, and nouns that describe such as 便利 (形容動詞語幹).</summary>
    Adjective,

    /// <summary>Adverbs.</summary>
    Adverb,

    /// <summary>Numbers, interjections, prefixes.</summary>
    Other,
}
