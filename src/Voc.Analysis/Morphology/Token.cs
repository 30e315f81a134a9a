namespace Voc.Analysis.Morphology;

/// <summary>One morpheme of a segmented text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text.</param>
/// <param name="Length">Its length in UTF-16 units, at least 1.</param>
/// <param name="Word">What the dictionary says of it; shared by all tokens of the same entry.</param>
/// <param name="Origin">Where the word was found.</param>
public readonly record struct Token(int Start, int Length, Word Word, WordOrigin Origin)
{
    /// <summary>Offset of the first UTF-16 unit after the token.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is not a word but the ASCII space, tab or line break between two words.</summary>
    public bool IsSpace => Word is { PartOfSpeech: "記号", Detail1: "空白" } && Origin == WordOrigin.Unknown;

    /// <summary>The token as it is written in the text it was found in.</summary>
    public ReadOnlySpan<char> Surface(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>The base form, which for an unknown word is its surface.</summary>
    public string BaseForm(string text) => Word.BaseForm ?? text.Substring(Start, Length);
}

/// <summary>Where a word was found.</summary>
public enum WordOrigin : byte
{
    /// <summary>In the system dictionary.</summary>
    Known,

    /// <summary>Nowhere: it was made from a run of characters of one kind.</summary>
    Unknown,

    /// <summary>In the user dictionary.</summary>
    User,
}

/// <summary>A dictionary entry, in the terms of IPADIC. Immutable and interned: two tokens of one entry share it.</summary>
public sealed record Word
{
    /// <summary>Part of speech: 名詞, 動詞, 形容詞, 副詞, 連体詞, 接続詞, 助詞, 助動詞, 感動詞, 接頭詞, 記号, フィラー, その他.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>First subdivision of the part of speech, such as 自立 or サ変接続; <c>*</c> where there is none.</summary>
    public required string Detail1 { get; init; }

    /// <summary>Second subdivision, or <c>*</c>.</summary>
    public required string Detail2 { get; init; }

    /// <summary>Third subdivision, or <c>*</c>.</summary>
    public required string Detail3 { get; init; }

    /// <summary>Part of speech with its subdivisions, such as 名詞-固有名詞-一般.</summary>
    public string FullPartOfSpeech => string.Join('-', new[] { PartOfSpeech, Detail1, Detail2, Detail3 }.TakeWhile(part => part != "*"));

    /// <summary>Conjugation type such as 一段, or <c>*</c>.</summary>
    public required string ConjugationType { get; init; }

    /// <summary>Conjugation form such as 連用形, or <c>*</c>.</summary>
    public required string ConjugationForm { get; init; }

    /// <summary>Base form, or null for an unknown word, whose base form is its surface.</summary>
    public string? BaseForm { get; init; }

    /// <summary>Reading in katakana, or null where unknown.</summary>
    public string? Reading { get; init; }

    /// <summary>Pronunciation in katakana, or null where unknown.</summary>
    public string? Pronunciation { get; init; }
}
