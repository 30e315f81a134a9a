namespace Voc.Ingest.Values;

/// <summary>What is said about values that cannot be read.</summary>
internal static class ValueProblems
{
    private const int Quoted = 40;

    public static LocalizedText NoDate(string value) => new(
        $"「{Short(value)}」は日付として読めません。2025-01-31 や 2025年1月31日 13:05 のように書いてください。",
        $"“{Short(value)}” cannot be read as a date. Write 2025-01-31 or 2025-01-31T13:05:00+09:00.");

    public static LocalizedText NoScore(string value) => new(
        $"「{Short(value)}」は点数として読めません。数字か、「10 - とても満足」のように数字で始まる値にしてください。",
        $"“{Short(value)}” cannot be read as a score. Use a number, or a value that starts with one such as “10 - very satisfied”.");

    /// <summary>The beginning of a value, fit to be quoted in a message.</summary>
    public static string Short(string value)
    {
        var line = StorableText.Clean(value).ReplaceLineEndings(" ").Trim();
        return line.Length <= Quoted ? line : string.Concat(line.AsSpan(0, Quoted), "…");
    }
}
