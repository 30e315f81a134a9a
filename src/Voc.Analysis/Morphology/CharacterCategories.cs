using System.Text;

namespace Voc.Analysis.Morphology;

/// <summary>The category of every UTF-16 unit.</summary>
internal sealed class CharacterCategories
{
    // The only spaces of IPADIC's char.def. The package marks every character that char.def does not name with the number
    // of SPACE, where it means DEFAULT.
    private const string Spaces = " \t\n\v\u00D0";
    private readonly byte[] _of;
    private readonly CharacterCategory[] _categories;
    private readonly uint _space;
    private readonly uint _kanji;

    private CharacterCategories(byte[] of, CharacterCategory[] categories)
    {
        (_of, _categories) = (of, categories);
        _space = Named("SPACE").Kinds;
        _kanji = Named("KANJI").Kinds | Named("KANJINUMERIC").Kinds;
        LongestLength = categories.Max(c => c.Length);
    }

    /// <summary>The greatest length of a category.</summary>
    public int LongestLength { get; }

    /// <summary>Reads <c>unk_invoke</c> (definitions), <c>unk_char</c> (category of a character) and <c>unk_compat</c> (bits of further ones).</summary>
    public static CharacterCategories Load(DictionaryFiles files)
    {
        var defined = Definitions(files);
        var first = files.Bytes("unk_char");
        var further = files.Values<uint>("unk_compat");
        if (first.Length <= char.MaxValue || further.Length <= char.MaxValue)
        {
            throw files.Unusable(first.Length <= char.MaxValue ? "unk_char" : "unk_compat");
        }

        var space = Array.Find(defined, c => c.Name == "SPACE")!.Index;
        var combinations = new List<CharacterCategory>(defined);
        var of = new byte[char.MaxValue + 1];
        for (var c = 0; c < of.Length; c++)
        {
            var index = first[c] == space && !Spaces.Contains((char)c) ? 0 : first[c];
            if (index >= defined.Length)
            {
                throw files.Unusable("unk_char");
            }

            var wanted = defined[index] with { Kinds = defined[index].Kinds | further[c] };
            var found = combinations.IndexOf(wanted);
            if (found < 0)
            {
                found = combinations.Count;
                combinations.Add(wanted);
            }

            of[c] = (byte)found;
        }

        return new CharacterCategories(of, [.. combinations]);
    }

    /// <summary>The category of a character; that of a surrogate is DEFAULT.</summary>
    public CharacterCategory Of(char c) => _categories[_of[c]];

    /// <summary>The category of a name that the dictionary defines.</summary>
    public CharacterCategory Named(string name) => _categories.First(c => c.Name == name);

    /// <summary>Whether MeCab skips the character between words.</summary>
    public bool IsSpace(char c) => (Of(c).Kinds & _space) != 0;

    /// <summary>Whether every character is a kanji or a kanji numeral.</summary>
    public bool AreKanji(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if ((Of(c).Kinds & _kanji) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static CharacterCategory[] Definitions(DictionaryFiles files)
    {
        var bytes = files.Bytes("unk_invoke");
        var defined = new List<CharacterCategory>();
        var at = 0;

        // Each is two flags, a length, and a zero-terminated name; unused room follows the last.
        while (at + 6 < bytes.Length && bytes[at + 6] != 0)
        {
            var name = bytes.AsSpan(at + 6);
            var end = name.IndexOf((byte)0);
            if (end < 0 || defined.Count == 32)
            {
                throw files.Unusable("unk_invoke");
            }

            defined.Add(new CharacterCategory(
                defined.Count, Encoding.ASCII.GetString(name[..end]), bytes[at] == 1, bytes[at + 1] == 1, BitConverter.ToInt32(bytes, at + 2), 1u << defined.Count));
            at += 7 + end;
        }

        string[] needed = ["DEFAULT", "SPACE", "KANJI", "KANJINUMERIC"];
        return defined.Count > 0 && defined[0].Name == needed[0] && needed.All(n => defined.Exists(c => c.Name == n))
            ? [.. defined]
            : throw files.Unusable("unk_invoke");
    }
}
