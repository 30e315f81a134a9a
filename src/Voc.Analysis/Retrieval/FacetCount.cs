namespace Voc.Analysis.Retrieval;

/// <summary>How many texts of a result have a value.</summary>
/// <param name="Value">The value; <c>""</c> for texts without one.</param>
/// <param name="Count">Texts; at least 1.</param>
public readonly record struct FacetCount(string Value, int Count);
