namespace Voc.Ingest.Surveys.Figures;

/// <summary>The figures of a group of answers to a scale.</summary>
/// <param name="Name">The group: a month such as <c>2026-11</c>, or what was chosen.</param>
/// <param name="Tally">Its answers.</param>
public sealed record TallyGroup(string Name, ScoreTally Tally);

/// <summary>The groups that a question, or the invitations, divide the answers into.</summary>
/// <param name="By">Name of the choice, or null for the groups the invitations name.</param>
/// <param name="Groups">The groups, in the order of the options.</param>
public sealed record TallySegments(string? By, IReadOnlyList<TallyGroup> Groups);
