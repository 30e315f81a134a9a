namespace Voc.Ingest.Fetching;

/// <summary>What of an address can be checked before its name is looked up.</summary>
internal static class FetchAddress
{
    private const int MaximumLength = 2_048;

    /// <summary>Checks scheme, port and that it holds no password.</summary>
    /// <exception cref="FetchException">The address may not be fetched.</exception>
    public static void Check(Uri address, FetchOptions options)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Host.Length == 0 || address.OriginalString.Length > MaximumLength)
        {
            throw FetchProblems.NotHttp(address);
        }

        if (address.UserInfo.Length > 0)
        {
            throw FetchProblems.Credentials(address);
        }

        if (!options.AllowedPorts.Contains(address.Port) && !options.Allows(address.IdnHost, address.Port))
        {
            throw FetchProblems.Port(address, options.AllowedPorts);
        }
    }

    /// <summary>Where a redirect leads, checked like a typed address; https never falls back to http.</summary>
    /// <exception cref="FetchException">It leads nowhere or somewhere that may not be fetched.</exception>
    public static Uri Redirected(Uri from, string? location, FetchOptions options)
    {
        if (location is null || !Uri.TryCreate(from, location, out var target)
            || (from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp))
        {
            throw FetchProblems.BadRedirect(from);
        }

        Check(target, options);
        return target;
    }
}
