namespace Voc.Analysis.Learning;

/// <summary>Whether confidences are what they say: of the labels given with 80 % confidence, 80 % should be right.</summary>
public static class SentimentCertainty
{
    private const int Bins = 10;

    /// <summary>Expected calibration error (Naeini et al., 2015): mean distance of confidence and share of right labels over ten bins, 0 to 1.</summary>
    /// <param name="labels">For each text the confidence of its label and whether that is right.</param>
    public static double Error(IReadOnlyCollection<(double Confidence, bool Right)> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Count == 0
            ? 0
            : labels.GroupBy(l => (int)(Math.Min(l.Confidence, 0.999) * Bins)).Sum(bin => Math.Abs(bin.Sum(l => l.Confidence - (l.Right ? 1 : 0)))) / labels.Count;
    }
}
