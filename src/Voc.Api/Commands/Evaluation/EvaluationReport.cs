using System.Globalization;
using System.Text;
using Voc.Analysis.Learning;
using Voc.Api.Problems;

namespace Voc.Api.Commands.Evaluation;

/// <summary>Writes what was measured as Markdown.</summary>
internal sealed class EvaluationReport
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString().TrimEnd() + "\n";

    public void Heading(string heading) => _text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n");

    public void Line(FormattableString line) => _text.Append('\n').Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A table; numbers are written by the caller.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        _text.Append("\n| ").AppendJoin(" | ", head).Append(" |\n|").Insert(_text.Length, "---|", head.Count).Append('\n');
        foreach (var row in rows)
        {
            _text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }
    }

    /// <summary>The rows are what is so, the columns what was said.</summary>
    public void Confusions(LabelScores scores)
    {
        var table = scores.Confusions();
        Table(
            ["so ＼ read as", .. scores.Names],
            scores.Names.Index().Where(n => table[n.Index].Sum() > 0).Select(n => (IReadOnlyList<string>)[n.Item, .. table[n.Index].Select(c => c.ToString(CultureInfo.InvariantCulture))]));
    }

    public void Labels(LabelScores scores) => Table(
        ["label", "texts", "precision", "recall", "F1"],
        scores.Labels.Select(l => (IReadOnlyList<string>)[l.Label, l.Count.ToString(CultureInfo.InvariantCulture), Share(l.Precision), Share(l.Recall), Share(l.F1)]));

    /// <summary>Three digits, such as .812.</summary>
    public static string Share(double share) => share.ToString("#.000;-#.000;.000", CultureInfo.InvariantCulture);

    /// <summary>With the interval it lies in with 95 % probability.</summary>
    public static string Share(Estimate estimate) => $"{Share(estimate.Value)} ({Share(estimate.Low)}–{Share(estimate.High)})";

    /// <summary>Puts a report into a Markdown file between two marks; false, told on standard error, where the marks are not there.</summary>
    public static bool Write(string report, FileInfo file, string begin, string end)
    {
        var text = File.ReadAllText(file.FullName);
        var (first, last) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (first < 0 || last < first)
        {
            Console.Error.WriteLine(new LocalizedText($"{file.Name} に「{begin}」と「{end}」がありません。", $"{file.Name} does not hold '{begin}' and '{end}'.").Say());
            return false;
        }

        File.WriteAllText(file.FullName, text[..(first + begin.Length)] + "\n" + report + "\n" + text[last..]);
        return true;
    }
}
