namespace Voc.Ingest.Surveys.Figures;

/// <summary>A figure estimated from answers, with the bounds between which 95 % of such samples put the true one.</summary>
/// <param name="Value">The figure: −100 to 100 for the Net Promoter Score, 0 to 1 for a share.</param>
/// <param name="Low">Lower bound of the 95 % interval.</param>
/// <param name="High">Upper bound of the 95 % interval.</param>
public sealed record Estimate(double Value, double Low, double High);
