using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Voc.Ingest.Fetching;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// Asks platforms, through the one kind of HTTP client that may ask an address a person typed (<see cref="OutgoingHttp"/>), for
/// pages and for streams alike. Safe for any number of threads; keep one for the lifetime of the process.
/// </summary>
public sealed class SocialClient : IDisposable
{
    private const int Longest = 8 * 1024 * 1024;
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64 };
    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Which hosts and how long.</param>
    /// <param name="clock">Tells how long a wait is.</param>
    public SocialClient(FetchOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _client = OutgoingHttp.CreateClient(options);
    }

    /// <summary>The time by which waits are counted.</summary>
    public TimeProvider Clock => _clock;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>Gets JSON.</summary>
    /// <exception cref="SocialException">There is none; it says why.</exception>
    internal Task<SocialReply> GetAsync(string platform, Uri address, (string Name, string Value)? credential, CancellationToken cancellationToken) =>
        SendAsync(platform, HttpMethod.Get, address, null, credential, cancellationToken);

    /// <summary>Posts JSON.</summary>
    /// <exception cref="SocialException">It was not accepted; it says why.</exception>
    internal Task<SocialReply> PostAsync(string platform, Uri address, Dictionary<string, string> body, CancellationToken cancellationToken) =>
        SendAsync(platform, HttpMethod.Post, address, body, null, cancellationToken);

    /// <summary>Opens a stream at a <c>ws</c> or <c>wss</c> address; the socket is the caller's.</summary>
    /// <exception cref="SocialException">It cannot be opened; it says why.</exception>
    internal async Task<ClientWebSocket> ConnectAsync(string platform, Uri address, (string Name, string Value)? credential, CancellationToken cancellationToken)
    {
        Check(new UriBuilder(address) { Scheme = address.Scheme == Uri.UriSchemeWss ? Uri.UriSchemeHttps : Uri.UriSchemeHttp }.Uri);
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        socket.Options.CollectHttpResponseDetails = true;
        if (credential is { } given)
        {
            socket.Options.SetRequestHeader(given.Name, given.Value);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            // The handler of this client checks the address the socket connects to.
            await socket.ConnectAsync(address, _client, limit.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception broken) when (broken is WebSocketException or HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var failure = Refused(platform, socket, address, broken);
            socket.Dispose();
            throw failure;
        }
    }

    private SocialException Refused(string platform, ClientWebSocket socket, Uri address, Exception broken)
    {
        var status = (int)socket.HttpStatusCode;
        if (status < 400)
        {
            return new(OutgoingHttp.NoAnswer(address, broken).Problem, broken);
        }

        var headers = socket.HttpResponseHeaders;
        return Failure(platform, status, null, RateLimit.Wait(name => headers?.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault(), status == 429, _clock.GetUtcNow()));
    }

    private async Task<SocialReply> SendAsync(
        string platform, HttpMethod method, Uri address, Dictionary<string, string>? body, (string Name, string Value)? credential, CancellationToken cancellationToken)
    {
        Check(address);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (credential is { } given)
        {
            request.Headers.TryAddWithoutValidation(given.Name, given.Value);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return await ReadAsync(platform, response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SocialException(PlatformProblems.Slow(platform, _options.Timeout), slow);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException)
        {
            throw new SocialException(OutgoingHttp.NoAnswer(address, broken).Problem, broken);
        }
    }

    private async Task<SocialReply> ReadAsync(string platform, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var refused = status is 429 or 503;
        var wait = RateLimit.Wait(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null, refused, _clock.GetUtcNow());
        var json = await ParseAsync(platform, response, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return json is null
                ? throw new SocialException(PlatformProblems.NotJson(platform))
                : new SocialReply(json.Value, wait, response.Headers.TryGetValues("Link", out var links) ? string.Join(',', links) : null);
        }

        throw Failure(platform, status, json, wait);
    }

    private static SocialException Failure(string platform, int status, JsonElement? json, TimeSpan? wait)
    {
        var (code, detail) = ErrorText.Of(json);
        var problem = (status, wait) switch
        {
            (429 or 503, { } known) => PlatformProblems.Busy(platform, status, known),
            (429 or >= 500, _) => PlatformProblems.BusyUnknown(platform, status),
            (401 or 403, _) => PlatformProblems.Denied(platform, status),
            _ => PlatformProblems.Unexpected(platform, status, detail),
        };
        return new SocialException(problem) { Status = status, Code = code, RetryAfter = wait };
    }

    /// <summary>The body as JSON; null where it is none.</summary>
    private static async Task<JsonElement?> ParseAsync(string platform, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > Longest)
                {
                    throw new SocialException(PlatformProblems.TooLarge(platform));
                }

                body.Write(buffer, 0, read);
            }

            return Parsed(body.GetBuffer().AsMemory(0, (int)body.Length));
        }
    }

    private static JsonElement? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Check(Uri address)
    {
        try
        {
            OutgoingHttp.Check(address, _options);
        }
        catch (FetchException refused)
        {
            throw new SocialException(refused.Problem, refused);
        }
    }
}

/// <summary>JSON a platform answered with, how long it wants to be left alone, and its <c>Link</c> header.</summary>
internal sealed record SocialReply(JsonElement Json, TimeSpan? Wait, string? Link);
