namespace Voc.Ingest.Reviews;

/// <summary>The messages of selectors that cannot be used.</summary>
internal static class SelectorProblems
{
    public static LocalizedText Missing(string field) => new(
        $"{field} のセレクターがありません。item にはレビュー 1 件を囲む要素、text には本文の要素を指定してください。",
        $"The selector {field} is missing. Give the element around one review as item and the element of its text as text.");

    public static LocalizedText TooLong(int limit) => new(
        $"セレクターが長すぎます。{limit} 文字以内にしてください。",
        $"The selector is too long. Use at most {limit} characters.");

    public static LocalizedText Css(string selector, int position) => new(
        $"セレクター「{selector}」の {position + 1} 文字目を読めません。使えるのは要素名、#id、.class、[属性]、[属性=値]、空白と > とカンマ、末尾の @属性 です。",
        $"The selector \"{selector}\" cannot be read at character {position + 1}. It may hold elements, #id, .class, [attribute], [attribute=value], spaces, > and commas, and @attribute at its end.");

    public static LocalizedText TooManyParts(int limit) => new(
        $"セレクターの段が多すぎます。{limit} 段以内にしてください。",
        $"The selector has too many steps. Use at most {limit}.");

    public static LocalizedText XPath(string selector, string reason) => new(
        $"XPath「{selector}」を読めません（{reason}）。",
        $"The XPath \"{selector}\" cannot be read ({reason}).");

    public static LocalizedText CostlyXPath(string selector) => new(
        $"XPath「{selector}」は大きなページで時間がかかりすぎます。// は 2 回まで、[ ] の中では // と .. と軸（following:: など）を使わないでください。",
        $"The XPath \"{selector}\" takes too long on large pages. Use // at most twice, and inside [ ] neither //, .. nor axes such as following::.");
}
