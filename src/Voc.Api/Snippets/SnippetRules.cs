using System.Text;
using Voc.Api.Problems;
using Voc.Ingest.Masking;

namespace Voc.Api.Snippets;

/// <summary>A snippet that was checked by itself, without looking at what others there are.</summary>
internal sealed record CheckedSnippet(string Key, string Title, string Text);

/// <summary>What a snippet must look like.</summary>
internal static class SnippetRules
{
    private const int LongestKey = 20;
    private const int LongestTitle = 60;
    private const int LongestText = 2_000;
    private const int LongestBlank = 20;

    /// <summary>The snippet, or why there cannot be such.</summary>
    public static (CheckedSnippet? Snippet, Refusal? Refusal) Check(SnippetInput input, PersonalDataMasker masker)
    {
        var (key, title, text) = (Key(input.Key ?? ""), input.Title?.Trim() ?? "", (input.Text ?? "").ReplaceLineEndings("\n").Trim());
        var wrong = WrongKey(key) ?? WrongTitle(title) ?? WrongText(text) ?? Brace(text) ?? Personal("title", title, masker) ?? Personal("text", text, masker);
        return wrong is null ? (new CheckedSnippet(key, title, text), null) : (null, wrong);
    }

    /// <summary>A key as it is kept and compared: of one width and case, without the semicolon it is typed with.</summary>
    public static string Key(string given) => given.Normalize(NormalizationForm.FormKC).Trim().TrimStart(';').ToLowerInvariant();

    private static Refusal? WrongKey(string key) => key.Length is >= 1 and <= LongestKey && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') ? null
        : Refusal.Of("key", new($"1〜{LongestKey} 文字の文字・数字・ハイフンにしてください（例：hn）。", $"Give 1 to {LongestKey} letters, digits or hyphens, such as hn."));

    private static Refusal? WrongTitle(string title) => title.Length is >= 1 and <= LongestTitle && !title.Any(char.IsControl) ? null
        : Refusal.Of("title", new($"1〜{LongestTitle} 文字の見出しを付けてください。", $"Give it a title of 1 to {LongestTitle} characters."));

    private static Refusal? WrongText(string text)
    {
        if (text.Length is 0 or > LongestText)
        {
            return Refusal.Of("text", new($"1〜{LongestText:N0} 文字の本文を入れてください（今は {text.Length:N0} 文字）。", $"Give a text of 1 to {LongestText:N0} characters, not {text.Length:N0}."));
        }
        var control = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        return control < 0 ? null : At(text, control, "使えない文字があります。消してください。", "there is a character that cannot be used. Remove it.");
    }

    /// <summary>A brace that does not belong to a blank would stay in every note.</summary>
    private static Refusal? Brace(string text)
    {
        for (var at = text.AsSpan().IndexOfAny('{', '}'); at >= 0;)
        {
            var end = text[at] == '{' ? text.AsSpan(at + 1).IndexOfAny("{}\n") : -1;
            if (end < 0 || text[at + 1 + end] != '}')
            {
                return At(text, at, $"「{text[at]}」に対になるかっこがありません。空欄は {{症状}} のように書いてください。", $"'{text[at]}' has no counterpart. Write a blank like {{symptom}}.");
            }
            if (end is 0 or > LongestBlank)
            {
                return At(text, at, $"空欄の名前は 1〜{LongestBlank} 文字にしてください。", $"give a blank a name of 1 to {LongestBlank} characters.");
            }
            var next = text.AsSpan(at + end + 2).IndexOfAny('{', '}');
            at = next < 0 ? -1 : at + end + 2 + next;
        }
        return null;
    }

    /// <summary>Snippets are no feedback, so nothing masks them: what would be masked in each note is refused at once.</summary>
    private static Refusal? Personal(string field, string text, PersonalDataMasker masker) => masker.Mask(text).Found is [var first, ..]
        ? Refusal.Of(field, new(
            $"「{text.Substring(first.Start, first.Length)}」は個人情報としてメモから伏せられます。消すか、会社のものなら管理者に「個人情報」の画面で許可を頼んでください。",
            $"'{text.Substring(first.Start, first.Length)}' would be masked in every note as personal data. Remove it or, where it is the company's own, have an administrator allow it under Personal data."))
        : null;

    private static Refusal At(string text, int index, string ja, string en)
    {
        var (line, column) = (text.AsSpan(0, index).Count('\n') + 1, index - text.LastIndexOf('\n', Math.Max(0, index - 1)));
        return Refusal.Of("text", new($"{line} 行 {column} 文字目：{ja}", $"Line {line}, column {column}: {en}"));
    }
}
