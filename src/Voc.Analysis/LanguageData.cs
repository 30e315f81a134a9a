using Voc.Analysis.Classification;

namespace Voc.Analysis;

/// <summary>What the analysis knows of the language beside polarity: cues of intents, and words too common to tell a text apart.</summary>
public sealed class LanguageData
{
    private LanguageData(IntentCues intents, HashSet<string> commonWords) => (Intents, CommonWords) = (intents, commonWords);

    internal IntentCues Intents { get; }

    internal HashSet<string> CommonWords { get; }

    /// <summary>Loads <c>intents.tsv</c> and <c>common-words.txt</c> of the lexicon folder.</summary>
    /// <exception cref="DataFileException">A row cannot be used; the message names file, line and remedy.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static LanguageData Load(string directory) => new(
        IntentCues.Load(Path.Combine(directory, "intents.tsv")),
        File.ReadLines(Path.Combine(directory, "common-words.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase));
}
