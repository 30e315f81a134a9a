namespace Voc.Analysis.Text;

/// <summary>What a drawn-out sound is in ordinary spelling.</summary>
internal static class Elongation
{
    private const string EndsOfRough = "げめせべえけれ";

    /// <summary>What to write for marks of a prolonged sound, or null for nothing.</summary>
    /// <param name="before">The text before them.</param>
    /// <param name="after">The unit after them.</param>
    /// <param name="next">The unit after that one.</param>
    /// <param name="marks">How many there are.</param>
    public static char? Written(ReadOnlySpan<char> before, char after, char next, int marks)
    {
        if (before.Length == 0 || !Scripts.IsHiragana(before[^1]))
        {
            // ヤバーイ, スゴーイ, but ハワー in the middle of a word stays.
            var isCalled = after == 'イ' && next is not ('ー' or 'ッ') && !Scripts.IsKatakana(next) && before.Length > 1 && Scripts.IsKatakana(before[^2]) && Scripts.IsKatakana(before[^1]);
            return isCalled ? null : Scripts.ProlongedSound;
        }

        // すげーーー, うめー: the mark stands for the ending of a rough adjective.
        if (EndsOfRough.Contains(before[^1]) && !Scripts.IsJapanese(after))
        {
            return Scripts.ProlongedSound;
        }

        // おいしー, かわいー: the mark stands for the ending of the adjective.
        if (!Scripts.IsJapanese(after) && before.Length > 1 && Scripts.IsJapanese(before[^2]) && (before[^1] == 'し' || before.EndsWith("かわい")))
        {
            return 'い';
        }

        // すごーい, but はーい and わーい are words.
        var isInAdjective = after == 'い' && before.Length > 1 && Scripts.IsJapanese(before[^2]);
        return marks > 1 || isInAdjective ? null : Scripts.ProlongedSound;
    }
}
