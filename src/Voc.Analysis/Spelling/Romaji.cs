namespace Voc.Analysis.Spelling;

/// <summary>Reads Latin letters as Japanese is typed with them, finished or not.</summary>
internal static class Romaji
{
    private const string Consonants = "bcdfghjkmpqrstvwxyz";
    private const int LongestSyllable = 4;

    private static readonly (string Letters, string Kana)[] Rows =
    [
        ("", "アイウエオ"), ("k", "カキクケコ"), ("c", "カ_ク_コ"), ("s", "サシスセソ"), ("t", "タチツテト"), ("n", "ナニヌネノ"), ("h", "ハヒフヘホ"), ("m", "マミムメモ"),
        ("y", "ヤ_ユ_ヨ"), ("r", "ラリルレロ"), ("w", "ワ____"), ("g", "ガギグゲゴ"), ("z", "ザジズゼゾ"), ("d", "ダヂヅデド"), ("b", "バビブベボ"), ("p", "パピプペポ"),
    ];

    private static readonly Dictionary<string, string> Others = new()
    {
        ["shi"] = "シ",
        ["chi"] = "チ",
        ["tsu"] = "ツ",
        ["fu"] = "フ",
        ["ji"] = "ジ",
        ["wo"] = "ヲ",
        ["nn"] = "ン",
        ["n'"] = "ン",
        ["xn"] = "ン",
        ["-"] = "ー",
        ["vu"] = "ヴ",
        ["wi"] = "ウィ",
        ["we"] = "ウェ",
        ["ti"] = "チ",
        ["thi"] = "ティ",
        ["t'i"] = "ティ",
        ["dhi"] = "ディ",
        ["d'i"] = "ディ",
        ["dhu"] = "デュ",
        ["twu"] = "トゥ",
        ["dwu"] = "ドゥ",
        ["che"] = "チェ",
        ["she"] = "シェ",
        ["je"] = "ジェ",
        ["ye"] = "イェ",
        ["tsa"] = "ツァ",
        ["tsi"] = "ツィ",
        ["tse"] = "ツェ",
        ["tso"] = "ツォ",
        ["kwa"] = "クァ",
        ["xtu"] = "ッ",
        ["ltu"] = "ッ",
        ["xya"] = "ャ",
        ["xyu"] = "ュ",
        ["xyo"] = "ョ",
        ["xa"] = "ァ",
        ["xi"] = "ィ",
        ["xu"] = "ゥ",
        ["xe"] = "ェ",
        ["xo"] = "ォ",
    };

    private static readonly (string Letters, char Kana)[] Palatal =
    [
        ("ky", 'キ'), ("sy", 'シ'), ("sh", 'シ'), ("ty", 'チ'), ("ch", 'チ'), ("cy", 'チ'), ("ny", 'ニ'), ("hy", 'ヒ'), ("my", 'ミ'), ("ry", 'リ'),
        ("gy", 'ギ'), ("zy", 'ジ'), ("jy", 'ジ'), ("j", 'ジ'), ("dy", 'ヂ'), ("by", 'ビ'), ("py", 'ピ'),
    ];

    private static readonly Dictionary<string, string> Syllables = Table();

    /// <summary>What katakana the letters may be the beginning of; none where they are no romaji. <c>hais</c> gives ハイサ, ハイシ and so on.</summary>
    /// <param name="letters">Lower case.</param>
    public static IReadOnlyList<string> Prefixes(string letters)
    {
        var kana = "";
        var at = 0;
        while (at < letters.Length && Step(letters, at, out var step) is { } syllable)
        {
            kana += syllable;
            at += step;
        }
        var rest = letters[at..];
        if (rest.Length == 0)
        {
            return kana.Length > 0 ? [kana] : [];
        }
        var begun = Syllables.Where(s => s.Key.StartsWith(rest, StringComparison.Ordinal)).Select(s => kana + s.Value[0]).Append(rest == "n" ? kana + "ン" : "");
        return [.. begun.Where(b => b.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string? Step(string letters, int at, out int step)
    {
        var isDouble = at + 1 < letters.Length && letters[at] == letters[at + 1] && Consonants.Contains(letters[at], StringComparison.Ordinal);
        var isN = letters[at] == 'n' && at + 1 < letters.Length && Consonants.Contains(letters[at + 1], StringComparison.Ordinal) && letters[at + 1] != 'y';
        step = 1;
        if (isDouble || isN)
        {
            return isDouble ? "ッ" : "ン";
        }
        for (step = Math.Min(LongestSyllable, letters.Length - at); step > 0; step--)
        {
            if (Syllables.TryGetValue(letters.Substring(at, step), out var syllable))
            {
                return syllable;
            }
        }
        return null;
    }

    private static Dictionary<string, string> Table()
    {
        const string Vowels = "aiueo";
        var table = new Dictionary<string, string>(Others);
        foreach (var (letters, kana) in Rows)
        {
            for (var vowel = 0; vowel < Vowels.Length; vowel++)
            {
                if (kana[vowel] != '_')
                {
                    table.TryAdd(letters + Vowels[vowel], kana[vowel].ToString());
                }
            }
        }
        foreach (var (letters, kana) in Palatal)
        {
            table.TryAdd(letters + 'a', kana + "ャ");
            table.TryAdd(letters + 'u', kana + "ュ");
            table.TryAdd(letters + 'o', kana + "ョ");
        }
        foreach (var (vowel, small) in new[] { ('a', 'ァ'), ('i', 'ィ'), ('e', 'ェ'), ('o', 'ォ') })
        {
            table.TryAdd($"f{vowel}", $"フ{small}");
            table.TryAdd($"v{vowel}", $"ヴ{small}");
        }
        return table;
    }
}
