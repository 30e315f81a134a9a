namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Okapi BM25 (Robertson and Zaragoza, 2009) with k1 = 1.2 and b = 0.75.</summary>
internal static class Bm25
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    /// <summary>Inverse document frequency, greater than 0.</summary>
    /// <param name="texts">How many texts there are.</param>
    /// <param name="frequency">How many of them have the term.</param>
    public static double Rarity(int texts, int frequency) => Math.Log(1 + ((texts - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>What a term in a text is worth before its rarity, 0 to 2.2.</summary>
    /// <param name="frequency">How often it stands there.</param>
    /// <param name="length">How many terms the text has.</param>
    /// <param name="averageLength">How many texts have on average.</param>
    public static double Weight(int frequency, int length, double averageLength) =>
        frequency * (Saturation + 1) / (frequency + (Saturation * (1 - LengthShare + (LengthShare * length / averageLength))));
}
