using System.Text;

namespace Voc.Ingest.Files;

/// <summary>Names of columns: made unique, and found again whatever their width, case and outer space.</summary>
internal static class ColumnNames
{
    /// <summary>What survey tools write under a question in a second header row.</summary>
    private static readonly HashSet<string> SecondHeaderCells = new(StringComparer.OrdinalIgnoreCase)
    {
        "Response", "Open-Ended Response", "Other (please specify)", "回答", "自由回答", "自由回答形式の回答", "その他 (具体的に)", "その他（具体的に）",
    };

    /// <summary>Names an unnamed column by its number and tells columns of the same name apart.</summary>
    public static IReadOnlyList<string> Unique(IReadOnlyList<string?> header)
    {
        var last = header.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(header[last - 1]))
        {
            last--;
        }

        var names = new List<string>(last);
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < last; i++)
        {
            var name = string.IsNullOrWhiteSpace(header[i]) ? $"列{i + 1}" : header[i]!.Trim();
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            names.Add(times == 1 ? name : $"{name} ({times})");
        }

        return names;
    }

    /// <summary>The column of a name, or −1: the very name first, then the same name in other width, case or spacing.</summary>
    public static int IndexOf(IReadOnlyList<string?> columns, string name)
    {
        var plain = Plain(name);
        var near = -1;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name)
            {
                return i;
            }

            near = near < 0 && columns[i] is { } column && Plain(column) == plain ? i : near;
        }

        return near;
    }

    /// <summary>The name without width, case, spaces and signs.</summary>
    public static string Plain(string name) =>
        string.Concat(StorableText.Clean(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => char.IsLetterOrDigit(c)));

    /// <summary>Whether a row goes on with the header above it, as in exports where a question and its kind of answer stand below each other.</summary>
    public static bool IsSecondHeader(string?[] header, string?[] row) =>
        row.Length > 0 && string.IsNullOrWhiteSpace(row[0]) && !string.IsNullOrWhiteSpace(header[0])
        && row.Any(cell => cell is not null && SecondHeaderCells.Contains(cell.Trim()));
}
