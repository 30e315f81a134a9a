using Voc.Ingest.Forms;

namespace Voc.Ingest.Surveys;

/// <summary>What one person answered.</summary>
/// <param name="Key">Tells this answer from any other of the survey: the invitation, or this opening of the page.</param>
/// <param name="Digest">SHA-256 of all that was answered: the same sent twice is told from something else under the same key.</param>
public sealed record SurveyAnswer(string Key, string Digest)
{
    /// <summary>Numbers given, by the question's name.</summary>
    public required IReadOnlyDictionary<string, int> Scores { get; init; }

    /// <summary>Answers chosen, by the question's name.</summary>
    public required IReadOnlyDictionary<string, string> Choices { get; init; }

    /// <summary>The group the invitation names, or null.</summary>
    public string? Segment { get; init; }

    /// <summary>Each free text as feedback, masked; none where only numbers and choices were given.</summary>
    public required IReadOnlyList<Feedback> Feedback { get; init; }
}

/// <summary>The answer to a request from a survey page.</summary>
/// <param name="Answer">What to tell the person.</param>
/// <param name="Taken">What was answered, to be stored before that; null where it was refused.</param>
public sealed record SurveyReply(FormAnswer Answer, SurveyAnswer? Taken);
