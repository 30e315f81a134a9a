namespace Voc.Analysis.Issues;

/// <summary>A field of the feedback, and whether issues are looked for in its values.</summary>
/// <param name="Field"><see cref="Slice.SourceField"/>, or the name of an attribute.</param>
/// <param name="Values">Values it had, as far as they were counted.</param>
/// <param name="Reports">Reports that had one.</param>
/// <param name="Use"><c>used</c>; <c>one</c> where it divides nothing yet; <c>many</c> where nearly each report has another value; <c>spare</c> where others are used instead.</param>
public sealed record SliceFieldUse(string Field, int Values, int Reports, string Use);
