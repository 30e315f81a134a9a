namespace Voc.Analysis.Issues;

/// <summary>Something that is reported in many words: an assembly of a car, signing in, a foreign body in food.</summary>
/// <param name="Id">Industry and name, such as <c>vehicles.mirror</c>; the industry is <c>general</c> for what every trade hears.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Words">The words that touch it, in any width and case.</param>
/// <param name="Group">
/// The system, function or step of the trade it is a part of, such as <c>vehicles.g-brakes</c> for brakes, parking brake and ABS:
/// reports of one group may be about the same thing in other words. Null for what accompanies any subject, as noise or a
/// warning lamp does.
/// </param>
public sealed record Concept(string Id, LocalizedText Name, IReadOnlyList<string> Words, string? Group = null);
