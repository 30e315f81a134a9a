using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Voc.Ingest.Fetching;

/// <summary>
/// Asks one address, again after a pause when the server is busy or the connection breaks. The pause is the server's
/// <c>Retry-After</c> where it gives one, else it doubles from attempt to attempt. Does not follow redirects.
/// </summary>
internal sealed class FetchAttempts
{
    private readonly HttpClient _client;
    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<FetchReply> _pipeline;

    public FetchAttempts(HttpClient client, FetchOptions options, TimeProvider clock)
    {
        (_client, _options, _clock) = (client, options, clock);
        var builder = new ResiliencePipelineBuilder<FetchReply> { TimeProvider = clock };
        if (options.Retries > 0)
        {
            builder.AddRetry(RetryOptions(options));
        }

        _pipeline = builder.AddTimeout(options.Timeout).Build();
    }

    /// <summary>The server's answer, whatever its status.</summary>
    /// <exception cref="FetchException">There is no answer.</exception>
    public async Task<FetchReply> SendAsync(Uri address, FetchValidators validators, int maximumBytes, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await OnceAsync(address, validators, maximumBytes, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw FetchProblems.Timeout(address, _options.Timeout, timeout);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            throw OutgoingHttp.NoAnswer(address, broken);
        }
    }

    private async Task<FetchReply> OnceAsync(Uri address, FetchValidators validators, int maximumBytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Language", "ja,en;q=0.5");
        if (validators.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (validators.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await FetchReply.ReadAsync(response, address, maximumBytes, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    private static RetryStrategyOptions<FetchReply> RetryOptions(FetchOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaximumRetryDelay,
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
        {
            { Result: { IsBusy: true } reply } => reply.RetryAfter is null || reply.RetryAfter <= options.MaximumRetryDelay,
            { Exception: HttpRequestException or IOException or TimeoutRejectedException } outcome => ForbiddenAddressException.In(outcome.Exception) is null,
            _ => false,
        }),
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
    };
}
