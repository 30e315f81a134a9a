using Voc.Analysis.Text;

namespace Voc.Analysis.Sentiment;

/// <summary>
/// The polarity expressions: words, idioms, collocations, slang and emoji with their strength and what they may be said of.
/// Immutable; safe for any number of threads.
/// </summary>
public sealed class PolarityLexicon
{
    private readonly LexiconEntry[] _entries;
    private readonly Dictionary<string, HashSet<string>> _targets;

    private PolarityLexicon(LexiconEntry[] entries, Dictionary<string, HashSet<string>> targets)
    {
        _entries = entries;
        _targets = targets;
        for (var i = 0; i < entries.Length; i++)
        {
            // An entry as written wins over a variant of another one.
            foreach (var variant in ExpressionVariants.Of(Key(entries[i].Expression)))
            {
                var trie = entries[i].Senses[0].Kind == LexiconKind.Surface ? Surfaces : Words;
                var taken = trie.Find(variant);
                if (taken == PhraseTrie.None || variant == Key(entries[i].Expression))
                {
                    trie.Set(variant, i);
                }
            }
        }
    }

    /// <summary>How many expressions there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The expressions, in the order of the files.</summary>
    public IReadOnlyList<LexiconEntry> Entries => _entries;

    internal PhraseTrie Words { get; } = new();

    internal PhraseTrie Surfaces { get; } = new();

    /// <summary>Loads every <c>*.tsv</c> of a folder.</summary>
    /// <param name="directory">The folder, with a <c>targets.tsv</c> among its files.</param>
    /// <exception cref="DataFileException">A row cannot be used; the message names file, line and remedy.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PolarityLexicon Load(string directory)
    {
        var targets = LexiconFile.ReadTargets(Path.Combine(directory, "targets.tsv"));
        var rows = Directory.EnumerateFiles(directory, "*.tsv")
            .Where(f => Path.GetFileName(f) is not ("targets.tsv" or "intents.tsv"))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => LexiconFile.ReadExpressions(f, targets).Select(r => (r.Expression, r.Sense, Group: Path.GetFileNameWithoutExtension(f))));
        var entries = rows
            .GroupBy(r => r.Expression, StringComparer.Ordinal)
            .Select(g => new LexiconEntry(g.Key, g.First().Group, [.. g.Select(r => r.Sense).OrderBy(s => s.Target is null)]))
            .ToArray();
        return new PolarityLexicon(entries, targets);
    }

    internal LexiconEntry Entry(int number) => _entries[number];

    /// <summary>Whether a noun, or the end of a compound noun, belongs to a class of targets.</summary>
    internal bool IsOfClass(ReadOnlySpan<char> noun, string targetClass)
    {
        var words = _targets[targetClass].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < noun.Length; start++)
        {
            if (words.Contains(noun[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Key(string expression) => NormalizedText.From(expression).Text.ToLowerInvariant();
}
