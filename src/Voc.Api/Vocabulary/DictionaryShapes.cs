using System.ComponentModel;

namespace Voc.Api.Vocabulary;

/// <summary>A word of the company's own dictionary.</summary>
internal sealed record DictionaryWord(
    int Id, string Surface, IReadOnlyList<string> Segments, IReadOnlyList<string> Readings, string PartOfSpeech, string ChangedBy, DateTimeOffset ChangedAt)
{
    public static DictionaryWord Of(DictionaryWordRow row) => new(
        row.Id, row.Surface, VocabularyJson.Strings(row.Segments), VocabularyJson.Strings(row.Readings), row.PartOfSpeech, row.ChangedBy, row.ChangedAt);
}

/// <summary>A word to be kept.</summary>
internal sealed record WordInput
{
    [Description("The string to recognise, 1 to 100 characters")]
    public string? Surface { get; init; }

    [Description("The words it becomes, which concatenate to the surface; left out or empty for one word")]
    public IReadOnlyList<string>? Segments { get; init; }

    [Description("A katakana reading for each segment; left out or empty for none")]
    public IReadOnlyList<string>? Readings { get; init; }

    [Description("One of GET /dictionary/parts-of-speech; a proper noun where left out")]
    public string? PartOfSpeech { get; init; }
}

/// <summary>A change to try: a word to add, the word numbered <c>id</c> in a new form, or, without <c>word</c>, its deletion.</summary>
internal sealed record WordPreview(int? Id, WordInput? Word);

/// <summary>A part of speech that a word may have, with its names for display.</summary>
internal sealed record PartOfSpeechInfo(string Id, string Ja, string En);
