using System.Text;

namespace Voc.Analysis.Text;

/// <summary>The rules by which a sentence ends.</summary>
internal static class SentenceEnd
{
    private const string Marks = "。｡！？!?‼⁉❗❓";
    private const string Trailing = "…‥・";
    private const string Particles = "とっがをにのもはでやへか、。，,・";
    private const string QuotingVerbs = "言思いの聞感考書問お";
    private static readonly string[] NotParticles = ["でも", "とても", "とにかく", "もう", "もし", "はい", "はじめ", "やっと", "やはり", "やっぱ", "かなり", "のち"];
    private static readonly string[] Predicates = ["です", "ます", "した", "せん", "ない", "たい", "けど", "った", "だよ", "だね", "よね", "かな", "かも", "すが", "たが", "ので", "のに"];
    private static readonly string[] NamesWithMark = ["Yahoo!", "yahoo!", "Ｙａｈｏｏ！"];

    /// <summary>Reads the mark at a place.</summary>
    /// <returns>Where it ends, with all that belongs to it, and whether the sentence that began at <paramref name="start"/> does too.</returns>
    public static (int Next, bool Ends) Read(string text, Brackets brackets, int start, int at)
    {
        var c = text[at];
        if (Marks.Contains(c))
        {
            var end = SkipTail(text, brackets, at);
            return IsMarkInside(text, start, at) ? (at + 1, false) : (end, !IsQuoted(text, end));
        }

        if (Trailing.Contains(c) || c is '.' or '．')
        {
            return ReadDots(text, brackets, start, at);
        }

        var next = c is 'w' or 'W' or 'ｗ' or 'Ｗ' ? Laughter.EndOf(text, at) : SkipPictures(text, at);
        if (next <= at)
        {
            return (at + 1, false);
        }

        var ends = at > start && !Continues(text, next);
        return (ends ? SkipTail(text, brackets, next) : next, ends);
    }

    /// <summary>Whether the sentence ends with a pair of brackets: after laughter in them, or after a quote that is a whole sentence.</summary>
    public static bool IsAfterBrackets(string text, int start, int open, int closed)
    {
        if (Continues(text, closed))
        {
            return false;
        }

        var inside = text.AsSpan(open + 1, closed - open - 2);
        var laughs = text[open] is '(' or '（' && inside is "笑" or "爆笑" or "苦笑" or "泣" or "涙" or "汗" or "怒" or "爆";
        var isQuote = inside.Length > 0 && Marks.Contains(inside[^1]) && text.AsSpan(start, open - start).IsWhiteSpace();
        return isQuote || (laughs && open > start);
    }

    /// <summary>Skips what belongs to a sentence after its end: more marks, closing brackets, laughter, emoji.</summary>
    public static int SkipTail(string text, Brackets brackets, int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            var isMark = Marks.Contains(c) || Trailing.Contains(c) || Brackets.Closes(c) && c != '"' || c is '.' or '．';
            var next = isMark ? at + 1 : Math.Max(Laughter.EndOf(text, at), SkipPictures(text, at));
            next = next > at ? next : BracketedLaughter(text, brackets, at);
            if (next <= at)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    /// <summary>Whether the marks before a place belong to what is quoted there: …？と言われた.</summary>
    private static bool IsQuoted(string text, int end) =>
        end + 1 < text.Length
        && ((text[end] == 'と' && QuotingVerbs.Contains(text[end + 1])) || (text[end] == 'っ' && text[end + 1] == 'て'))
        && text[end - 1] is not ('。' or '｡');

    private static bool IsMarkInside(string text, int start, int at)
    {
        if (text[at] is not ('!' or '?' or '！' or '？'))
        {
            return false;
        }

        var isInCode = at > start && Scripts.IsLatin(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]);
        return isInCode || (at + 1 < text.Length && Scripts.IsJapanese(text[at + 1]) && EndsWithAny(text.AsSpan(start, at + 1 - start), NamesWithMark));
    }

    private static (int Next, bool Ends) ReadDots(string text, Brackets brackets, int start, int at)
    {
        var end = at;
        while (end < text.Length && (Trailing.Contains(text[end]) || text[end] is '.' or '．'))
        {
            end++;
        }

        var tail = SkipTail(text, brackets, end);
        var before = text.AsSpan(start, at - start);
        var ends = (end - at, text[at]) switch
        {
            (1, '.' or '．') => FullStop.Ends(text, start, at),

            // One middle dot separates words.
            (1, '・') => false,
            _ => at > start && (tail > end || tail == text.Length || char.IsWhiteSpace(text[tail]) || EndsWithAny(before, Predicates)),
        };
        return ends && !IsQuoted(text, tail) ? (tail, true) : (end, false);
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence goes on: a particle or a comma follows.</summary>
    private static bool Continues(string text, int at) =>
        at < text.Length && Particles.Contains(text[at]) && !Array.Exists(NotParticles, n => text.AsSpan(at).StartsWith(n));

    private static int SkipPictures(string text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(end), out var rune, out var length);
            var isEmoji = Scripts.IsPicture(rune) && rune.Value is not (0x2605 or 0x2606);
            if (!isEmoji && !(end > at && Scripts.ContinuesPicture(rune)))
            {
                break;
            }

            end += length;
        }

        return end;
    }

    private static int BracketedLaughter(string text, Brackets brackets, int at)
    {
        var end = text[at] is '(' or '（' ? brackets.EndAt(at) : -1;
        return end > 0 && text.AsSpan(at + 1, end - at - 2) is "笑" or "爆笑" or "苦笑" or "泣" or "涙" or "汗" or "怒" or "爆" ? end : -1;
    }
}
