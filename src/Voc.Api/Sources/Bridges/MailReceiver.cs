using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Mail;
using Voc.Ingest.Mail.Inbound;

namespace Voc.Api.Sources.Bridges;

/// <summary>What became of a mail.</summary>
internal sealed record MailAnswer(long Id, bool Duplicate);

/// <summary>
/// Takes mails that SendGrid or Mailgun received. They are told that all went well only when a mail is on disk; what they send again
/// is known by its identifier. 406 is an answer after which neither sends a mail again; after 503 both do.
/// </summary>
internal static class MailReceiver
{
    private static readonly LocalizedText Refused = new("このメールは取り込みません。", "This mail is not taken in.");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<Results<Ok<MailAnswer>, ProblemHttpResult>> Receive(
        string key, HttpRequest request, VocDbContext db, SourceSecrets secrets, Inbox inbox, SourceRefusals refusals, IngestContext context, VocOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var source = await db.Sources.SingleOrDefaultAsync(s => s.PublicKey == key && s.Kind == BridgeKinds.Mail, cancellationToken);
        var provider = source is null ? null : BridgeKinds.Provider(source.Kind, SourceInfo.Parse(source.Settings));
        if (source is null || provider is null)
        {
            return Problem.NotFound("webhook", key);
        }
        var secret = secrets.Read(source) ?? "";
        if (provider == BridgeKinds.SendGrid && !KnowsSecret(request, secret))
        {
            return Problem.Of(401, InboundProblems.WrongSecret);
        }
        try
        {
            if (request.ContentLength > InboundPost.MaximumBytes)
            {
                await request.Body.CopyToAsync(Stream.Null, cancellationToken);
                return await RefuseAsync(db, source, refusals, InboundProblems.TooLarge(InboundPost.MaximumBytes), isNews: provider == BridgeKinds.SendGrid, time, cancellationToken);
            }
            await using var post = await InboundPost.ReadAsync(request, options.DataDirectory, cancellationToken);
            if (post is null)
            {
                return await RefuseAsync(db, source, refusals, InboundProblems.NoForm, isNews: true, time, cancellationToken);
            }
            var token = provider == BridgeKinds.Mailgun ? post.Form["token"] : null;
            if (provider == BridgeKinds.Mailgun && MailgunSignature.Refusal(secret, post.Form["timestamp"], token, post.Form["signature"], time.GetUtcNow()) is { } refusal)
            {
                return Problem.Of(401, refusal);
            }
            if (!source.Enabled)
            {
                request.HttpContext.Response.Headers.RetryAfter = Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return Problem.Of(503, InboundProblems.Paused);
            }
            var mail = post.Raw is { } raw ? MailMessage.Read(raw, out var problem) : Content(provider, post.Form, out problem);
            return mail is null
                ? await RefuseAsync(db, source, refusals, problem!, isNews: true, time, cancellationToken)
                : await TakeAsync(db, source, new MailIntake(context, source.Name, source.Channel).Take(1, mail, time.GetUtcNow()), token, mail.IsAutomatic, inbox, refusals, time, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            var reason = broken is InvalidDataException ? InboundProblems.NoForm : InboundProblems.TooLarge(InboundPost.MaximumBytes);
            return await RefuseAsync(db, source, refusals, reason, isNews: provider == BridgeKinds.SendGrid, time, cancellationToken);
        }
    }

    private static MailContent Content(BridgeProvider provider, InboundForm form, out LocalizedText? problem)
    {
        problem = null;
        return provider == BridgeKinds.SendGrid ? InboundMail.OfSendGrid(form) : InboundMail.OfMailgun(form);
    }

    private static async Task<Results<Ok<MailAnswer>, ProblemHttpResult>> TakeAsync(
        VocDbContext db, SourceRow source, IngestedRow row, string? token, bool isAutomatic, Inbox inbox, SourceRefusals refusals, TimeProvider time, CancellationToken cancellationToken)
    {
        if (row is RejectedRow rejected)
        {
            return await RefuseAsync(db, source, refusals, rejected.Message, isNews: !isAutomatic, time, cancellationToken, rejected.IsEmpty);
        }
        var feedback = ((AcceptedRow)row).Feedback;
        var (isReplayed, now) = (false, time.GetUtcNow());
        var receipts = await inbox.AcceptAsync(
            [feedback],
            (connection, _) => token is null || !(isReplayed = MailTokens.IsUsed(connection, source.Id, token, feedback.ExternalId)),
            (connection, _) =>
            {
                if (token is not null && !isReplayed)
                {
                    MailTokens.Keep(connection, source.Id, token, feedback.ExternalId, now);
                }
            },
            CancellationToken.None);
        if (isReplayed)
        {
            return Problem.Of(401, InboundProblems.Replayed);
        }
        (source.LastRunAt, source.LastCount, source.LastError) = (now, receipts[0].Duplicate ? 0 : 1, null);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new MailAnswer(receipts[0].Id, receipts[0].Duplicate));
    }

    /// <summary>Refuses a mail for good and notes why on its source, where people look.</summary>
    private static async Task<ProblemHttpResult> RefuseAsync(
        VocDbContext db, SourceRow source, SourceRefusals refusals, LocalizedText reason, bool isNews, TimeProvider time, CancellationToken cancellationToken, bool isEmpty = false)
    {
        if (isNews)
        {
            (source.LastRunAt, source.LastCount, source.LastError) = (time.GetUtcNow(), 0, JsonSerializer.Serialize(reason));
            await db.SaveChangesAsync(cancellationToken);
            await refusals.CountAsync(source.Name, new Arrived(Refused: 1, Empty: isEmpty ? 1 : 0));
        }
        return Problem.Of(406, Refused, reason);
    }

    /// <summary>Whether the secret is in the address, as a parameter or as the password of Basic authentication.</summary>
    private static bool KnowsSecret(HttpRequest request, string secret)
    {
        string? given = request.Query["secret"];
        if (given is null && request.Headers.Authorization.ToString() is { } header && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[header.Length];
            var login = Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
            given = login[(login.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }
        return secret.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }
}
