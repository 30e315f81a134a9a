namespace Voc.Ingest.Surveys;

/// <summary>An invitation to answer a survey once.</summary>
/// <param name="Token">The secret in its link.</param>
/// <param name="Customer">Pseudonym of whom it was sent to, or null.</param>
/// <param name="Segment">The group they belong to, masked, or null.</param>
public sealed record SurveyInvitation(string Token, string? Customer, string? Segment)
{
    /// <summary>An invitation for a customer, who is kept as a pseudonym only.</summary>
    /// <param name="token">The secret in its link.</param>
    /// <param name="customer">Number or mail address of the customer, or null.</param>
    /// <param name="segment">The group they belong to, or null.</param>
    /// <param name="context">The rules of the installation.</param>
    public static SurveyInvitation For(string token, string? customer, string? segment, IngestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(
            token, context.Pseudonyms.Of(customer), string.IsNullOrWhiteSpace(segment) ? null : context.Masking.Now.Mask(StorableText.Clean(segment.Trim())).Text);
    }
}
