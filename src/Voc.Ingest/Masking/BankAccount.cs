namespace Voc.Ingest.Masking;

/// <summary>Bank accounts, which only the words before them tell from other numbers: 普通 1234567, 記号 12345 番号 12345671.</summary>
internal static class BankAccount
{
    private const int Window = 12;
    private static readonly string[] Labels = ["口座番号", "口座", "普通預金", "普通", "当座", "貯蓄", "定期預金", "口座No"];
    private static readonly string[] Banks = ["銀行", "ゆうちょ", "郵貯", "郵便貯金", "信用金庫", "信金", "支店", "預金", "振込", "振り込", "返金", "引き落とし", "引落"];
    private static readonly string[] Postal = ["記号", "ゆうちょ", "郵貯"];

    public static bool IsAccount(FoldedText text, ReadOnlySpan<char> digits, ReadOnlySpan<DigitGroup> groups)
    {
        var start = groups[0].Start;
        return groups.Length switch
        {
            1 when Script.IsKanji(text.At(groups[0].End)) || Script.IsCounter(text.At(groups[0].End)) => false,
            1 => digits.Length is >= 6 and <= 8 ? IsNear(text, start, Labels) || IsPostalNumber(text, start) || (digits.Length == 7 && IsNear(text, start, Banks))
                : digits.Length is 5 && IsNear(text, start, Postal) && digits[0] == '1',
            2 => groups[0].Length == 5 && groups[1].Length is >= 6 and <= 8 && digits[0] is '0' or '1' && (IsNear(text, start, Postal) || IsNear(text, start, Banks) || IsNear(text, start, Labels)),
            3 => groups[0].Length is 3 or 4 && groups[1].Length == 3 && groups[2].Length == 7 && (IsNear(text, start, Labels) || IsNear(text, start, Banks)),
            _ => false,
        };
    }

    /// <summary>The number after the sign: 記号 12345 番号 12345671.</summary>
    private static bool IsPostalNumber(FoldedText text, int start)
    {
        var before = text.Original[Math.Max(0, start - (Window * 2))..start];
        var sign = before.LastIndexOf("記号");
        return sign >= 0 && before[sign..].IndexOf("番号") > 0;
    }

    private static bool IsNear(FoldedText text, int start, string[] words)
    {
        var before = text.Original[Math.Max(0, start - Window)..start];
        before = before[(before.LastIndexOfAny("。\n") + 1)..];
        foreach (var word in words)
        {
            if (before.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
