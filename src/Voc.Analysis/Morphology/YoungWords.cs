namespace Voc.Analysis.Morphology;

/// <summary>
/// Words younger than IPADIC (2007) that its distributions have added since, with the figures they gave them, so that our
/// segmentation is the same as theirs. Anything else that is missing belongs in a user dictionary.
/// </summary>
internal static class YoungWords
{
    /// <summary>Surface, contexts and cost, and what is known of each word.</summary>
    public static IReadOnlyList<(string Surface, WordEntry Entry, Word Word)> All { get; } =
    [
        ("令和", new WordEntry(1288, 1288, 5904), ProperNoun("令和", "レイワ")),
    ];

    private static Word ProperNoun(string baseForm, string reading) => new()
    {
        PartOfSpeech = "名詞",
        Detail1 = "固有名詞",
        Detail2 = "一般",
        Detail3 = "*",
        ConjugationType = "*",
        ConjugationForm = "*",
        BaseForm = baseForm,
        Reading = reading,
        Pronunciation = reading,
    };
}
