using System.Text.RegularExpressions;

namespace Voc.Analysis.Tests;

/// <summary>
/// Reads the tables of a Markdown file under <c>Specs</c>: a theory runs once for each row. A cell may be put in backticks
/// to keep its spaces; <c>\n</c>, <c>\t</c>, <c>\uXXXX</c> and <c>\|</c> are escapes.
/// </summary>
internal static partial class SpecTable
{
    /// <summary>The cells of all rows of all tables of a file, such as <c>Text/Specs/Sentences.md</c>.</summary>
    public static IEnumerable<object[]> Rows(string file)
    {
        return Rows(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)));
    }

    private static IEnumerable<object[]> Rows(string[] lines)
    {
        var rows = lines.Where((line, i) => line.StartsWith('|') && !IsRule(line) && !(i + 1 < lines.Length && IsRule(lines[i + 1])));
        return rows.Select(line => Cells(line).Cast<object>().ToArray());
    }

    /// <summary>The cells of all rows under a heading, up to the next.</summary>
    public static IEnumerable<object[]> Rows(string file, string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file));
        var section = lines.SkipWhile(l => !l.StartsWith('#') || l.TrimStart('#', ' ') != heading).Skip(1).TakeWhile(l => !l.StartsWith('#')).ToArray();
        return Rows(section);
    }

    private static bool IsRule(string line) => RuleOfTable().IsMatch(line);

    private static IEnumerable<string> Cells(string line) =>
        Separator().Split(line.Trim())[1..^1].Select(cell => Unescape(Unquote(cell.Trim())));

    private static string Unquote(string cell) => cell.Length > 1 && cell[0] == '`' && cell[^1] == '`' ? cell[1..^1] : cell;

    private static string Unescape(string cell) => Escape().Replace(cell, match => match.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        'u' => ((char)Convert.ToInt32(match.Value[2..], 16)).ToString(),
        _ => match.Value[1..],
    });

    [GeneratedRegex(@"^\|[\s|:-]+\|\s*$")]
    private static partial Regex RuleOfTable();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\\(u[0-9A-Fa-f]{4}|[nt|\\])")]
    private static partial Regex Escape();
}
