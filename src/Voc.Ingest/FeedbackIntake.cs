using Voc.Ingest.Masking;

namespace Voc.Ingest;

/// <summary>
/// The last step of every adapter: checks a draft by <see cref="FeedbackValidation"/>, masks its text and attributes and
/// replaces the customer by a pseudonym. Safe for any number of threads.
/// </summary>
public sealed class FeedbackIntake(IngestContext context)
{
    /// <summary>Turns a draft into feedback, or says why it cannot be.</summary>
    /// <param name="line">Where it stood, as in <see cref="IngestedRow"/>.</param>
    /// <param name="draft">The fields as the adapter found them.</param>
    public IngestedRow Take(long line, FeedbackDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var now = context.Clock.GetUtcNow();
        if (FeedbackValidation.Check(draft, now) is { } violation)
        {
            return new RejectedRow(line, violation.Field, violation.Message);
        }

        var text = Masked(draft.Text!.Trim());
        if (FeedbackValidation.CheckText(text) is { } masked)
        {
            return new RejectedRow(line, masked.Field, masked.Message);
        }

        return new AcceptedRow(line, new Feedback
        {
            Source = draft.Source!,
            ExternalId = Identifier(draft.ExternalId!.Trim()),
            Channel = draft.Channel,
            Text = text,
            OccurredAt = draft.OccurredAt ?? now,
            Customer = context.Pseudonyms.Of(draft.Customer),
            Product = string.IsNullOrWhiteSpace(draft.Product) ? null : StorableText.Clean(draft.Product.Trim()),
            Scores = draft.Scores,
            Attributes = MaskedAttributes(draft.Attributes),
        });
    }

    private static string Masked(string text) => PersonalDataMasker.Mask(StorableText.Clean(text)).Text;

    /// <summary>A source that numbers its answers by mail address must not bring the address in that way.</summary>
    private string Identifier(string externalId) =>
        externalId.Contains('@', StringComparison.Ordinal) ? context.Pseudonyms.Of(externalId)! : StorableText.Clean(externalId);

    private static IReadOnlyDictionary<string, string> MaskedAttributes(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count == 0)
        {
            return attributes;
        }

        var masked = new Dictionary<string, string>(attributes.Count);
        foreach (var (name, value) in attributes)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                masked[StorableText.Clean(name.Trim())] = Masked(value.Trim());
            }
        }

        return masked;
    }
}
