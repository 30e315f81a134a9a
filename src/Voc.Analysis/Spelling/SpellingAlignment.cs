using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>
/// Compares two spellings that are read alike: whether one is made of the other by leaving out okurigana and by writing kanji as
/// kana. So 問い合わせ is 問合せ and 子供 is 子ども, but 風 is not 風邪.
/// </summary>
internal static class SpellingAlignment
{
    /// <summary>Longest spelling that is compared.</summary>
    private const int Longest = 24;

    /// <summary>Most kana that one kanji stands for.</summary>
    private const int KanaOfKanji = 4;

    /// <summary>Whether two spellings, read alike and in usual kanji, are spellings of one word. They must share a kanji.</summary>
    public static bool Fits(string a, string b)
    {
        if (a == b)
        {
            return true;
        }
        if (a.Length > Longest || b.Length > Longest)
        {
            return false;
        }
        // Reachable pairs of places, one bit for having shared a kanji: 1 without, 2 with.
        Span<byte> reached = stackalloc byte[(Longest + 1) * (Longest + 1)];
        reached.Clear();
        reached[0] = 1;
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (reached[At(i, j)] is > 0 and var state)
                {
                    Step(a, b, i, j, state, reached);
                }
            }
        }
        return (reached[At(a.Length, b.Length)] & 2) != 0;
    }

    private static int At(int i, int j) => (i * (Longest + 1)) + j;

    private static void Step(string a, string b, int i, int j, byte state, Span<byte> reached)
    {
        if (i < a.Length && j < b.Length && a[i] == b[j])
        {
            reached[At(i + 1, j + 1)] |= Scripts.IsKanji(a[i]) ? (byte)2 : state;
        }
        if (i < a.Length && Scripts.IsHiragana(a[i]))
        {
            reached[At(i + 1, j)] |= state;
        }
        if (j < b.Length && Scripts.IsHiragana(b[j]))
        {
            reached[At(i, j + 1)] |= state;
        }
        if (i < a.Length && Scripts.IsKanji(a[i]))
        {
            for (var n = 1; n <= KanaOfKanji && j + n <= b.Length && Scripts.IsKana(b[j + n - 1]); n++)
            {
                reached[At(i + 1, j + n)] |= state;
            }
        }
        if (j < b.Length && Scripts.IsKanji(b[j]))
        {
            for (var n = 1; n <= KanaOfKanji && i + n <= a.Length && Scripts.IsKana(a[i + n - 1]); n++)
            {
                reached[At(i + n, j + 1)] |= state;
            }
        }
    }
}
