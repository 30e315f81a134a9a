namespace Voc.Analysis.Synonyms;

/// <summary>A word of Sudachi's synonym dictionary in one spelling.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Group">What it means, a number.</param>
/// <param name="Word">Which of the group's words it is a spelling of, or <see cref="Alone"/>.</param>
/// <param name="Inflects">Whether it is a verb or adjective (用言).</param>
/// <param name="Expansion">What it may be used for.</param>
/// <param name="IsCurrent">Whether it is neither a former name nor a translation nor a nickname nor a mistake.</param>
/// <param name="Short">Which kind of short form it is; 0 is none.</param>
/// <param name="Spelling">How it is spelt.</param>
internal readonly record struct SynonymEntry(
    string Text, int Group, int Word, bool Inflects, SynonymExpansion Expansion, bool IsCurrent, byte Short, SynonymSpelling Spelling)
{
    /// <summary>The word is a spelling of no other.</summary>
    public const int Alone = -1;
}

/// <summary>展開制御フラグ.</summary>
internal enum SynonymExpansion : byte
{
    /// <summary>It stands for its group, and its group for it.</summary>
    Always,

    /// <summary>Its group leads to it, but it means too many things to lead to its group.</summary>
    AsTarget,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>表記揺れ情報.</summary>
internal enum SynonymSpelling : byte
{
    /// <summary>The usual one.</summary>
    Usual,

    /// <summary>Latin letters.</summary>
    Latin,

    /// <summary>Another way to write the usual one.</summary>
    Variant,

    /// <summary>A mistake.</summary>
    Wrong,
}
