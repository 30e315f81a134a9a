using Voc.Ingest.Fetching;

namespace Voc.Ingest.Tests.Fetching;

/// <summary>Fetchers for a site on this machine, with short waits.</summary>
internal static class Fetchers
{
    public static FetchOptions For(LocalSite site) => new()
    {
        AllowedHosts = [site.Address.Authority],
        HostDelay = TimeSpan.Zero,
        RetryDelay = TimeSpan.FromMilliseconds(20),
        Timeout = TimeSpan.FromSeconds(10),
    };

    public static async Task<FetchedPage> FetchAsync(FetchOptions options, Uri address, FetchValidators? validators = null)
    {
        using var fetcher = new PageFetcher(options, TimeProvider.System);
        return await fetcher.FetchAsync(address, validators ?? FetchValidators.None, CancellationToken.None);
    }

    public static Task<FetchException> FailureAsync(FetchOptions options, Uri address) =>
        Assert.ThrowsAsync<FetchException>(() => FetchAsync(options, address));
}
