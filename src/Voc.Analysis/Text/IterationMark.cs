using System.Text;

namespace Voc.Analysis.Text;

/// <summary>Writes out the marks that repeat the kana before them.</summary>
internal static class IterationMark
{
    private const char Voicing = '\u3099';

    /// <summary>The kana a mark stands for, or null where it stays.</summary>
    /// <param name="mark">ゝ, ゞ, ヽ or ヾ.</param>
    /// <param name="before">The text before it.</param>
    /// <param name="after">The unit after it.</param>
    public static char? Expand(char mark, ReadOnlySpan<char> before, char after)
    {
        if (before.Length == 0 || !(mark is 'ゝ' or 'ゞ' ? Scripts.IsHiragana(before[^1]) : Scripts.IsKatakana(before[^1])))
        {
            return null;
        }

        // Names are written with the mark: いすゞ, みすゞ.
        if (mark == 'ゞ' && before[^1] == 'す' && (!Scripts.IsHiragana(after) || before.EndsWith("いす") || before.EndsWith("みす")))
        {
            return null;
        }

        var plain = before[^1].ToString().Normalize(NormalizationForm.FormD)[0];
        if (mark is 'ゝ' or 'ヽ')
        {
            return plain;
        }

        var voiced = $"{plain}{Voicing}".Normalize(NormalizationForm.FormC);
        return voiced.Length == 1 ? voiced[0] : null;
    }
}
