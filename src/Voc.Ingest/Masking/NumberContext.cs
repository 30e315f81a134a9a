namespace Voc.Ingest.Masking;

/// <summary>What stands around a number and says what it is.</summary>
internal static class NumberContext
{
    private const int Window = 14;
    private const int MinJoined = 9;
    private const int MaxJoined = 14;

    private static readonly string[] Codes =
    [
        "注文", "受注", "発注", "伝票", "追跡", "品番", "型番", "型式", "商品番号", "商品コード", "製品番号", "製造番号", "シリアル", "ロット",
        "管理番号", "受付番号", "問合せ番号", "問い合わせ番号", "問合番号", "会員番号", "顧客番号", "契約番号", "予約番号", "請求書", "領収書", "JAN", "ISBN", "order", "Order",
    ];

    private static readonly string[] Phones = ["電話", "携帯", "連絡先", "TEL", "Tel", "tel", "ＴＥＬ", "FAX", "Fax", "fax", "ＦＡＸ", "ファックス", "ケータイ", "℡", "☎"];

    private static readonly string[] IndividualNumbers = ["マイナンバー", "個人番号"];

    private static readonly string[] WordsBeforeNumber = ["tel", "fax", "phone", "mobile", "cell", "ph", "no", "f", "t", "m"];

    /// <summary>Whether the digits go on from a code such as <c>AB-</c>, an amount or an address of a page.</summary>
    public static bool IsInsideCode(FoldedText text, int start)
    {
        var before = text.At(start - 1);
        if (char.IsAsciiLetter(before))
        {
            return !IsWordBeforeNumber(text, start);
        }

        return before is '¥' or '\\' or '$' or '_' or '#'
            || (before is '-' or '/' or '.' or '=' or ',' && IsJoined(text, start));
    }

    /// <summary>Whether the digits before an offset go on as a code, an amount or a count.</summary>
    public static bool GoesOnAsCode(FoldedText text, int end)
    {
        var after = text.At(end);
        return char.IsAsciiLetterOrDigit(after) || after is '_' or '円'
            || (after is '-' or '/' or ',' or '.' && char.IsAsciiLetterOrDigit(text.At(end + 1)) && !IsBeforeNext(text, end));
    }

    /// <summary>Whether the sign before an offset joins the digits to something that is no label and no other telephone number.</summary>
    private static bool IsJoined(FoldedText text, int start)
    {
        var (sign, before) = (text.At(start - 1), text.At(start - 2));
        if (char.IsAsciiLetter(before))
        {
            return !IsWordBeforeNumber(text, start - 1) && !(sign == ',' && text.At(start) == '0');
        }

        var isList = sign is '/' or ',' && text.At(start) is '0' && char.IsAsciiDigit(before);
        return before == '/' || (char.IsAsciiDigit(before) && !(isList && IsAfterNumber(text, start - 2)));
    }

    /// <summary>Whether ten digits or more, perhaps in groups, end at an offset, and no address of a page is around them.</summary>
    private static bool IsAfterNumber(FoldedText text, int last)
    {
        var digits = 0;
        while (last >= 0 && digits < MaxJoined && (char.IsAsciiDigit(text.Folded[last]) || text.Folded[last] is '-' or ' ' or '(' or ')'))
        {
            digits += char.IsAsciiDigit(text.Folded[last--]) ? 1 : 0;
        }

        return digits is >= MinJoined and < MaxJoined && !char.IsAsciiLetter(text.At(last)) && text.At(last) != '/';
    }

    public static bool IsLabelledAsCode(FoldedText text, int start)
    {
        var before = Before(text, start);
        return LastIndex(before, Codes) > LastIndex(before, Phones);
    }

    public static bool IsLabelledAsPhone(FoldedText text, int start)
    {
        var before = Before(text, start);
        return LastIndex(before, Phones) > LastIndex(before, Codes);
    }

    public static bool IsLabelledAsIndividualNumber(FoldedText text, int start) => LastIndex(Before(text, start), IndividualNumbers) >= 0;

    /// <summary>Whether a list goes on after a number: with another number, or with a mail address.</summary>
    private static bool IsBeforeNext(FoldedText text, int end) =>
        text.At(end) is '/' or ',' && IsAfterNumber(text, end - 1) && (text.At(end + 1) == '0' || char.IsAsciiLetter(text.At(end + 1)));

    /// <summary>The words before an offset in the same clause.</summary>
    private static ReadOnlySpan<char> Before(FoldedText text, int start)
    {
        var window = text.Original[Math.Max(0, start - Window)..start];
        return window[(window.LastIndexOfAny("。、\n,") + 1)..];
    }

    private static int LastIndex(ReadOnlySpan<char> window, string[] words)
    {
        var last = -1;
        foreach (var word in words)
        {
            last = Math.Max(last, window.LastIndexOf(word, StringComparison.Ordinal));
        }

        return last;
    }

    private static bool IsWordBeforeNumber(FoldedText text, int start)
    {
        foreach (var word in WordsBeforeNumber)
        {
            if (text.Folded[..start].EndsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetter(text.At(start - word.Length - 1)))
            {
                return true;
            }
        }

        return false;
    }
}
