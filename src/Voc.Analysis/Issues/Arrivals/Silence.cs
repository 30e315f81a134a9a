namespace Voc.Analysis.Issues.Arrivals;

/// <summary>Something that used to arrive, and does not any more.</summary>
/// <param name="Since">When the last of it arrived, to the hour; for a mere trickle, when the days began that are too few.</param>
/// <param name="IsComplete">Nothing arrives at all; otherwise far too little.</param>
/// <param name="Count">What arrived since.</param>
/// <param name="Expected">What would usually have arrived since.</param>
/// <param name="Size">Size of the negative binomial around that.</param>
/// <param name="PValue">Probability of so little.</param>
/// <param name="UsualPerDay">What arrives on a usual day.</param>
public sealed record Silence(DateTimeOffset Since, bool IsComplete, int Count, double Expected, double Size, double PValue, double UsualPerDay);
