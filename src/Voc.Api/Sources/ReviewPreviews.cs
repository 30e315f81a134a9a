using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Problems;
using Voc.Ingest;
using Voc.Ingest.Reviews;

namespace Voc.Api.Sources;

/// <summary>Shows what would be read from a page, and stores nothing.</summary>
internal static class ReviewPreviews
{
    private const string Nowhere = "preview";

    public static async Task<Results<Ok<ReviewPreview>, ProblemHttpResult>> Preview(
        ReviewTest body, ReviewPageReader reader, IngestContext context, CancellationToken cancellationToken)
    {
        var profile = body.Settings?.Profile;
        if (profile?.Check() is [var violation, ..])
        {
            return Problem.Field("settings.profile." + violation.Field, violation.Message);
        }
        if (!string.IsNullOrWhiteSpace(body.Html))
        {
            var saved = ReviewPages.ReadSaved(Encoding.UTF8.GetBytes(body.Html), Nowhere, profile, context);
            return TypedResults.Ok(Of(saved.Rows, saved.Problems));
        }
        var settings = new ReviewPageSettings { Url = body.Url ?? body.Settings?.Url ?? "", Profile = profile, MaximumPages = 1 };
        if (settings.Check() is [var wrong, ..])
        {
            return Problem.Field(wrong.Field, wrong.Message);
        }
        var reading = await reader.ReadAsync(Nowhere, settings, ReviewState.None, cancellationToken);
        return TypedResults.Ok(Of(reading.Rows, reading.Problems));
    }

    private static ReviewPreview Of(IReadOnlyList<IngestedRow> rows, IReadOnlyList<LocalizedText> problems) => new(
        [.. rows.OfType<AcceptedRow>().Select(r => Item(r.Feedback))],
        [.. problems.Select(p => p.Say()), .. rows.OfType<RejectedRow>().Select(r => $"{r.Line}: {r.Message.Say()}")]);

    private static ReviewItem Item(Feedback feedback) => new(
        feedback.ExternalId, feedback.Text, feedback.Scores.TryGetValue("rating", out var rating) ? rating : null,
        feedback.Attributes.GetValueOrDefault("author"), feedback.OccurredAt);
}
