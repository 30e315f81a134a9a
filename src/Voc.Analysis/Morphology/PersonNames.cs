using System.Collections.Frozen;
using System.Text;

namespace Voc.Analysis.Morphology;

/// <summary>
/// What the system dictionary knows of people's names: its surnames and given names in kanji, and their readings. Immutable and safe for
/// any number of threads. Making it reads every entry once, which takes some tenths of a second; looking up costs no allocation.
/// </summary>
public sealed class PersonNames
{
    private const string GivenPart = "人名,名,";
    private static readonly byte[] Surname = Encoding.UTF8.GetBytes("人名,姓,");
    private static readonly byte[] Given = Encoding.UTF8.GetBytes(GivenPart);

    private readonly SystemDictionary _dictionary;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _surnames;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _givenNames;

    private PersonNames(SystemDictionary dictionary, Dictionary<string, List<string>> surnames, HashSet<string> givenNames, HashSet<string> givenReadings)
    {
        _dictionary = dictionary;
        _surnames = surnames.ToFrozenDictionary(s => s.Key, s => s.Value.ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();
        _givenNames = givenNames.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        SurnameReadings = surnames.Values.SelectMany(r => r).ToFrozenSet();
        GivenNameReadings = givenReadings.ToFrozenSet();
    }

    /// <summary>Readings of surnames that are written in kanji, in katakana.</summary>
    public IReadOnlyCollection<string> SurnameReadings { get; }

    /// <summary>Readings of given names that are written in kanji, in katakana.</summary>
    public IReadOnlyCollection<string> GivenNameReadings { get; }

    /// <summary>Reads the names of a tokenizer's system dictionary.</summary>
    /// <param name="tokenizer">Whose dictionary.</param>
    public static PersonNames Of(Tokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        var lexicon = tokenizer.Dictionary.Lexicon;
        var surnames = new Dictionary<string, List<string>>();
        var (givenNames, givenReadings) = (new HashSet<string>(), new HashSet<string>());
        for (var entry = 0; entry < lexicon.Count; entry++)
        {
            var line = lexicon.LineOf(entry);
            var isSurname = line.IndexOf(Surname) >= 0;
            if (!isSurname && line.IndexOf(Given) < 0)
            {
                continue;
            }

            var (surface, reading) = Fields(line);
            if (surface[0] < '\u3400')
            {
                continue; // Kana are foreign names, or the reading of another entry.
            }

            if (isSurname)
            {
                surnames.TryAdd(surface, []);
                surnames[surface].Add(reading);
            }
            else
            {
                givenNames.Add(surface);
                givenReadings.Add(reading);
            }
        }

        return new(tokenizer.Dictionary, surnames, givenNames, givenReadings);
    }

    /// <summary>Whether the dictionary has a surname of this spelling.</summary>
    public bool IsSurname(ReadOnlySpan<char> surface) => _surnames.ContainsKey(surface);

    /// <summary>Whether the dictionary has a given name of this spelling.</summary>
    public bool IsGivenName(ReadOnlySpan<char> surface) => _givenNames.Contains(surface);

    /// <summary>Readings of a surname in katakana; none where the dictionary does not have it.</summary>
    public IReadOnlyList<string> ReadingsOf(ReadOnlySpan<char> surname) => _surnames.TryGetValue(surname, out var readings) ? readings : [];

    /// <summary>Whether the dictionary has a word of this spelling that is no proper name.</summary>
    public bool IsOrdinaryWord(ReadOnlySpan<char> surface) => Has(surface, static word => word.Detail1 != "固有名詞");

    /// <summary>Whether the dictionary has a place, an organisation or another proper name of this spelling that is nobody's name.</summary>
    public bool IsPlaceOrFirm(ReadOnlySpan<char> surface) => Has(surface, static word => word is { Detail1: "固有名詞", Detail2: not "人名" });

    private bool Has(ReadOnlySpan<char> surface, Func<Word, bool> condition)
    {
        if (surface.IsEmpty)
        {
            return false;
        }

        var node = _dictionary.Surfaces.First(surface[0]);
        for (var i = 1; i < surface.Length && node != 0; i++)
        {
            node = _dictionary.Surfaces.Child(node, surface[i]);
        }

        var group = node == 0 ? -1 : _dictionary.Surfaces.Value(node);
        if (group < 0)
        {
            return false;
        }

        var count = _dictionary.Lexicon.Group(group, out var first).Length;
        for (var entry = first; entry < first + count; entry++)
        {
            if (condition(_dictionary.Lexicon.WordOf(entry)))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Surface, string Reading) Fields(ReadOnlySpan<byte> line)
    {
        var surface = line[..line.IndexOf((byte)',')];
        var withoutPronunciation = line[..line.LastIndexOf((byte)',')];
        return (Encoding.UTF8.GetString(surface), Encoding.UTF8.GetString(withoutPronunciation[(withoutPronunciation.LastIndexOf((byte)',') + 1)..]));
    }
}
