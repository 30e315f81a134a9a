using Voc.Dashboard.Live;

namespace Voc.Api.Reading;

/// <summary>
/// What a change would do to the texts that were said last. Complete is false where time ran out before all 10,000 were looked at; a text
/// counts in every respect in which it would be read differently. Touched is how many texts of the whole archive are cut anew and indexed
/// again once the change is made; null where it cuts none.
/// </summary>
internal sealed record PreviewAnswer(
    int Examined, bool Complete, int Changed, int Sentiment, int SentimentLabel, int Opinions, int Intents, int Topics, int Segmentation,
    int? Touched, double Milliseconds, IReadOnlyList<PreviewExample> Examples);

/// <summary>A text that would be read differently: <c>sentiment</c>, <c>opinions</c>, <c>intents</c>, <c>topics</c>, <c>segmentation</c>. Start and length are the place it is about.</summary>
internal sealed record PreviewExample(
    long Id, string Channel, DateTimeOffset OccurredAt, string Text, int Start, int Length, IReadOnlyList<string> Respects, PreviewReading Before, PreviewReading After);

/// <summary>A reading, with the tokens around the place.</summary>
internal sealed record PreviewReading(
    SentimentSummary Sentiment, IReadOnlyList<TopicSummary> Topics, IReadOnlyList<string> Intents, IReadOnlyList<Opinion> Opinions, IReadOnlyList<PreviewToken> Tokens);

internal sealed record PreviewToken(int Start, int Length, string Text, string PartOfSpeech);
