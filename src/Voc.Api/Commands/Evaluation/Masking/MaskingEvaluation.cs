using System.Globalization;
using Voc.Analysis.Learning;
using Voc.Ingest.Masking;
using static Voc.Api.Commands.Evaluation.EvaluationReport;

namespace Voc.Api.Commands.Evaluation.Masking;

/// <summary>
/// How much personal data is masked in sentences filled with made-up data, and how much else. A datum counts as masked where none of its
/// letters and digits is left to see, whatever it is taken for.
/// </summary>
internal sealed class MaskingEvaluation(PersonalDataMasker masker, EvaluationReport report, int missesToShow)
{
    private const int Fillings = 200;
    private const int Seed = 20_261_122;

    /// <summary>Measures on the sentences of a file.</summary>
    public void OnTemplates(string name, string file, MadeUpPeople people)
    {
        var templates = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var made = new MadeUpData(people, new Random(Seed));
        var texts = Enumerable.Range(0, Fillings).SelectMany(_ => templates.Select(t => FilledText.Of(t, made))).ToList();
        var counts = new SortedDictionary<string, (int All, int Masked)>(StringComparer.Ordinal);
        var touched = 0;
        var shown = 0;
        foreach (var text in texts)
        {
            var found = masker.Mask(text.Text).Found;
            var seen = text.Hidden.Where(h => IsSeen(text.Text, h, found)).Select(h => h.Datum).ToHashSet();
            foreach (var (index, datum) in text.Data.Index())
            {
                var (all, masked) = counts.GetValueOrDefault(datum.Kind);
                counts[datum.Kind] = (all + 1, masked + (seen.Contains(index) ? 0 : 1));
            }

            var tooMuch = TouchesMore(text, found);
            touched += tooMuch ? 1 : 0;
            if ((seen.Count > 0 || tooMuch) && shown++ < missesToShow)
            {
                Console.Error.WriteLine($"{(tooMuch ? "+" : "")}{string.Join(',', seen.Select(d => text.Data[d].Text))}\t{masker.Mask(text.Text).Text}");
            }
        }

        report.Line($"**{name}**: {templates.Count:N0} sentences, filled {Fillings} times with made-up data; of {texts.Count:N0} texts {touched:N0} ({(double)touched / texts.Count:P2}) lose a letter or a digit that is no personal data:");
        report.Table(["kind", "data", "masked", "recall"], counts.Select(c => (IReadOnlyList<string>)[c.Key, Count(c.Value.All), Count(c.Value.Masked), Recall(c.Value.All, c.Value.Masked)]));
    }

    /// <summary>Measures on texts that hold next to no personal data: how many of them are touched.</summary>
    public void OnTexts(string name, IReadOnlyList<string> texts)
    {
        var touched = 0;
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var found = masker.Mask(text).Found;
            touched += found.Count > 0 ? 1 : 0;
            foreach (var data in found)
            {
                kinds[data.Kind.Name()] = kinds.GetValueOrDefault(data.Kind.Name()) + 1;
            }

            if (found.Count > 0 && touched <= missesToShow)
            {
                Console.Error.WriteLine(string.Join(" / ", found.Select(d => $"{d.Kind.Name()}: {Around(text, d)}")));
            }
        }

        report.Line($"**{name}**: of {texts.Count:N0} texts {touched:N0} are touched ({(double)touched / texts.Count:P2}){(kinds.Count == 0 ? "" : ": " + string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}")))}");
    }

    private static string Around(string text, PersonalData data)
    {
        var (start, end) = (Math.Max(0, data.Start - 12), Math.Min(text.Length, data.End + 12));
        return $"{text[start..data.Start]}【{text[data.Start..data.End]}】{text[data.End..end]}".ReplaceLineEndings(" ");
    }

    private static bool IsSeen(string text, HiddenPart part, IReadOnlyList<PersonalData> found)
    {
        for (var i = part.Start; i < part.Start + part.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !found.Any(d => d.Start <= i && i < d.End))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TouchesMore(FilledText text, IReadOnlyList<PersonalData> found)
    {
        foreach (var data in found)
        {
            for (var i = data.Start; i < data.End; i++)
            {
                if (char.IsLetterOrDigit(text.Text[i]) && !text.Hidden.Any(h => h.Start <= i && i < h.Start + h.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>With Wilson's interval of 95 %.</summary>
    private static string Recall(int all, int masked)
    {
        const double Z = 1.96;
        var (p, n) = ((double)masked / all, (double)all);
        var center = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return Share(new Estimate(p, Math.Max(0, center - half), Math.Min(1, center + half)));
    }
}
