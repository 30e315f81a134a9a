using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Search;

namespace Voc.Analysis.Synonyms;

/// <summary>
/// The synonyms of Sudachi's dictionary, as the npm package sudachi-synonyms-dictionary has them: groups of words that mean the
/// same, each with its spellings. Immutable; safe for any number of threads.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "Dictionary is the term of the domain.")]
public sealed class SynonymDictionary
{
    private readonly SynonymEntry[] _entries;

    /// <summary>Numbers of entries by their word without regard to width and case; those of one word follow each other.</summary>
    private readonly Dictionary<string, int[]> _byWord = new(StringComparer.Ordinal);

    internal SynonymDictionary(IReadOnlyList<SynonymEntry> entries)
    {
        _entries = [.. entries.OrderBy(e => e.Group)];
        foreach (var word in Enumerable.Range(0, _entries.Length).GroupBy(i => QueryFields.Normalize(_entries[i].Text)))
        {
            _byWord[word.Key] = [.. word];
        }
    }

    /// <summary>How many words there are, each spelling for itself.</summary>
    public int Count => _entries.Length;

    /// <summary>Loads it, which takes a quarter of a second and about 20 MB.</summary>
    /// <param name="path">The package's JSON; by default <c>dictionary/synonyms.json</c> beside the program.</param>
    /// <exception cref="DataFileException">The file is of another format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SynonymDictionary Load(string? path = null) =>
        new(SynonymFile.Read(path ?? Path.Combine(AppContext.BaseDirectory, "dictionary", "synonyms.json")));

    /// <summary>Other spellings of a word that can stand for it anywhere: サーバー of サーバ, あて先 of 宛先.</summary>
    /// <param name="word">In any width and case.</param>
    public IReadOnlyList<string> Spellings(string word) => Others(word, (own, other) =>
        own.Expansion == SynonymExpansion.Always && other.Expansion == SynonymExpansion.Always
        && own.Word == other.Word && own.Word != SynonymEntry.Alone && own.Short == other.Short && own.IsCurrent && other.IsCurrent
        && own.Spelling != SynonymSpelling.Latin && other.Spelling != SynonymSpelling.Latin
        && (own.Spelling == SynonymSpelling.Variant || other.Spelling == SynonymSpelling.Variant));

    /// <summary>
    /// Words that mean the same, other spellings among them. A word that the dictionary bars from this because it means several
    /// things has none, nouns have no verbs and verbs no nouns.
    /// </summary>
    /// <param name="word">In any width and case.</param>
    public IReadOnlyList<string> Synonyms(string word) => Others(word, (own, other) =>
        own.Expansion == SynonymExpansion.Always && other.Expansion != SynonymExpansion.Never && own.Inflects == other.Inflects);

    private List<string> Others(string word, Func<SynonymEntry, SynonymEntry, bool> isOther)
    {
        var normal = QueryFields.Normalize(word);
        var others = new List<string>();
        foreach (var number in _byWord.GetValueOrDefault(normal) ?? [])
        {
            foreach (var other in GroupOf(number))
            {
                if (isOther(_entries[number], _entries[other]) && QueryFields.Normalize(_entries[other].Text) != normal && !others.Contains(_entries[other].Text))
                {
                    others.Add(_entries[other].Text);
                }
            }
        }
        return others;
    }

    private IEnumerable<int> GroupOf(int number)
    {
        var group = _entries[number].Group;
        while (number > 0 && _entries[number - 1].Group == group)
        {
            number--;
        }
        for (; number < _entries.Length && _entries[number].Group == group; number++)
        {
            yield return number;
        }
    }
}
