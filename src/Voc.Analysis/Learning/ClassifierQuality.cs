namespace Voc.Analysis.Learning;

/// <summary>How well answers agree with labels.</summary>
/// <param name="Texts">How many texts were answered.</param>
/// <param name="Accuracy">Part of them that was answered rightly, 0 to 1.</param>
/// <param name="MacroF1">Mean of <see cref="LabelQuality.F1"/> over the labels that occur as a label, 0 to 1.</param>
/// <param name="Labels">Each label that occurs or was answered, the most frequent first.</param>
public sealed record ClassifierQuality(int Texts, double Accuracy, double MacroF1, IReadOnlyList<LabelQuality> Labels)
{
    /// <summary>Compares answers with labels.</summary>
    /// <param name="pairs">Label and answer of each text.</param>
    public static ClassifierQuality Of(IEnumerable<(string Label, string Answer)> pairs)
    {
        var counts = new Dictionary<string, (int Right, int Are, int Said)>(StringComparer.Ordinal);
        foreach (var (label, answer) in pairs)
        {
            var own = counts.GetValueOrDefault(label);
            counts[label] = (own.Right + (label == answer ? 1 : 0), own.Are + 1, own.Said);
            var said = counts.GetValueOrDefault(answer);
            counts[answer] = said with { Said = said.Said + 1 };
        }

        LabelQuality[] labels =
        [
            .. counts.Select(c => new LabelQuality(c.Key, c.Value.Are, Part(c.Value.Right, c.Value.Said), Part(c.Value.Right, c.Value.Are)))
                .OrderByDescending(l => l.Texts).ThenBy(l => l.Label, StringComparer.Ordinal),
        ];
        var texts = labels.Sum(l => l.Texts);
        return new(texts, Part(counts.Values.Sum(c => c.Right), texts), labels.Where(l => l.Texts > 0).Select(l => l.F1).DefaultIfEmpty().Average(), labels);
    }

    private static double Part(int some, int all) => all == 0 ? 0 : (double)some / all;
}

/// <summary>How well one label is told.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Texts">How many texts have it.</param>
/// <param name="Precision">Part of the texts answered with it that have it, 0 to 1.</param>
/// <param name="Recall">Part of the texts that have it that were answered with it, 0 to 1.</param>
public sealed record LabelQuality(string Label, int Texts, double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}
