namespace Voc.Analysis.Opinions;

/// <summary>
/// Casual and regional forms that the dictionary takes apart in another way than they are meant: わかんない, うまか, 短すぎ,
/// 使えんくなった. The tokens stay as they are; only their reading changes.
/// </summary>
internal static class Contractions
{
    private const string StemsOfAdjectives = "高安早速遅良悪旨甘辛強弱軽重広狭長短近遠古深浅薄厚太細硬固痛臭怖凄酷";
    private const string EndsOfPotential = "えけげせてねべめれ";
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KanaStems = TailReader.Set("うま", "すご", "やば", "きつ", "ひど", "まず");

    /// <summary>What a token lacks of its base form: る of わか(んない), い of うま(か) and 短(すぎ); <c>\0</c> for nothing.</summary>
    public static char Missing(Passage p, int i) => p.Class(i) switch
    {
        WordClass.Verb => p.Is(i + 1, "ん") && IsNai(p, i + 2) ? 'る' : '\0',
        WordClass.Noun or WordClass.NounSuffix or WordClass.AdjectivalNoun =>
            p.Is(i + 1, "すぎ") || p.Is(i + 1, "過ぎ") || p.IsBase(i + 1, "すぎる") || p.IsBase(i + 1, "過ぎる") || IsAdjectiveEnding(p, i + 1) ? 'い' : '\0',
        _ => '\0',
    };

    /// <summary>か behind the stem of an adjective, where the west of Japan writes い: すごか, 早か.</summary>
    public static bool IsAdjectiveEnding(Passage p, int i)
    {
        if (!p.Is(i, "か") || i == 0)
        {
            return false;
        }

        var stem = p.Surface(i - 1);
        return p.Class(i - 1) == WordClass.Adjective
            ? p.Tokens[i - 1].Word.ConjugationForm == "ガル接続"
            : stem.Length == 1 ? StemsOfAdjectives.Contains(stem[0]) : KanaStems.Contains(stem);
    }

    /// <summary>Whether ん and ない here are one negation: わかんない, つまんねー.</summary>
    public static bool IsOneNegation(Passage p, int i) => p.Is(i, "ん") && p.Class(i) == WordClass.Auxiliary && IsNai(p, i + 1);

    /// <summary>Whether a verb holds its negation itself, as the dictionary reads 使えん in 使えんくなった.</summary>
    public static bool HoldsNegation(Passage p, int i)
    {
        var verb = p.Surface(i);
        return p.Class(i) == WordClass.Verb && verb.Length > 1 && verb[^1] == 'ん' && EndsOfPotential.Contains(verb[^2])
            && p.Class(i + 1) != WordClass.DependentNoun && !p.IsBase(i + 1, "だ") && !p.IsBase(i + 1, "です") && !TailReader.IsNegative(p, i + 1);
    }

    /// <summary>ねー and ねぇ, which deny behind a verb, ん or 〜く and only stress elsewhere.</summary>
    public static bool IsRoughNegation(Passage p, int i)
    {
        if (p.Class(i) != WordClass.FinalParticle || !(p.Is(i, "ねー") || p.Is(i, "ねぇ") || p.Is(i, "ねえ")))
        {
            return false;
        }

        return p.Class(i - 1) == WordClass.Verb && p.Tokens[i - 1].Word.ConjugationForm is "未然形" or "連用形" or "命令ｅ" or "仮定形"
            || p.Is(i - 1, "ん") && p.Class(i - 1) == WordClass.Auxiliary
            || p.Class(i - 1) == WordClass.Adjective && p.Tokens[i - 1].Word.ConjugationForm == "連用テ接続";
    }

    private static bool IsNai(Passage p, int i) => p.IsBase(i, "ない") || p.Is(i, "ねえ") || p.Is(i, "ねー") || p.Is(i, "ねぇ");
}
