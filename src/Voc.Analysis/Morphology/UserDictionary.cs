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

    /// <summary>Makes a dictionary.</summary>
    /// <exception cref="DictionaryException">An entry is faulty or its surface is there twice.</exception>
    public UserDictionary(IEnumerable<UserWord> entries)
    {
        _entries = [.. entries];
        var surfaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in _entries)
        {
            if (Fault(entry, surfaces) is { } fault)
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
        var surfaces = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in csv.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || line[0] == '#')
            {
                continue;
            }

            var entry = UserDictionaryLine.Read(line, out var fault);
            fault ??= Fault(entry, surfaces);
            if (fault is not null)
            {
                throw new DictionaryException(new($"{number} 行目: {fault.Ja}", $"Line {number}: {fault.En}"));
            }

            entries.Add(entry);
        }

        return new UserDictionary(entries);
    }

    private static LocalizedText? Fault(UserWord entry, HashSet<string> surfaces) =>
        entry.Fault() ?? (surfaces.Add(entry.Surface)
            ? null
            : new($"「{entry.Surface}」が二度あります。", $"\"{entry.Surface}\" is there twice."));
}
