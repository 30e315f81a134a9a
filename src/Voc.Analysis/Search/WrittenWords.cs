using Voc.Analysis.Morphology;

namespace Voc.Analysis.Search;

/// <summary>
/// Words as they are written, which IPADIC cuts shorter: a noun with the suffixes that make another noun of it (炊飯|器, 説明|書, 安全|性) and
/// a prefix that does (再|起動, 不|具合). What leaves a noun what it is stays apart: titles (さん), times (購入|後), counters, plurals, politeness
/// (ご|対応) and what points at it (本|製品). Nouns that follow each other (返品|手続き) are as many words.
/// </summary>
internal static class WrittenWords
{
    private static readonly HashSet<string> ApartPrefixes =
        new(["お", "ご", "御", "各", "毎", "当", "本", "同", "両", "某", "貴", "弊", "全", "約", "翌", "計", "現", "他"], StringComparer.Ordinal);

    private static readonly HashSet<string> ApartSuffixes = new(["たち", "達", "ら", "等", "ども", "共", "がた", "方", "側", "込み", "込"], StringComparer.Ordinal);

    /// <summary>The last token of the word that begins with one; that one itself where nothing joins it.</summary>
    public static int LastOf(string text, List<Token> tokens, int first)
    {
        var last = first;
        if (IsPrefix(text, tokens[first]) && first + 1 < tokens.Count && IsNoun(tokens[first + 1]) && CodeTerms.EndAt(text, tokens, first + 1) == first + 1)
        {
            last++;
        }
        if (IsNoun(tokens[last]))
        {
            while (last + 1 < tokens.Count && IsSuffix(text, tokens[last + 1]))
            {
                last++;
            }
        }
        return last;
    }

    private static bool IsPrefix(string text, in Token token) =>
        token.Word is { PartOfSpeech: "接頭詞", Detail1: "名詞接続" } && !ApartPrefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token.Surface(text));

    private static bool IsNoun(in Token token) =>
        token.Word is { PartOfSpeech: "名詞", Detail1: "一般" or "サ変接続" or "固有名詞" or "形容動詞語幹" or "ナイ形容詞語幹" };

    private static bool IsSuffix(string text, in Token token) =>
        token.Word is { PartOfSpeech: "名詞", Detail1: "接尾", Detail2: "一般" or "サ変接続" or "形容動詞語幹" or "地域" }
        && !ApartSuffixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token.Surface(text));
}
