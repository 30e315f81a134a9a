namespace Voc.Ingest;

/// <summary>
/// The last step of every adapter: checks a draft by <see cref="FeedbackValidation"/>, masks its text, product and attributes and
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
            return new RejectedRow(line, violation.Field, violation.Message) { Source = draft.Source, IsEmpty = violation.Field == "text" && string.IsNullOrWhiteSpace(draft.Text) };
        }

        var original = StorableText.Clean(draft.Text!.Trim());
        var text = context.Masking.Now.Mask(original).Text;
        if (FeedbackValidation.CheckText(text) is { } masked)
        {
            return new RejectedRow(line, masked.Field, masked.Message) { Source = draft.Source };
        }

        return new AcceptedRow(line, new Feedback
        {
            Source = draft.Source!,
            ExternalId = Identifier(draft.ExternalId!.Trim()),
            Channel = draft.Channel,
            Text = text,
            KeptOriginal = text == original ? null : context.KeepOriginal?.Invoke(draft.Source!, original),
            OccurredAt = draft.OccurredAt ?? now,
            Customer = context.Pseudonyms.Of(draft.Customer),
            Product = string.IsNullOrWhiteSpace(draft.Product) ? null : Masked(draft.Product.Trim()),
            Scores = draft.Scores,
            Attributes = MaskedAttributes(draft.Attributes),
        });
    }

    private string Masked(string text) => context.Masking.Now.Mask(StorableText.Clean(text)).Text;

    /// <summary>A source that numbers its answers by mail address or by mobile telephone must not bring them in that way.</summary>
    private string Identifier(string externalId) =>
        externalId.Contains('@', StringComparison.Ordinal) || IsMobile(externalId) ? context.Pseudonyms.Of(externalId)! : StorableText.Clean(externalId);

    private static bool IsMobile(string externalId) => externalId.Length is 11 or 13 && externalId[0] == '0' && externalId[2] == '0' && externalId[1] is '7' or '8' or '9'
        && (externalId.Length == 11 ? externalId.All(char.IsAsciiDigit) : externalId[3] == '-' && externalId[8] == '-');

    private IReadOnlyDictionary<string, string> MaskedAttributes(IReadOnlyDictionary<string, string> attributes)
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
