namespace Voc.Ingest.Fetching;

/// <summary>
/// Fetches pages of other servers politely and safely: only public addresses, only what <c>robots.txt</c> allows, not faster
/// than the host wants, bounded in size and time, and not at all when the page has not changed. Safe for any number of threads;
/// keep one for the lifetime of the process.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly HttpClient _client;
    private readonly FetchAttempts _attempts;
    private readonly RobotsCache _robots;
    private readonly HostPacer _pacer;

    /// <summary>Makes a fetcher with its own HTTP client.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="clock">Tells when a host may be asked again.</param>
    public PageFetcher(FetchOptions options, TimeProvider clock)
    {
        _options = options;
        _client = OutgoingHttp.CreateClient(options);
        _attempts = new(_client, options, clock);
        _robots = new(_attempts, options, clock);
        _pacer = new(clock);
    }

    /// <summary>Fetches a page.</summary>
    /// <param name="address">An absolute http or https address.</param>
    /// <param name="validators">What the server said about the version that is known, or <see cref="FetchValidators.None"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="maximumBytes">Most bytes of the body where that is not <see cref="FetchOptions.MaximumBytes"/>.</param>
    /// <exception cref="FetchException">There is no page; its problem says why.</exception>
    public async Task<FetchedPage> FetchAsync(Uri address, FetchValidators validators, CancellationToken cancellationToken, int? maximumBytes = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(validators);
        FetchAddress.Check(address, _options);
        var current = address;
        for (var hop = 0; hop <= _options.MaximumRedirects; hop++)
        {
            await TakeTurnAsync(current, cancellationToken).ConfigureAwait(false);
            var reply = await _attempts.SendAsync(current, validators, maximumBytes ?? _options.MaximumBytes, cancellationToken).ConfigureAwait(false);
            if (!reply.IsRedirect)
            {
                return PageOf(current, reply, validators);
            }

            current = FetchAddress.Redirected(current, reply.Location, _options);
        }

        throw FetchProblems.TooManyRedirects(address, _options.MaximumRedirects);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task TakeTurnAsync(Uri address, CancellationToken cancellationToken)
    {
        var rules = await _robots.RulesAsync(address, cancellationToken).ConfigureAwait(false);
        if (!rules.Allows(address.PathAndQuery))
        {
            throw FetchProblems.Robots(address);
        }

        var wanted = rules.CrawlDelay < _options.MaximumHostDelay ? rules.CrawlDelay.Value : rules.CrawlDelay is null ? TimeSpan.Zero : _options.MaximumHostDelay;
        await _pacer.WaitAsync(address.Authority, wanted > _options.HostDelay ? wanted : _options.HostDelay, cancellationToken).ConfigureAwait(false);
    }

    private static FetchedPage PageOf(Uri address, FetchReply reply, FetchValidators sent) => reply.Status switch
    {
        304 when sent != FetchValidators.None => new(address, true, [], reply.ContentType, sent),
        >= 200 and < 300 => new(address, false, reply.Body, reply.ContentType, reply.Validators),
        _ => throw FetchProblems.Status(address, reply.Status, reply.RetryAfter),
    };
}
