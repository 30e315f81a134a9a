namespace Voc.Ingest;

/// <summary>A rule that a field breaks.</summary>
/// <param name="Field">The field by its JSON name, such as <c>occurredAt</c> or <c>scores.nps</c>.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record Violation(string Field, LocalizedText Message);
