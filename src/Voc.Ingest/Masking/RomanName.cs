using System.Text;

namespace Voc.Ingest.Masking;

/// <summary>
/// Names in Latin letters. Hepburn's and Kunrei's spellings and all ways to write or leave out a long vowel have one key: Ōno, Ohno, Ono and
/// Oono are the same.
/// </summary>
internal static class RomanName
{
    private const int MaxKey = 24;

    private static readonly Dictionary<string, string> Syllables = Table(
        "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go サ sa シ shi ス su セ se ソ so ザ za ジ ji ズ zu ゼ ze ゾ zo " +
        "タ ta チ chi ツ tsu テ te ト to ダ da ヂ ji ヅ zu デ de ド do ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho バ ba ビ bi ブ bu ベ be ボ bo " +
        "パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ヰ i ヱ e ン n ー - ヴ vu " +
        "キャ kya キュ kyu キョ kyo ギャ gya ギュ gyu ギョ gyo シャ sha シュ shu ショ sho ジャ ja ジュ ju ジョ jo チャ cha チュ chu チョ cho ニャ nya ニュ nyu ニョ nyo " +
        "ヒャ hya ヒュ hyu ヒョ hyo ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo");

    private static readonly (string From, string To)[] Spellings =
    [
        ("sya", "sha"), ("syu", "shu"), ("syo", "sho"), ("tya", "cha"), ("tyu", "chu"), ("tyo", "cho"), ("zya", "ja"), ("zyu", "ju"), ("zyo", "jo"),
        ("jya", "ja"), ("jyu", "ju"), ("jyo", "jo"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("hu", "fu"), ("zi", "ji"), ("mb", "nb"), ("mp", "np"), ("mm", "nm"),
        ("ou", "o"), ("oo", "o"), ("uu", "u"), ("aa", "a"), ("ii", "i"), ("ee", "e"), ("tch", "cch"), ("-", ""),
    ];

    /// <summary>The key of a reading in katakana.</summary>
    public static string KeyOfReading(string katakana)
    {
        var roman = new StringBuilder();
        var doubled = false;
        for (var i = 0; i < katakana.Length; i++)
        {
            if (katakana[i] == 'ッ')
            {
                doubled = true;
                continue;
            }

            var length = i + 1 < katakana.Length && Syllables.ContainsKey(katakana.Substring(i, 2)) ? 2 : 1;
            var syllable = Syllables.GetValueOrDefault(katakana.Substring(i, length), "?");
            i += length - 1;
            roman.Append(doubled ? syllable[..1] : "").Append(syllable);
            doubled = false;
        }

        return Key(roman.ToString());
    }

    /// <summary>The key of a word in Latin letters, or an empty one where it is too long for a name or no word.</summary>
    public static string Key(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > MaxKey)
        {
            return "";
        }

        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = char.ToLowerInvariant(word[i]);
            c = c switch { 'ō' or 'ô' => 'o', 'ū' or 'û' => 'u', 'ā' => 'a', _ => c };
            // The h of Ohno and Satoh writes a long vowel.
            var isLength = c == 'h' && i > 0 && word[i - 1] is 'o' or 'O' && (i + 1 == word.Length || !"aiueoAIUEOyY".Contains(word[i + 1], StringComparison.Ordinal));
            if (!(c == 'h' && isLength) && c != '\'')
            {
                key.Append(c);
            }
        }

        foreach (var (from, to) in Spellings)
        {
            key.Replace(from, to);
        }

        return key.ToString();
    }

    private static Dictionary<string, string> Table(string pairs)
    {
        var words = pairs.Split(' ');
        var table = new Dictionary<string, string>();
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            table[words[i]] = words[i + 1];
        }

        return table;
    }
}
