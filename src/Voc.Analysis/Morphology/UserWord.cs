namespace Voc.Analysis.Morphology;

/// <summary>An entry of a user dictionary.</summary>
/// <param name="Surface">The string to recognise, 1 to 100 UTF-16 units, without spaces at its ends and without line breaks.</param>
/// <param name="Segments">The words it becomes, which concatenate to the surface; none for one word.</param>
/// <param name="Readings">A katakana reading for each segment, or none.</param>
/// <param name="PartOfSpeech">Part of speech with up to three subdivisions, joined by <c>-</c>, such as <c>名詞-固有名詞-組織</c>.</param>
public sealed record UserWord(
    string Surface,
    IReadOnlyList<string> Segments,
    IReadOnlyList<string> Readings,
    string PartOfSpeech = UserWord.DefaultPartOfSpeech)
{
    /// <summary>The part of speech of an entry that names none.</summary>
    public const string DefaultPartOfSpeech = "名詞-固有名詞-一般";

    /// <summary>The longest surface, in UTF-16 units.</summary>
    public const int LongestSurface = 100;

    /// <summary>What is wrong with the entry, or null.</summary>
    internal LocalizedText? Fault()
    {
        if (Surface.Length is 0 or > LongestSurface || Surface.Trim() != Surface || Surface.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            return new(
                $"表記「{Surface}」は 1〜{LongestSurface} 文字で、前後に空白がなく、改行を含まないものにしてください。",
                $"The surface \"{Surface}\" must have 1 to {LongestSurface} characters, no space at its ends and no line break.");
        }

        if (Segments.Count > 0 && (string.Concat(Segments) != Surface || Segments.Any(s => s.Length == 0)))
        {
            return new(
                $"「{Surface}」の分割 {string.Join(' ', Segments)} をつなげても元の表記になりません。",
                $"The segments {string.Join(' ', Segments)} do not concatenate to the surface \"{Surface}\".");
        }

        return Readings.Count == 0 || Readings.Count == Math.Max(1, Segments.Count)
            ? null
            : new(
                $"「{Surface}」の読みの数（{Readings.Count}）が分割の数（{Math.Max(1, Segments.Count)}）と違います。",
                $"\"{Surface}\" has {Readings.Count} readings for {Math.Max(1, Segments.Count)} segments.");
    }

    /// <summary>The words of the segments, with their lengths.</summary>
    internal (int Length, Word Word)[] Words()
    {
        var levels = PartOfSpeech.Split('-', 4);
        var segments = Segments.Count > 0 ? Segments : [Surface];
        return [.. segments.Select((segment, i) => (segment.Length, WordOf(segment, i < Readings.Count ? Readings[i] : null, levels)))];
    }

    private static Word WordOf(string segment, string? reading, string[] levels) => new()
    {
        PartOfSpeech = levels[0],
        Detail1 = levels.ElementAtOrDefault(1) ?? "*",
        Detail2 = levels.ElementAtOrDefault(2) ?? "*",
        Detail3 = levels.ElementAtOrDefault(3) ?? "*",
        ConjugationType = "*",
        ConjugationForm = "*",
        BaseForm = segment,
        Reading = reading,
        Pronunciation = reading,
    };
}
