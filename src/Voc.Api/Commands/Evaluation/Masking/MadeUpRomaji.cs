using System.Text;

namespace Voc.Api.Commands.Evaluation.Masking;

/// <summary>Readings in Hepburn's spelling as passports have it: long vowels left out, a capital first.</summary>
internal static class MadeUpRomaji
{
    private const string Rows = "アaイiウuエeオoカkaキkiクkuケkeコkoサsaシshiスsuセseソsoタtaチchiツtsuテteトtoナnaニniヌnuネneノnoハhaヒhiフfuヘheホhoマmaミmiムmuメmeモmoヤyaユyuヨyoラraリriルruレreロroワwaンnガgaギgiグguゲgeゴgoザzaジjiズzuゼzeゾzoダdaヂjiヅzuデdeドdoバbaビbiブbuベbeボboパpaピpiプpuペpeポpo";

    public static string Of(string katakana)
    {
        var text = new StringBuilder();
        var doubled = false;
        foreach (var c in katakana)
        {
            if (c is 'ャ' or 'ュ' or 'ョ')
            {
                var isSibilant = text.Length > 1 && text[^2] is 'h' or 'j';
                text.Length--;
                text.Append(isSibilant || (text.Length > 0 && text[^1] == 'j') ? "" : "y").Append(c == 'ャ' ? 'a' : c == 'ュ' ? 'u' : 'o');
                continue;
            }

            if (c == 'ッ')
            {
                doubled = true;
                continue;
            }

            var syllable = Syllable(c);
            var isLength = (c == 'ウ' && text.Length > 0 && text[^1] is 'o' or 'u') || (c == 'オ' && text.Length > 0 && text[^1] == 'o');
            text.Append(doubled ? syllable[..1] : "").Append(isLength ? "" : syllable);
            doubled = false;
        }

        return char.ToUpperInvariant(text[0]) + text.ToString(1, text.Length - 1);
    }

    private static string Syllable(char kana)
    {
        var start = Rows.IndexOf(kana, StringComparison.Ordinal) + 1;
        var end = start;
        while (end < Rows.Length && char.IsAsciiLetter(Rows[end]))
        {
            end++;
        }

        return Rows[start..end];
    }
}
