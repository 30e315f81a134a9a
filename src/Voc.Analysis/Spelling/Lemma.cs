using System.Text;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>A word of the dictionary in its base form.</summary>
/// <param name="Surface">As it is written.</param>
/// <param name="Reading">In katakana.</param>
/// <param name="PartOfSpeech">The first letter of its part of speech.</param>
/// <param name="ConjugationType">Or <c>*</c>.</param>
/// <param name="Cost">The higher the rarer.</param>
internal readonly record struct Lemma(string Surface, string Reading, char PartOfSpeech, string ConjugationType, int Cost)
{
    /// <summary>Shortest reading of a verb that is taken for its stem.</summary>
    private const int ShortestStem = 3;

    private const string LastOfBase = "ウクグスツヌブムル";
    private const string LastOfStem = "イキギシチニビミリ";

    /// <summary>How many kanji it has.</summary>
    public int KanjiCount => Surface.Count(Scripts.IsKanji);

    /// <summary>Whether its end changes.</summary>
    public bool Inflects => ConjugationType != "*";

    /// <summary>
    /// The reading that its spellings share; of verbs with two kanji or more that of their stem. 申込み is the noun 申し込み as much
    /// as the verb 申し込む, and the dictionary has one for the one and another for the other.
    /// </summary>
    public string SharedReading
    {
        get
        {
            var stem = KanjiCount < 2 || Reading.Length <= ShortestStem ? null : Stem();
            return stem?.Length >= ShortestStem ? stem : Inflects ? Reading + Inflected : Reading;
        }
    }

    /// <summary>Ends the shared reading of words whose end changes, which no spelling of a noun has.</summary>
    private const char Inflected = '*';

    /// <summary>Goes through all but names and words that only stand behind others.</summary>
    public static IEnumerable<Lemma> All(Lexicon lexicon)
    {
        for (var entry = 0; entry < lexicon.Count; entry++)
        {
            if (Read(lexicon.LineOf(entry), lexicon.EntryAt(entry).Cost, contentOnly: true) is { } lemma)
            {
                yield return lemma;
            }
        }
    }

    /// <summary>The commonest word of the dictionary that is spelt like this and has this for its base form, or null.</summary>
    public static Lemma? Find(SystemDictionary dictionary, string surface)
    {
        var node = dictionary.Surfaces.First(surface[0]);
        for (var i = 1; node > 0 && i < surface.Length; i++)
        {
            node = dictionary.Surfaces.Child(node, surface[i]);
        }
        if (node == 0 || dictionary.Surfaces.Value(node) is not (>= 0 and var group))
        {
            return null;
        }
        Lemma? best = null;
        var entries = dictionary.Lexicon.Group(group, out var first);
        for (var i = 0; i < entries.Length; i++)
        {
            if ((best is null || entries[i].Cost < best.Value.Cost) && Read(dictionary.Lexicon.LineOf(first + i), entries[i].Cost, contentOnly: false) is { } lemma)
            {
                best = lemma;
            }
        }
        return best;
    }

    private static Lemma? Read(ReadOnlySpan<byte> line, int cost, bool contentOnly)
    {
        Span<Range> fields = stackalloc Range[10];
        var count = 0;
        foreach (var field in line.Split((byte)','))
        {
            fields[count++] = field;
            if (count == fields.Length)
            {
                break;
            }
        }
        if (count < fields.Length || (contentOnly && !IsContent(line[fields[1]], line[fields[2]])))
        {
            return null;
        }
        var form = line[fields[6]];
        var isBase = form.SequenceEqual("*"u8) || form.SequenceEqual("基本形"u8);
        return isBase && line[fields[8]].Length > 3
            ? new Lemma(Utf16(line[fields[0]]), Utf16(line[fields[8]]), Utf16(line[fields[1]])[0], Utf16(line[fields[5]]), cost)
            : null;
    }

    private static bool IsContent(ReadOnlySpan<byte> part, ReadOnlySpan<byte> detail)
    {
        if (part.SequenceEqual("名詞"u8))
        {
            return !(detail.SequenceEqual("固有名詞"u8) || detail.SequenceEqual("非自立"u8) || detail.SequenceEqual("代名詞"u8)
                || detail.SequenceEqual("特殊"u8) || detail.SequenceEqual("数"u8) || detail.SequenceEqual("接尾"u8));
        }
        var isOther = part.SequenceEqual("動詞"u8) || part.SequenceEqual("形容詞"u8) || part.SequenceEqual("副詞"u8);
        return isOther && !detail.SequenceEqual("非自立"u8) && !detail.SequenceEqual("接尾"u8);
    }

    private static string Utf16(ReadOnlySpan<byte> utf8) => utf8.Length == 1 && utf8[0] == '*' ? "*" : Encoding.UTF8.GetString(utf8);

    private string? Stem()
    {
        if (ConjugationType.StartsWith("一段", StringComparison.Ordinal) && Reading[^1] == 'ル')
        {
            return Reading[..^1];
        }
        var last = LastOfBase.IndexOf(Reading[^1], StringComparison.Ordinal);
        return ConjugationType.StartsWith("五段", StringComparison.Ordinal) && last >= 0 ? Reading[..^1] + LastOfStem[last] : null;
    }
}
