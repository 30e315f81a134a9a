using System.ComponentModel;
using Voc.Analysis.Issues;

namespace Voc.Api.Issues.Severity;

/// <summary>How a company reckons severity: points for each part, the words that make a report grave, and who its important customers are.</summary>
internal sealed record SeveritySettings
{
    private static readonly Lazy<SeveritySettings> LazyShipped = new(() =>
    {
        var words = GraveWords.Load();
        return new SeveritySettings { SafetyWords = [.. words.Safety], MoneyWords = [.. words.Money] };
    });

    /// <summary>What holds until somebody chooses.</summary>
    public static SeveritySettings Shipped => LazyShipped.Value;

    [Description("Points for many voices, 0 to 100, as those that follow")]
    public double Reach { get; init; } = SeverityWeights.Shipped.Reach;

    [Description("Points for displeasure")]
    public double Negativity { get; init; } = SeverityWeights.Shipped.Negativity;

    [Description("Points for words of harm; of safety and money, the one that brings more counts")]
    public double Safety { get; init; } = SeverityWeights.Shipped.Safety;

    [Description("Points for words of lost money")]
    public double Money { get; init; } = SeverityWeights.Shipped.Money;

    [Description("Points for fast growth")]
    public double Growth { get; init; } = SeverityWeights.Shipped.Growth;

    [Description("Points for customers who want to leave")]
    public double ChurnRisk { get; init; } = SeverityWeights.Shipped.ChurnRisk;

    [Description("Points for important customers")]
    public double CustomerValue { get; init; } = SeverityWeights.Shipped.CustomerValue;

    public IReadOnlyList<string> SafetyWords { get; init; } = [];

    public IReadOnlyList<string> MoneyWords { get; init; } = [];

    [Description("The attribute of feedback that tells important customers, such as a rank or a yearly value; null where none does")]
    public string? Attribute { get; init; }

    [Description("Values of the attribute that important customers have")]
    public IReadOnlyList<string> ImportantValues { get; init; } = [];

    [Description("The number from which on the attribute's value makes a customer important")]
    public double? ImportantFrom { get; init; }

    public SeverityWeights Weights() => new()
    {
        Reach = Reach,
        Negativity = Negativity,
        Safety = Safety,
        Money = Money,
        Growth = Growth,
        ChurnRisk = ChurnRisk,
        CustomerValue = CustomerValue,
    };
}
