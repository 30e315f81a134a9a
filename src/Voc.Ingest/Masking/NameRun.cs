namespace Voc.Ingest.Masking;

/// <summary>How far a name reaches in a text.</summary>
internal static class NameRun
{
    private const int MaxName = 12;
    private const int MaxHiragana = 6;
    private static readonly string[] Titles = ["部長", "課長", "店長", "社長", "先生", "主任", "係長"];

    /// <summary>The start of the run of kanji and katakana, with at most one space, that ends at an offset.</summary>
    public static int Start(FoldedText text, int end)
    {
        var start = end;
        var spaces = 0;
        while (start > 0 && end - start < MaxName)
        {
            if (!Script.IsNameScript(text.Original[start - 1]))
            {
                var space = text.At(start - 1) == ' ' && spaces == 0 && start < end && start >= 2 && Script.IsNameScript(text.Original[start - 2]);
                if (!space)
                {
                    break;
                }

                spaces++;
            }

            start--;
        }

        return start;
    }

    /// <summary>The start of a name in hiragana that ends at an offset, or the offset where none does.</summary>
    public static int HiraganaStart(FoldedText text, int end)
    {
        var start = end;
        while (start > 0 && end - start <= MaxHiragana && Script.IsHiragana(text.Original[start - 1]) && text.Original[start - 1] is not ('は' or 'の'))
        {
            start--;
        }

        var bounded = start == 0 || !Script.IsKanji(text.Original[start - 1]);
        return bounded && end - start is >= 2 and <= MaxHiragana ? start : end;
    }

    /// <summary>The end of a name in any script that starts at an offset, with at most one space inside.</summary>
    public static int End(FoldedText text, int start, bool spoken)
    {
        var end = start;
        var spaces = 0;
        while (end < text.Length && end - start < MaxName * 2)
        {
            var c = text.Original[end];
            var letter = Script.IsNameScript(c) || (!spoken && (Script.IsHiragana(c) || char.IsAsciiLetter(text.Folded[end])));
            if (!letter && !(text.At(end) == ' ' && spaces++ == 0 && end > start))
            {
                break;
            }

            end++;
        }

        while (end > start && text.At(end - 1) == ' ')
        {
            end--;
        }

        return end;
    }

    /// <summary>Steps back over a title such as 店長 that stands between a name and its honorific.</summary>
    public static int WithoutTitle(FoldedText text, int end)
    {
        foreach (var title in Titles)
        {
            if (text.EndsBefore(title, end))
            {
                return end - title.Length;
            }
        }

        return end;
    }
}
