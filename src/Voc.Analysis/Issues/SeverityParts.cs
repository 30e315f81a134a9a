namespace Voc.Analysis.Issues;

/// <summary>What an issue's severity consists of; each part from 0 to 1.</summary>
/// <param name="Reach">Voices: 1 from <see cref="FullReach"/> on, on a logarithmic scale.</param>
/// <param name="Negativity">Mean displeasure of its feedback.</param>
/// <param name="Safety">Feedback that speaks of harm: 1 from half of it on.</param>
/// <param name="Money">Feedback that speaks of lost money: 1 from two fifths of it on.</param>
/// <param name="Growth">Count over expectation: 1 from <see cref="FullGrowth"/> times on, on a logarithmic scale.</param>
/// <param name="ChurnRisk">Feedback whose writers want to leave: 1 from half of it on.</param>
/// <param name="CustomerValue">Feedback of customers the company calls important: 1 from half of it on.</param>
public sealed record SeverityParts(double Reach, double Negativity, double Safety, double Money, double Growth, double ChurnRisk, double CustomerValue)
{
    /// <summary>Voices that count as full reach.</summary>
    public const double FullReach = 64;

    /// <summary>Growth that counts as full.</summary>
    public const double FullGrowth = 16;

    private const double HalfIsAll = 2;
    private const double TwoFifthsAreAll = 2.5;

    /// <summary>Reckons the parts from counts.</summary>
    /// <param name="voices">Customers, each counted once.</param>
    /// <param name="growth">Count over expectation.</param>
    /// <param name="negativity">Mean displeasure, 0 to 1.</param>
    /// <param name="safety">Share of feedback that speaks of harm, 0 to 1.</param>
    /// <param name="money">Share that speaks of lost money.</param>
    /// <param name="churnRisk">Share whose writers want to leave.</param>
    /// <param name="important">Share of important customers.</param>
    public static SeverityParts Of(int voices, double growth, double negativity, double safety, double money, double churnRisk = 0, double important = 0) => new(
        Math.Min(1, Math.Log2(Math.Max(1, voices)) / Math.Log2(FullReach)),
        Math.Clamp(negativity, 0, 1),
        Math.Min(1, HalfIsAll * safety),
        Math.Min(1, TwoFifthsAreAll * money),
        Math.Min(1, Math.Log2(Math.Max(1, growth)) / Math.Log2(FullGrowth)),
        Math.Min(1, HalfIsAll * churnRisk),
        Math.Min(1, HalfIsAll * important));
}
