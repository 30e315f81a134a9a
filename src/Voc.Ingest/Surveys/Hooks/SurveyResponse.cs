namespace Voc.Ingest.Surveys.Hooks;

/// <summary>What kind of answer a question got, as far as it matters here.</summary>
internal enum AnswerKind
{
    /// <summary>Words of the respondent's own.</summary>
    FreeText,

    /// <summary>Words that are free text or a name of something; which one shows in their form.</summary>
    ShortText,

    /// <summary>A number on a scale.</summary>
    Scale,

    /// <summary>A number on the scale of readiness to recommend, 0 to 10.</summary>
    Recommendation,

    /// <summary>A choice, a date or anything else that is no words.</summary>
    Other,

    /// <summary>A mail address, by which the respondent is known.</summary>
    Customer,
}

/// <summary>An answer.</summary>
/// <param name="Key">The tool's identifier of the question.</param>
/// <param name="Title">The question, or its identifier where the tool tells no more.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Value">What was answered; a number is written in the invariant culture.</param>
internal sealed record ResponseAnswer(string Key, string Title, AnswerKind Kind, string Value);

/// <summary>A response to a survey of another tool.</summary>
internal sealed record SurveyResponse
{
    /// <summary>The tool's identifier of the response.</summary>
    public required string? Id { get; init; }

    /// <summary>When it was given, as written.</summary>
    public required string? SubmittedAt { get; init; }

    /// <summary>The answers in order.</summary>
    public required IReadOnlyList<ResponseAnswer> Answers { get; init; }

    /// <summary>What came with the link: hidden fields, attributes of the contact.</summary>
    public IReadOnlyDictionary<string, string> Hidden { get; init; } = FeedbackDraft.NoAttributes;
}
