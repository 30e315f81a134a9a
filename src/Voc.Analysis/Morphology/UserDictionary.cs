using System.Diagnostics.CodeAnalysis;

namespace Voc.Analysis.Morphology;

/// <summary>
/// Words a user adds. They win over the words of the system dictionary; where they overlap, the ones that cover more win,
/// then the longer ones. Immutable: to change it, make another and give it to <see cref="Tokenizer.User"/>.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "Dictionary is the term of the domain.")]
public sealed class UserDictionary
{
    private readonly UserWord[] _entries;
    private readonly (int Length, Word Word)[][] _words;
    private readonly Dictionary<(int Node, char Unit), int> _children = [];
    private readonly List<int> _entryOfNode = [-1];

    /// <summary>Makes a dictionary.</summary>
    /// <exception cref="DictionaryException">An entry is faulty or its surface is there twice.</exception>
    public UserDictionary(IEnumerable<UserWord> entries)
    {
        _entries = [.. entries];
        _words = [.. _entries.Select(e => e.Words())];
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            if ((_entries[entry].Fault() ?? Add(entry)) is { } fault)
            {
                throw new DictionaryException(fault);
            }
        }
    }

    /// <summary>A dictionary without words.</summary>
    public static UserDictionary Empty { get; } = new([]);

    /// <summary>The entries, in the order given.</summary>
    public IReadOnlyList<UserWord> Entries => _entries;

    /// <summary>
    /// Reads CSV: surface, segments (separated by spaces), readings of the segments (the same), part of speech. All but the
    /// surface may be missing. Empty lines and lines that start with <c>#</c> are skipped.
    /// </summary>
    /// <exception cref="DictionaryException">A line is faulty; the text names its number.</exception>
    public static UserDictionary Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var entries = new List<UserWord>();
        var surfaces = new HashSet<string>();
        var number = 0;
        foreach (var line in csv.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || line[0] == '#')
            {
                continue;
            }

            var entry = UserDictionaryLine.Read(line, out var fault);
            fault ??= entry.Fault() ?? (surfaces.Add(entry.Surface) ? null : Repeated(entry.Surface));
            if (fault is not null)
            {
                throw new DictionaryException(new($"{number} 行目: {fault.Ja}", $"Line {number}: {fault.En}"));
            }

            entries.Add(entry);
        }

        return new UserDictionary(entries);
    }

    /// <summary>The node reached from another by a UTF-16 unit, or 0; the root is 0.</summary>
    internal int Child(int node, char unit) => _children.GetValueOrDefault((node, unit));

    /// <summary>The entry whose surface ends at a node, or −1.</summary>
    internal int EntryAt(int node) => _entryOfNode[node];

    /// <summary>The words an entry becomes, with their lengths.</summary>
    internal ReadOnlySpan<(int Length, Word Word)> WordsOf(int entry) => _words[entry];

    private static LocalizedText Repeated(string surface) =>
        new($"「{surface}」が二度あります。", $"\"{surface}\" is there twice.");

    private LocalizedText? Add(int entry)
    {
        var node = 0;
        foreach (var unit in _entries[entry].Surface)
        {
            if (!_children.TryGetValue((node, unit), out var child))
            {
                child = _entryOfNode.Count;
                _children.Add((node, unit), child);
                _entryOfNode.Add(-1);
            }

            node = child;
        }

        if (_entryOfNode[node] >= 0)
        {
            return Repeated(_entries[entry].Surface);
        }

        _entryOfNode[node] = entry;
        return null;
    }
}
