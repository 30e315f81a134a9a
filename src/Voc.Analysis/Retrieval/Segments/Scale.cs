namespace Voc.Analysis.Retrieval.Segments;

/// <summary>How scores of sentiment are kept.</summary>
internal static class Scale
{
    /// <summary>What a score is multiplied by, to be kept in 16 bits.</summary>
    public const double Score = 10_000;

    public static short Of(double score) => double.IsNaN(score) ? (short)0 : (short)Math.Round(Math.Clamp(score, -1, 1) * Score);
}
