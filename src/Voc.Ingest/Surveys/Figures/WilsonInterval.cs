namespace Voc.Ingest.Surveys.Figures;

/// <summary>The score interval of a share (Wilson 1927, “Probable Inference, the Law of Succession, and Statistical Inference”): honest for few answers and for shares near 0 and 1.</summary>
public static class WilsonInterval
{
    private const double Z = 1.959964;

    /// <summary>The share with its 95 % interval, each from 0 to 1.</summary>
    /// <param name="hits">Answers that count.</param>
    /// <param name="answers">All answers; none is no share.</param>
    public static Estimate? Of(long hits, long answers)
    {
        if (answers == 0)
        {
            return null;
        }

        var share = (double)hits / answers;
        var centre = (share + (Z * Z / (2 * answers))) / (1 + (Z * Z / answers));
        var reach = Z / (1 + (Z * Z / answers)) * Math.Sqrt((share * (1 - share) / answers) + (Z * Z / (4.0 * answers * answers)));
        return new(share, Math.Max(0, Math.Min(share, centre - reach)), Math.Min(1, Math.Max(share, centre + reach)));
    }
}
