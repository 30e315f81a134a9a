namespace Voc.Analysis.Sentiment;

/// <summary>Turns what lexicon and grammar found into a score, without anything learned.</summary>
internal static class LexiconScore
{
    // A sum this large stands half way between neutral and certain.
    private const double Half = 0.55;

    /// <summary>Score of a sentence, −1 to 1, from the sum of what its findings are worth.</summary>
    public static double Of(double sum) => sum / (Math.Abs(sum) + Half);
}
