namespace Voc.Api.Issues;

/// <summary>What sets the reports of an issue apart from other feedback of the same product and days.</summary>
/// <param name="Reports">Reports of the issue that are compared.</param>
/// <param name="Elsewhere">Feedback they are compared with.</param>
/// <param name="From">First day of the feedback compared with.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Product">Product of the feedback compared with; null for all products.</param>
/// <param name="Tested">How many values were tested, which the q-values take into account.</param>
/// <param name="Fields">What it was compared by: channel, product, then attributes by their names. What all of them have the same value of is left out.</param>
internal sealed record IssueContrasts(
    int Reports, int Elsewhere, DateOnly From, DateOnly To, string? Product, int Tested, IReadOnlyList<ContrastedField> Fields);

/// <summary>What feedback was compared by.</summary>
/// <param name="Field"><c>channel</c>, <c>product</c> or <c>attribute</c>.</param>
/// <param name="Attribute">Name of the attribute, or null.</param>
/// <param name="Values">Values that are over-represented, the least probable first, then others, the most frequent first; eight at most.</param>
/// <param name="More">Values that were left out.</param>
internal sealed record ContrastedField(string Field, string? Attribute, IReadOnlyList<ContrastedValue> Values, int More);

/// <summary>A value in the reports of an issue and elsewhere. Feedback without any value of the field does not count.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Reports with it.</param>
/// <param name="Total">Reports that have any value.</param>
/// <param name="ElsewhereCount">Other feedback with it.</param>
/// <param name="ElsewhereTotal">Other feedback that has any value.</param>
/// <param name="Share">Share of the reports, 0 to 1.</param>
/// <param name="ElsewhereShare">Share of the other feedback, 0 to 1.</param>
/// <param name="Ratio">Share over share; null where no other feedback has it.</param>
/// <param name="Low">Lower bound of the ratio at 95 %.</param>
/// <param name="High">Upper bound of the ratio at 95 %.</param>
/// <param name="P">Probability of so many by chance (Fisher's exact test, one-sided).</param>
/// <param name="Q">The same, taking into account how many values were tested (Benjamini and Hochberg).</param>
/// <param name="IsOver">Whether it is over-represented: at most one in twenty of those that are called so is so by chance.</param>
internal sealed record ContrastedValue(
    string Value, int Count, int Total, int ElsewhereCount, int ElsewhereTotal, double Share, double ElsewhereShare,
    double? Ratio, double Low, double High, double P, double Q, bool IsOver);
