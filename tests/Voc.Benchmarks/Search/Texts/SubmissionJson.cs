using Voc.Ingest;

namespace Voc.Benchmarks.Search.Texts;

/// <summary>A text as <c>POST /api/v1/feedback</c> takes it.</summary>
internal static class SubmissionJson
{
    public static object Of(FeedbackDraft draft) => new
    {
        draft.Source,
        draft.ExternalId,
        channel = draft.Channel.Name(),
        draft.Text,
        draft.OccurredAt,
        draft.Customer,
        draft.Product,
        draft.Scores,
        draft.Attributes,
    };
}
