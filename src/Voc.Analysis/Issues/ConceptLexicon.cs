using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Issues;

/// <summary>
/// The concepts of the trades and the words that touch them; data/concepts. It lets reports of one thing be recognised as
/// alike whatever the words: ミラーが格納できない and ドアミラーが開かない both touch <c>vehicles.mirror</c>.
/// Safe to use from several threads.
/// </summary>
public sealed class ConceptLexicon
{
    private readonly Concept[] _concepts;
    private readonly ConceptAutomaton _automaton;

    /// <summary>Makes a lexicon.</summary>
    /// <param name="concepts">The concepts, no id twice.</param>
    /// <param name="harmless">Words that touch nothing and keep the words inside them silent, as 窓口 does 窓.</param>
    public ConceptLexicon(IEnumerable<Concept> concepts, IEnumerable<string> harmless)
    {
        _concepts = [.. concepts.OrderBy(c => c.Id, StringComparer.Ordinal)];
        var words = _concepts.SelectMany((concept, index) => concept.Words.Select(word => (Word: Fold(word), Concept: index)))
            .Concat(harmless.Select(word => (Word: Fold(word), Concept: -1)))
            .GroupBy(pair => pair.Word, pair => pair.Concept, StringComparer.Ordinal);
        _automaton = new ConceptAutomaton(words.Select(word => (word.Key, word.Where(c => c >= 0).Distinct().ToArray())));
    }

    /// <summary>All concepts, ordered by id.</summary>
    public IReadOnlyList<Concept> Concepts => _concepts;

    /// <summary>Reads the files that lie beside the program.</summary>
    /// <exception cref="DataFileException">A line is not as data/concepts/README.md says.</exception>
    public static ConceptLexicon Load() => ConceptFile.Read(
        Directory.EnumerateFiles(ShippedData.Folder("concepts"), "*.tsv").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file))));

    /// <summary>The ids of the concepts that a text touches, each once, in ordinal order; found as <see cref="Mentions"/> finds them.</summary>
    public IReadOnlyList<string> Of(string text) =>
        Mentions(text) is { Count: > 0 } mentions ? [.. mentions.Select(m => m.Concept.Id).Distinct().Order(StringComparer.Ordinal)] : [];

    /// <summary>
    /// Where a text touches concepts, from its beginning to its end. Words are looked for in the text's NFKC form in lower case; where
    /// they overlap, the first and there the longest counts. Time is linear in the length of the text. A text that is in NFKC form
    /// already costs no memory beyond the answer, any other is copied once.
    /// </summary>
    public IReadOnlyList<ConceptMention> Mentions(string text)
    {
        var touches = new List<(int Concept, int End)>();
        _automaton.Find(ExactText.Normalize(text), touches);
        return touches.Count == 0 ? [] : [.. touches.Select(t => new ConceptMention(_concepts[t.Concept], t.End))];
    }

    private static string Fold(string word) => ExactText.Normalize(word).ToLowerInvariant();
}
