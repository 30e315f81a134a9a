namespace Voc.Analysis.Text;

/// <summary>Small kana that only decorate: かゎぃぃ, ぁりがとぅ. Those that belong to a sound (てぃ, ふぁ) or draw one out (ねぇ) stay.</summary>
internal static class DecorativeKana
{
    private const string TakesSmallI = "てでうすずちつふとど";

    /// <summary>The letter to write for one small kana.</summary>
    /// <param name="kana">The letter.</param>
    /// <param name="before">The text before it, as normalised so far.</param>
    public static char Written(char kana, ReadOnlySpan<char> before)
    {
        var last = before.Length > 0 ? before[^1] : '\0';
        return kana switch
        {
            'ゎ' when last != 'く' && last != 'ぐ' => 'わ',
            'ぃ' when Scripts.IsHiragana(last) && (!TakesSmallI.Contains(last) || before.EndsWith("ひど")) => 'い',
            'ぅ' when last is 'と' or 'ろ' => 'う',
            'ぁ' when !Scripts.IsJapanese(last) => 'あ',
            _ => kana,
        };
    }
}
