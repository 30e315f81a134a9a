using Voc.Ingest.Files;

namespace Voc.Ingest.Mapping;

/// <summary>What is said about mappings that do not fit a file.</summary>
internal static class MappingProblems
{
    private const int MaxNamed = 30;

    public static UnreadableFileException NoColumn(string field, string name, IReadOnlyList<string> columns)
    {
        var nearest = Nearest(name, columns);
        var (ja, en) = nearest is null ? ("", "") : ($"「{nearest}」ではありませんか。", $" Did you mean “{nearest}”?");
        var list = List(columns);
        return new(new(
            $"{field} に指定された列「{name}」がありません。{ja}ファイルにある列：{list}。{Single(columns).Ja}",
            $"There is no column “{name}” for {field}.{en} The file has: {list}.{Single(columns).En}"));
    }

    public static UnreadableFileException NoChannel(string name)
    {
        var names = string.Join(", ", Channels.Names);
        return new(new(
            $"channel に指定された「{name}」というチャネルはありません。列名ではなく、{names} のいずれかにしてください。",
            $"There is no channel “{name}”. Give one of {names} in channel, not a column."));
    }

    public static UnreadableFileException NoText(IReadOnlyList<string> columns) => new(new(
        $"本文の列が分かりません。マッピングの text に列名を指定してください。ファイルにある列：{List(columns)}。{Single(columns).Ja}",
        $"The column of the text cannot be told. Name it in text of a mapping. The file has: {List(columns)}.{Single(columns).En}"));

    public static UnreadableFileException NoPreset(string preset, IEnumerable<string> known) => new(new(
        $"「{preset}」というプリセットはありません。{string.Join(", ", known)} のいずれかにしてください。",
        $"There is no preset “{preset}”. Use one of {string.Join(", ", known)}."));

    public static UnreadableFileException PresetDoesNotFit(string preset, IReadOnlyList<string> missing, IReadOnlyList<string> columns) => new(new(
        $"{preset} の書き出しに必ずある列（{string.Join("、", missing)}）が見つかりません。別のプリセットかマッピングを指定してください。ファイルにある列：{List(columns)}。",
        $"Columns that every export of {preset} has ({string.Join(", ", missing)}) are missing. Use another preset or a mapping. The file has: {List(columns)}."));

    /// <summary>A file with one column was mostly cut by the wrong sign.</summary>
    private static LocalizedText Single(IReadOnlyList<string> columns) => columns.Count > 1 ? new("", "") : new(
        "列が 1 つしかありません。区切り文字はカンマ、タブ、セミコロンのいずれかにしてください。",
        " There is only one column: the delimiter must be a comma, a tab or a semicolon.");

    private static string List(IReadOnlyList<string> columns) =>
        string.Join(", ", columns.Take(MaxNamed).Select(Values.ValueProblems.Short)) + (columns.Count > MaxNamed ? $" … ({columns.Count})" : "");

    private static string? Nearest(string name, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0)
        {
            return null;
        }

        var plain = ColumnNames.Plain(name);
        var nearest = columns.Select(column => (column, Distance: EditDistance.Of(plain, ColumnNames.Plain(column)))).MinBy(pair => pair.Distance);
        var near = nearest.Distance <= Math.Max(1, plain.Length / 2);
        return near ? nearest.column : columns.FirstOrDefault(column => plain.Length > 1 && ColumnNames.Plain(column).Contains(plain, StringComparison.Ordinal));
    }
}
