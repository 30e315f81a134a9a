using System.Net.Http.Headers;
using System.Security.Cryptography;
using Voc.Api.Sources;
using Voc.Ingest.Fetching;

namespace Voc.Api.Webhooks;

/// <summary>What came of one attempt.</summary>
/// <param name="Status">The status answered, of HTTP or SMTP, or null.</param>
/// <param name="Error">Why it does not count as delivered, or null where it does.</param>
/// <param name="RetryAfter">How long the receiver asked to be left alone, or null.</param>
internal sealed record DeliveryAttempt(int? Status, LocalizedText? Error, TimeSpan? RetryAfter = null);

/// <summary>
/// Sends one message once. Only public addresses are connected to, whatever a name leads to at that moment, and no redirect is followed;
/// hosts inside the company must be allowed by the installation, see <see cref="VocOptions.FetchHosts"/>.
/// </summary>
internal sealed class WebhookSender(VocOptions options, SourceSecrets secrets, WebhookAddresses addresses, TimeProvider time) : IDisposable
{
    public const string DeliveryHeader = "X-Voc-Delivery";
    public const string EventHeader = "X-Voc-Event";

    private readonly HttpClient _client = OutgoingHttp.CreateClient(Limits(options));

    /// <summary>What addresses may be sent to: https, or within the company also http and other ports.</summary>
    public static FetchOptions Limits(VocOptions options) => new() { AllowedPorts = [443], AllowedHosts = options.FetchHosts, Timeout = options.WebhookTimeout };

    public async Task<DeliveryAttempt> SendAsync(WebhookRow webhook, WebhookDeliveryRow delivery, CancellationToken cancellationToken)
    {
        if (!addresses.TryRead(webhook.Url, out var stored))
        {
            return new DeliveryAttempt(null, WebhookProblems.AddressLost);
        }
        var address = new Uri(stored);
        using var limit = new CancellationTokenSource(options.WebhookTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // Allowed when it was entered, but the installation's settings may be others now.
            OutgoingHttp.Check(address, Limits(options));
            using var request = Request(address, delivery, secrets.Read(webhook.Secret));
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)answer.StatusCode;
            return new DeliveryAttempt(status, answer.IsSuccessStatusCode ? null : WebhookProblems.Status(address, status), RetryAfter(answer));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new DeliveryAttempt(null, WebhookProblems.Timeout(address, options.WebhookTimeout));
        }
        catch (CryptographicException)
        {
            return new DeliveryAttempt(null, WebhookProblems.SecretLost);
        }
        catch (FetchException refused)
        {
            return new DeliveryAttempt(null, refused.Problem);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new DeliveryAttempt(null, OutgoingHttp.NoAnswer(address, broken).Problem);
        }
    }

    public void Dispose() => _client.Dispose();

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    private HttpRequestMessage Request(Uri address, WebhookDeliveryRow delivery, string secret)
    {
        var content = new ByteArrayContent(delivery.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation(DeliveryHeader, delivery.Key);
        request.Headers.TryAddWithoutValidation(EventHeader, delivery.Event);
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(secret, time.GetUtcNow(), delivery.Body));
        return request;
    }
}
