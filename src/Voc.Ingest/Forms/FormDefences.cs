using System.Diagnostics.CodeAnalysis;

namespace Voc.Ingest.Forms;

/// <summary>
/// What a request to a public page must get past before anybody looks at its fields: where it comes from, how often, and whether a
/// person filled it in. Safe for any number of threads.
/// </summary>
internal sealed class FormDefences(FormTokens tokens, FormRateLimiter limiter)
{
    /// <summary>Why a request is refused, or null where it may come.</summary>
    /// <param name="publicKey">The key in the page's address.</param>
    /// <param name="allowedOrigins">Web sites that may send, besides the page itself.</param>
    /// <param name="request">The request.</param>
    /// <param name="submission">What was sent; null where it could not be read.</param>
    public FormAnswer? Refuse(string publicKey, IReadOnlyList<string> allowedOrigins, FormRequest request, out FormSubmission? submission)
    {
        submission = null;
        return !FormOrigins.Allows(allowedOrigins, request.Origin, request.Own) ? new(403, FormProblems.WrongOrigin(request.Origin))
            : limiter.Take(publicKey, request.Client) is { } wait ? new(429, FormProblems.TooFast(wait)) { RetryAfter = wait }
            : !FormSubmission.TryRead(request.ContentType, request.Body, out submission, out var status, out var problem) ? new(status, problem)
            : submission[FormSubmission.HoneypotName] is not null ? new(400, FormProblems.Honeypot)
            : CheckToken(publicKey, submission);
    }

    /// <summary>The answer with what is needed to fill in the page again and send it once more.</summary>
    public static FormAnswer WithValues(FormAnswer answer, FormSubmission? submission) => submission is null
        ? answer
        : answer with { Values = submission.Values, Token = answer.Status == 202 ? null : answer.Token ?? submission[FormSubmission.TokenName] };

    private FormAnswer? CheckToken(string publicKey, [NotNull] FormSubmission submission) => tokens.Check(publicKey, submission[FormSubmission.TokenName]) switch
    {
        FormTokenState.Good => null,
        FormTokenState.TooEarly => new(400, FormProblems.TooEarly),
        FormTokenState.Expired => new(400, FormProblems.Expired) { Token = tokens.Issue(publicKey) },
        _ => new(400, FormProblems.NoToken) { Token = tokens.Issue(publicKey) },
    };
}
