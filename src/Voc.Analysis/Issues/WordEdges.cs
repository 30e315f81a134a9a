namespace Voc.Analysis.Issues;

/// <summary>
/// Where a word may stand. A run of Latin letters, or of digits, is not cut: <c>at</c> is not in <c>battery</c>, but
/// <c>iphone</c> is in <c>iPhone15</c>. A run of katakana is a compound whose last part says what it is, so a part of three
/// characters or more may end one (ドアミラー is a ミラー, バックドア no バック), a part of four or more may also begin one
/// (ブレーキ in ブレーキペダル: so long a word is seldom the beginning of another), and nothing is found in the middle.
/// </summary>
internal readonly struct WordEdges
{
    private const int ShortestEnding = 3;
    private const int ShortestBeginning = 4;

    private readonly bool _mayEndRun;
    private readonly bool _mayBeginRun;
    private readonly bool _isOneRun;

    /// <summary>The edges of a word of at least one character.</summary>
    public WordEdges(string word)
    {
        var first = word.TakeWhile(IsKatakana).Count();
        _mayEndRun = first >= ShortestEnding;
        _mayBeginRun = word.Reverse().TakeWhile(IsKatakana).Count() >= ShortestBeginning;
        _isOneRun = first == word.Length;
    }

    /// <summary>Whether the word may stand in a text from a character to another, both included.</summary>
    public bool Admit(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end + 1 < text.Length ? text[end + 1] : ' ';
        if (Joins(before, text[start]) || Joins(text[end], after))
        {
            return false;
        }
        var continues = IsKatakana(before) && IsKatakana(text[start]);
        var goesOn = IsKatakana(text[end]) && IsKatakana(after);
        return (!continues || _mayEndRun) && (!goesOn || _mayBeginRun) && !(_isOneRun && continues && goesOn);
    }

    private static bool Joins(char left, char right) =>
        (IsLatin(left) && IsLatin(right)) || (char.IsAsciiDigit(left) && char.IsAsciiDigit(right));

    private static bool IsLatin(char c) => c < '\u0250' && char.IsLetter(c);

    private static bool IsKatakana(char c) => c is (>= '\u30A1' and <= '\u30FA') or 'ー' or 'ヽ' or 'ヾ';
}
