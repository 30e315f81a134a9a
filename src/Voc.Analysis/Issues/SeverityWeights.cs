namespace Voc.Analysis.Issues;

/// <summary>How many points each part of an issue's severity brings at most, 0 to 100. Points add up, and 100 is the most there is.</summary>
public sealed record SeverityWeights
{
    /// <summary>Points from which an issue is critical.</summary>
    public const double Critical = 72;

    /// <summary>Points from which it is high.</summary>
    public const double High = 52;

    /// <summary>Points from which it is medium.</summary>
    public const double Medium = 32;

    /// <summary>The weights that are shipped.</summary>
    public static SeverityWeights Shipped { get; } = new();

    /// <summary>For many voices.</summary>
    public double Reach { get; init; } = 35;

    /// <summary>For displeasure.</summary>
    public double Negativity { get; init; } = 20;

    /// <summary>For words of harm. Of safety and money, the one that brings more counts.</summary>
    public double Safety { get; init; } = 30;

    /// <summary>For words of lost money. Of safety and money, the one that brings more counts.</summary>
    public double Money { get; init; } = 24;

    /// <summary>For fast growth.</summary>
    public double Growth { get; init; } = 15;

    /// <summary>For customers who want to leave.</summary>
    public double ChurnRisk { get; init; } = 10;

    /// <summary>For important customers, where the company says who they are.</summary>
    public double CustomerValue { get; init; } = 10;

    /// <summary>The points of an issue, 0 to 100.</summary>
    public double Score(SeverityParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return Math.Min(100, (Reach * parts.Reach) + (Negativity * parts.Negativity) + Math.Max(Safety * parts.Safety, Money * parts.Money)
            + (Growth * parts.Growth) + (ChurnRisk * parts.ChurnRisk) + (CustomerValue * parts.CustomerValue));
    }

    /// <summary>How much an issue matters. Rising praise is never graver than medium, and that where many voices grow fast.</summary>
    public IssueSeverity Level(IssuePolarity polarity, SeverityParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (polarity == IssuePolarity.Positive)
        {
            return parts.Reach + parts.Growth > 1 ? IssueSeverity.Medium : IssueSeverity.Low;
        }
        return Score(parts) switch
        {
            >= Critical => IssueSeverity.Critical,
            >= High => IssueSeverity.High,
            >= Medium => IssueSeverity.Medium,
            _ => IssueSeverity.Low,
        };
    }
}
