namespace Voc.Ingest.Surveys.Figures;

/// <summary>One stored answer, as figures are made of it.</summary>
/// <param name="At">When it was given.</param>
/// <param name="Segment">The group its invitation named, or null.</param>
/// <param name="Scores">Numbers by the question's name.</param>
/// <param name="Choices">Chosen answers by the question's name.</param>
public sealed record StoredAnswer(DateTimeOffset At, string? Segment, IReadOnlyDictionary<string, int> Scores, IReadOnlyDictionary<string, string> Choices);
