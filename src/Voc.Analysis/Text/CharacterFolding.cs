using System.Globalization;
using System.Text;

namespace Voc.Analysis.Text;

/// <summary>First step of normalisation: characters one by one, each with the marks that combine with it.</summary>
internal static class CharacterFolding
{
    // A letter with more marks than this is no writing; taking them apart keeps time linear.
    private const int LongestCluster = 16;
    private const char Voicing = '\u3099';
    private const char SemiVoicing = '\u309A';
    private static readonly string?[] Compatible = new string?[char.MaxValue + 1];

    /// <summary>Folds a text.</summary>
    public static OffsetText Fold(string text)
    {
        var folded = new OffsetText(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (IsPlain(c) && (next < '\u0300' || IsPlain(next)))
            {
                folded.Append(c, at, ++at);
                continue;
            }

            var end = ClusterEnd(text, at);
            AppendCluster(folded, text, at, end);
            at = end;
        }

        return folded;
    }

    /// <summary>Characters that stay as they are, provided that no mark follows.</summary>
    private static bool IsPlain(char c) =>
        c is (>= ' ' and <= '~') or '\n' or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FE') or (>= '\u4E00' and <= '\u9FFF') or '、' or '。' or '「' or '」';

    private static int ClusterEnd(string text, int start)
    {
        if (text[start] == '\r')
        {
            return start + 1 < text.Length && text[start + 1] == '\n' ? start + 2 : start + 1;
        }

        var end = start + (IsPairAt(text, start) ? 2 : 1);
        while (end < text.Length && end - start < LongestCluster && Combines(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsPairAt(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    private static bool Combines(char c) =>
        c is '\uFF9E' or '\uFF9F' or '\u309B' or '\u309C' or (>= '\u1160' and <= '\u11FF')
        || (c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark && !IsSelector(c));

    private static bool IsSelector(char c) => c is >= '\uFE00' and <= '\uFE0F';

    private static void AppendCluster(OffsetText folded, string text, int start, int end)
    {
        var c = text[start];
        if (c is '\r' or '\u0085' or '\u2028' or '\u2029')
        {
            folded.Append('\n', start, end);
        }
        else if (c is '\t' or '\v' or '\f')
        {
            folded.Append(' ', start, end);
        }
        else if (char.IsSurrogate(c) && !IsPairAt(text, start))
        {
            folded.Append('\uFFFD', start, end);
        }
        else if (!IsInvisible(text, start))
        {
            AppendVisible(folded, text.AsSpan(start, end - start), start, end);
        }
    }

    private static void AppendVisible(OffsetText folded, ReadOnlySpan<char> cluster, int start, int end)
    {
        // NFKC would write these as full stops, or as a space with a mark on it.
        if (cluster is "…" or "‥" or "゛" or "゜" or "´" or "¨" or "¯" or "¸" or "‾" or "～")
        {
            folded.Append(cluster is "‥" ? "…" : cluster is "～" ? "〜" : cluster, start, end);
            return;
        }

        if (cluster.Length == 1)
        {
            folded.Append(Compatible[cluster[0]] ??= cluster.ToString().Normalize(NormalizationForm.FormKC), start, end);
            return;
        }

        // A kana that cannot be voiced keeps the mark only as stress: あ゛.
        var composed = cluster.ToString().Replace('゛', Voicing).Replace('゜', SemiVoicing).Normalize(NormalizationForm.FormKC);
        folded.Append(composed.Replace(Voicing.ToString(), "").Replace(SemiVoicing.ToString(), ""), start, end);
    }

    /// <summary>Control and format characters, variation selectors and noncharacters; a joiner is visible between pictures.</summary>
    private static bool IsInvisible(string text, int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
        if (rune.Value == 0x200D && at > 0 && at + 1 < text.Length)
        {
            Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _);
            Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var after, out _);
            return !((Scripts.IsPicture(before) || Scripts.ContinuesPicture(before)) && Scripts.IsPicture(after));
        }

        return rune.Value != '\n'
            && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0xFDD0 and <= 0xFDEF)
                || (rune.Value & 0xFFFE) == 0xFFFE);
    }
}
