using System.Globalization;

namespace Voc.Analysis.Sentiment;

/// <summary>Reads the tab-separated files of the lexicon; <c>data/lexicon/README.md</c> describes them.</summary>
internal static class LexiconFile
{
    private const string Expressions = "#voc-lexicon\t1";
    private const string Targets = "#voc-targets\t1";

    /// <summary>The expressions of a file with one meaning each.</summary>
    public static IEnumerable<(string Expression, LexiconSense Sense)> ReadExpressions(string path, IReadOnlyDictionary<string, HashSet<string>> targets)
    {
        foreach (var (place, fields) in Rows(path, Expressions, columns: 5))
        {
            var kind = Kind(place, fields[4]);
            var strength = Number(place, fields[1], kind);
            var negated = fields[2].Length > 0 ? Number(place, fields[2], LexiconKind.Word) : NegatedDefault(strength);
            if (fields[3].Length > 0 && !targets.ContainsKey(fields[3]))
            {
                throw new DataFileException(place, new(
                    $"対象の種類「{fields[3]}」は targets.tsv にありません。",
                    $"The target class '{fields[3]}' is not in targets.tsv."));
            }

            yield return (fields[0], new(strength, negated, fields[3].Length > 0 ? fields[3] : null, kind));
        }
    }

    /// <summary>The classes of targets with their words.</summary>
    public static Dictionary<string, HashSet<string>> ReadTargets(string path)
    {
        var targets = new Dictionary<string, HashSet<string>>();
        foreach (var (place, fields) in Rows(path, Targets, columns: 2))
        {
            if (!targets.TryAdd(fields[0], fields[1].Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase)))
            {
                throw new DataFileException(place, new(
                    $"対象の種類「{fields[0]}」が二度あります。一行にまとめてください。", $"The target class '{fields[0]}' is there twice; put its words into one row."));
            }
        }

        return targets;
    }

    public static IEnumerable<(string Place, string[] Fields)> Rows(string path, string version, int columns)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var place = $"{Path.GetFileName(path)}:{number}";
            if (number == 1 && line != version)
            {
                throw new DataFileException(place, new(
                    $"1行目は「{version}」でなければなりません。", $"The first line must be '{version}'."));
            }

            if (number <= 2 || line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t');
            if (fields.Length != columns || fields[0].Length == 0)
            {
                throw new DataFileException(place, new(
                    $"列はタブ区切りで{columns}個必要ですが、{fields.Length}個です。", $"A row has {columns} tab-separated columns, not {fields.Length}."));
            }

            yield return (place, fields);
        }
    }

    private static LexiconKind Kind(string place, string field) =>
        field.Length == 0 ? LexiconKind.Word
        : Enum.TryParse<LexiconKind>(field, ignoreCase: true, out var kind) && !char.IsAsciiDigit(field[0]) ? kind
        : throw new DataFileException(place, new(
            $"種別「{field}」は使えません。surface、cue、degree、raise、lower、even か空欄にしてください。",
            $"The kind '{field}' is unknown: leave it empty or use surface, cue, degree, raise, lower or even."));

    private static double Number(string place, string field, LexiconKind kind)
    {
        var (low, high) = kind is LexiconKind.Degree or LexiconKind.Raise or LexiconKind.Lower ? (0.0, 3.0) : (-1.0, 1.0);
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw new DataFileException(place, new(
                $"強さ「{field}」は{low}から{high}までの数にしてください。", $"The strength '{field}' must be a number from {low} to {high}."));
    }

    // Denying praise is nearly a complaint; denying a fault is faint praise.
    private static double NegatedDefault(double strength) => strength > 0 ? -0.8 * strength : -0.5 * strength;
}
