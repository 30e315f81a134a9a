using System.Collections.Frozen;
using Voc.Analysis.Morphology;

namespace Voc.Ingest.Masking;

/// <summary>
/// Which words are people's names: common names listed with the product, and those of the dictionary that are no ordinary words besides.
/// Immutable and safe for any number of threads; one serves the whole process, for making it takes some tenths of a second.
/// </summary>
public sealed class NameBook
{
    private const int MaxSurname = 5;
    private const int MaxGivenName = 3;
    private readonly PersonNames _dictionary;
    private readonly NameSet _surnames = new(NameLists.Surnames);
    private readonly NameSet _oneKanji = new(NameLists.Given("one-kanji"));
    private readonly NameSet _hiragana = new(NameLists.Given("hiragana"));
    private readonly NameSet _surnameReadings;
    private readonly NameSet _givenReadings;
    private readonly NameSet _allSurnameReadings;
    private readonly NameSet _romanSurnames;
    private readonly NameSet _allRomanSurnames;
    private readonly NameSet _romanGivenNames;
    private readonly FrozenSet<char> _surnameKanji = NameLists.Given("surname-kanji").Select(k => k[0]).ToFrozenSet();
    private readonly FrozenSet<char> _kanji = NameLists.Given("kanji").Select(k => k[0]).ToFrozenSet();

    /// <summary>Puts the listed names and the dictionary's together.</summary>
    /// <param name="dictionary">The names of the dictionary.</param>
    public NameBook(PersonNames dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        _dictionary = dictionary;
        var all = dictionary.SurnameReadings.Where(r => r.Length > 1).ToHashSet();
        var surnames = NameLists.Surnames.SelectMany(s => dictionary.ReadingsOf(s)).Where(r => r.Length > 1).ToHashSet();
        var givenNames = dictionary.GivenNameReadings.Concat(NameLists.Given("readings")).Where(r => r.Length > 1).ToHashSet();
        (_surnameReadings, _allSurnameReadings, _givenReadings) = (new(surnames), new(all), new(givenNames));
        _allRomanSurnames = new(all.Select(RomanName.KeyOfReading));
        (_romanSurnames, _romanGivenNames) = (new(surnames.Select(RomanName.KeyOfReading)), new(givenNames.Select(RomanName.KeyOfReading)));
    }

    /// <summary>Reads the names of a tokenizer's dictionary.</summary>
    /// <param name="tokenizer">Any; its user dictionary does not matter.</param>
    public static NameBook Of(Tokenizer tokenizer) => new(PersonNames.Of(tokenizer));

    internal bool IsCommonSurname(ReadOnlySpan<char> name) => _surnames.Has(name);

    /// <summary>Whether it is a surname and hardly anything else.</summary>
    internal bool IsSurname(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaxSurname && (_surnames.Has(name) || (name.Length > 1 && _dictionary.IsSurname(name) && !_dictionary.IsOrdinaryWord(name)));

    /// <summary>Whether it is a given name of one to three kanji, as listed, in the dictionary, or made of kanji that names are made of.</summary>
    internal bool IsGivenName(ReadOnlySpan<char> name) => name.Length switch
    {
        1 => _oneKanji.Has(name),
        > 1 and <= MaxGivenName => _dictionary.IsGivenName(name) ? !IsWord(name) || IsMadeOfNameKanji(name) : IsMadeOfNameKanji(name) && !IsWord(name),
        _ => false,
    };

    /// <summary>Whether the dictionary knows it as a given name and as nothing else.</summary>
    internal bool IsOnlyGivenName(ReadOnlySpan<char> name) =>
        name.Length is > 1 and <= MaxGivenName && _dictionary.IsGivenName(name) && !IsWord(name) && !_surnames.Has(name);

    internal bool IsHiraganaGivenName(ReadOnlySpan<char> name) => _hiragana.Has(name);

    internal bool IsSurnameReading(ReadOnlySpan<char> katakana) => _surnameReadings.Has(katakana);

    internal bool IsGivenNameReading(ReadOnlySpan<char> katakana) => _givenReadings.Has(katakana);

    /// <summary>Whether any surname of the dictionary is read so; of those in kana, many are other words too.</summary>
    internal bool IsAnySurnameReading(ReadOnlySpan<char> katakana) => _surnameReadings.Has(katakana) || _allSurnameReadings.Has(katakana);

    internal bool IsAnyRomanSurname(ReadOnlySpan<char> key) => _allRomanSurnames.Has(key);

    internal bool IsRomanSurname(ReadOnlySpan<char> key) => _romanSurnames.Has(key);

    internal bool IsRomanGivenName(ReadOnlySpan<char> key) => _romanGivenNames.Has(key);

    /// <summary>Whether it is an ordinary word, a place or a firm.</summary>
    internal bool IsWord(ReadOnlySpan<char> text) => _dictionary.IsOrdinaryWord(text) || _dictionary.IsPlaceOrFirm(text);

    /// <summary>Whether two or three kanji that nothing else is known of look like a surname; for places where a name is expected.</summary>
    internal bool LooksLikeSurname(ReadOnlySpan<char> name) => name.Length is 2 or 3 && IsMadeOf(name, _surnameKanji) && !IsWord(name);

    private bool IsMadeOfNameKanji(ReadOnlySpan<char> name) => IsMadeOf(name, _kanji);

    private static bool IsMadeOf(ReadOnlySpan<char> name, FrozenSet<char> kanji)
    {
        foreach (var c in name)
        {
            if (!kanji.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
