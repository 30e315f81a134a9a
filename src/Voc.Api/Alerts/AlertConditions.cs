using Voc.Analysis.Issues;

namespace Voc.Api.Alerts;

/// <summary>Which issues a rule is about, and what of them it tells. What is empty or null is not asked.</summary>
/// <param name="Products">Products of which it is about one.</param>
/// <param name="Topics">Topics of which it is about one, or about a topic below it.</param>
/// <param name="Severity">The least severity.</param>
/// <param name="Polarity">Complaints or praise.</param>
/// <param name="Events">What is told, see <see cref="AlertEvents"/>.</param>
internal sealed record AlertConditions(
    IReadOnlyList<string> Products, IReadOnlyList<string> Topics, IssueSeverity Severity, IssuePolarity? Polarity, IReadOnlyList<string> Events)
{
    public bool Match(IssueFacts issue) =>
        issue.Severity >= Severity
        && (Polarity is null || issue.Polarity == Polarity)
        && (Products.Count == 0 || (issue.Product is { } product && Products.Contains(product)))
        && (Topics.Count == 0 || issue.Topics.Value.Overlaps(Topics));
}

/// <summary>What rules ask of an issue.</summary>
/// <param name="Product">Product, or null where it crosses products.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Polarity">Complaints or praise.</param>
/// <param name="Topics">Topics it is about with those above them; read only where a rule asks.</param>
internal sealed record IssueFacts(string? Product, IssueSeverity Severity, IssuePolarity Polarity, Lazy<IReadOnlySet<string>> Topics);
