namespace Voc.Api.Feedbacks;

/// <summary>A word of the text. Base form and reading (katakana) are null where unknown.</summary>
internal sealed record TokenDetail(int Start, int Length, string Text, string? BaseForm, string PartOfSpeech, string? Reading);

/// <summary>A stretch of the text that moved the score, with the expression it was taken for; weight below 0 moved it towards negative.</summary>
internal sealed record ContributionDetail(int Start, int Length, string Expression, double Weight);

/// <summary>
/// Why a text is read as it is: its words in text order and what moved the score, strongest first, as the current reading has it. Stale is true
/// where the stored labels are of an older version; sentiment is what the current one reads, corrections not counted.
/// </summary>
internal sealed record FeedbackExplanation(
    long Id, int Version, bool Stale, SentimentDetail Sentiment, IReadOnlyList<TokenDetail> Tokens, IReadOnlyList<ContributionDetail> Contributions);
