namespace Voc.Ingest.Surveys.Figures;

/// <summary>What was answered to one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Overall">All answers, for a scale; null for others.</param>
/// <param name="Months">By month in the company's time zone, the earliest first; empty for others.</param>
/// <param name="Segments">By each choice and by the groups of the invitations; empty for others.</param>
/// <param name="Options">How often each option was chosen, for a choice; empty for others.</param>
public sealed record QuestionFigures(
    SurveyQuestion Question, ScoreTally? Overall, IReadOnlyList<TallyGroup> Months, IReadOnlyList<TallySegments> Segments, IReadOnlyList<(string Option, long Count)> Options);
