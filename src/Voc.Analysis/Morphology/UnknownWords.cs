namespace Voc.Analysis.Morphology;

/// <summary>Makes candidates for words that no dictionary has, by the rules of MeCab 0.996.</summary>
internal sealed class UnknownWords
{
    // MeCab's default of max-grouping-size, which does not count the first character.
    private const int LongestGroup = 24;
    private readonly CharacterCategories _categories;
    private readonly Lexicon _lexicon;
    private readonly int[] _groupOfCategory;

    public UnknownWords(CharacterCategories categories, Lexicon lexicon, int[] groupOfCategory)
    {
        (_categories, _lexicon, _groupOfCategory) = (categories, lexicon, groupOfCategory);
        Space = lexicon.WordOf(FirstEntryOf("SPACE"));
    }

    /// <summary>The word of a stretch that separates words.</summary>
    public Word Space { get; }

    /// <summary>The word of an unknown entry.</summary>
    public Word WordOf(int entry) => _lexicon.WordOf(entry);

    /// <summary>Entries an unknown word that starts with a character can be.</summary>
    public ReadOnlySpan<WordEntry> Entries(char c, out int first) => _lexicon.Group(_groupOfCategory[_categories.Of(c).Index], out first);

    /// <summary>The entry whose part of speech agrees with a given one on the most levels; of equal ones, the most general.</summary>
    public WordEntry EntryLike(string[] levels)
    {
        var best = Enumerable.Range(0, _lexicon.Count).MaxBy(entry => Agreement(_lexicon.WordOf(entry), levels));
        return _lexicon.EntryAt(best);
    }

    /// <summary>Whether candidates are wanted at a place.</summary>
    /// <param name="c">The character there.</param>
    /// <param name="known">Whether a dictionary has a word there.</param>
    public bool Wanted(char c, bool known) => !known || _categories.Of(c).Invoke;

    /// <summary>Finds where candidates end that start at <paramref name="start"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of their first character.</param>
    /// <param name="to">Offset they cannot go beyond.</param>
    /// <param name="known">Whether a dictionary has a word there.</param>
    /// <param name="ends">Receives the ends, none twice; as long as the longest length of a category plus 2.</param>
    /// <returns>How many there are.</returns>
    public int Ends(ReadOnlySpan<char> text, int start, int to, bool known, Span<int> ends)
    {
        var category = _categories.Of(text[start]);
        var afterFirst = start + UnitsAt(text, start, to);
        var count = 0;
        var groupEnd = category.Group ? GroupEnd(text, afterFirst, to, category) : -1;
        if (groupEnd > 0)
        {
            ends[count++] = groupEnd;
        }

        var end = afterFirst;
        for (var length = 1; length <= category.Length && end != groupEnd; length++)
        {
            ends[count++] = end;
            if (end == to || (category.Kinds & _categories.Of(text[end]).Kinds) == 0)
            {
                break;
            }

            end += UnitsAt(text, end, to);
        }

        if (count == 0 && !known)
        {
            ends[count++] = afterFirst;
        }

        return count;
    }

    /// <summary>Length of the longest list of ends.</summary>
    public int MostEnds => _categories.LongestLength + 2;

    /// <summary>The end of the run from a place, or −1 where it is too long to be one word.</summary>
    private int GroupEnd(ReadOnlySpan<char> text, int from, int to, CharacterCategory category)
    {
        var end = from;
        for (var length = 0; end < to; length++)
        {
            // Each character is compared with the one before it and not with the first, as MeCab does.
            var next = _categories.Of(text[end]);
            if ((category.Kinds & next.Kinds) == 0)
            {
                break;
            }

            if (length == LongestGroup)
            {
                return -1;
            }

            category = next;
            end += UnitsAt(text, end, to);
        }

        return end;
    }

    private static int UnitsAt(ReadOnlySpan<char> text, int at, int to) =>
        at + 1 < to && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    private static int Agreement(Word word, string[] levels)
    {
        string[] own = [word.PartOfSpeech, word.Detail1, word.Detail2, word.Detail3];
        var same = own.Zip(levels).TakeWhile(pair => pair.First == pair.Second).Count();
        var isCommonNoun = word is { PartOfSpeech: "名詞", Detail1: "一般" };
        return (2 * same) + (isCommonNoun ? 1 : 0);
    }

    private int FirstEntryOf(string category)
    {
        _lexicon.Group(_groupOfCategory[_categories.Named(category).Index], out var first);
        return first;
    }
}
