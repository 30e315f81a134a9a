namespace Voc.Analysis.Opinions;

/// <summary>Tells who asks from who exclaims: 使いやすいですか, but 天才か and なめてんのか.</summary>
internal static class Questions
{
    /// <summary>Whether a final particle asks.</summary>
    public static bool Asks(Passage p, int i)
    {
        if (p.Is(i, "かな") || p.Is(i, "かしら"))
        {
            return true;
        }

        if (!p.Is(i, "か") || Contractions.IsAdjectiveEnding(p, i))
        {
            return false;
        }

        // Without politeness and without a mark, か at the end asks nobody.
        var isLast = p.Class(i + 1) is WordClass.Stop or WordClass.Other or WordClass.Symbol;
        return !isLast || IsMark(p, i + 1) || IsPolite(p, i - 1);
    }

    /// <summary>Whether a token is a question mark.</summary>
    public static bool IsMark(Passage p, int i) => p.Class(i) == WordClass.Stop && p.Surface(i)[0] is '?' or '？';

    private static bool IsPolite(Passage p, int i) =>
        p.IsBase(i, "です") || p.IsBase(i, "ます") || p.Is(i, "でしょう") || p.Is(i, "ん") && p.IsBase(i - 1, "ます") || p.Is(i, "う") && p.IsBase(i - 1, "です") || p.Is(i, "た") && p.IsBase(i - 1, "ます");
}
