namespace Voc.Ingest.Fetching;

/// <summary>Limits of everything Voc fetches from other servers.</summary>
public sealed record FetchOptions
{
    /// <summary>Most bytes of one body after decompression; 5 MB unless told.</summary>
    public int MaximumBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Longest time one attempt may take, from connecting to the last byte; 20 seconds unless told.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Most redirects followed for one page; 5 unless told.</summary>
    public int MaximumRedirects { get; init; } = 5;

    /// <summary>Ports that may be asked; 80 and 443 unless told.</summary>
    public IReadOnlyList<int> AllowedPorts { get; init; } = [80, 443];

    /// <summary>
    /// Hosts inside the company that may be fetched although their address is private, as <c>host</c> (every port) or
    /// <c>host:port</c>. Empty unless told. Only an administrator of the installation should set it.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Least time between two pages of one host; 1 second unless told. A longer <c>crawl-delay</c> of the host wins.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest <c>crawl-delay</c> that is honoured; 30 seconds unless told.</summary>
    public TimeSpan MaximumHostDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts after the first one when a server is busy or does not answer; 2 unless told.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first retry, doubled for each further one; 1 second unless told.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest <c>Retry-After</c> that is waited for; a longer one ends the fetch and is told to the caller. 30 seconds unless told.</summary>
    public TimeSpan MaximumRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the rules of a <c>robots.txt</c> are kept; 24 hours, the most RFC 9309 allows, unless told.</summary>
    public TimeSpan RobotsLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether a host and port were let through by name in <see cref="AllowedHosts"/>.</summary>
    internal bool Allows(string host, int port) => AllowedHosts.Any(allowed =>
        allowed.Equals(host, StringComparison.OrdinalIgnoreCase)
        || allowed.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));
}
