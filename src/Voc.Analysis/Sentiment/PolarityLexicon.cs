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

    /// <summary>The classes that what an expression is said of may be bound to, with their words.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Targets => _targets;

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

    /// <summary>The entry of an expression however it is written, or null.</summary>
    public LexiconEntry? Find(string expression)
    {
        var key = Key(expression);
        var number = key.Length == 0 ? PhraseTrie.None : Math.Max(Words.Find(key), Surfaces.Find(key));
        return number != PhraseTrie.None && Key(_entries[number].Expression) == key ? _entries[number] : null;
    }

    /// <summary>A lexicon with changes made to it; this one stays as it is.</summary>
    /// <param name="changes">Of one expression there may be several, for different targets or effects; of two alike the later holds.</param>
    /// <exception cref="DataFileException">A change cannot be made, see <see cref="Check(LexiconChange)"/>.</exception>
    public PolarityLexicon With(IEnumerable<LexiconChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var byKey = changes.GroupBy(c => Key(c.Expression), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var kept = _entries.Select(e => (Key: Key(e.Expression), Entry: e)).ToLookup(e => byKey.ContainsKey(e.Key));
        var before = kept[true].ToLookup(e => e.Key, e => e.Entry, StringComparer.Ordinal);
        return new PolarityLexicon([.. kept[false].Select(e => e.Entry), .. byKey.Select(c => Changed(c.Key, [.. before[c.Key]], c.Value))], _targets);
    }

    private LexiconEntry Changed(string key, IReadOnlyList<LexiconEntry> before, List<LexiconChange> changes)
    {
        var senses = before.SelectMany(e => e.Senses).ToList();
        foreach (var change in changes)
        {
            Check(key, change);
            change.Apply(senses);
        }

        var (expression, group) = before is [var shipped, ..] ? (shipped.Expression, shipped.Group) : (changes[^1].Expression, LexiconChange.Group);
        return new(expression, group, [.. senses.OrderBy(s => s.Target is null)]);
    }

    /// <summary>Checks whether a change can be made to this lexicon.</summary>
    /// <exception cref="DataFileException">It cannot; the message says why.</exception>
    public void Check(LexiconChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Check(Key(change.Expression), change);
    }

    private void Check(string key, LexiconChange change)
    {
        if (key.Length == 0)
        {
            throw new DataFileException(change.Expression, new("表現が空です。", "The expression holds nothing."));
        }

        if (change.Sense?.Target is { } target && !_targets.ContainsKey(target))
        {
            throw new DataFileException(change.Expression, new($"対象の種類「{target}」はありません。", $"There is no class of targets '{target}'."));
        }

        if (change.Sense is { Kind: LexiconKind.Surface, Target: not null })
        {
            throw new DataFileException(change.Expression, new("絵文字や顔文字に対象の種類は付けられません。", "A sign is said of nothing in particular: it takes no class of targets."));
        }

        if (change.Sense is { } sense && !(Math.Abs(sense.Strength) <= 3 && Math.Abs(sense.Negated) <= 3))
        {
            throw new DataFileException(change.Expression, new("強さが範囲の外です。", "The strength is out of range."));
        }
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
