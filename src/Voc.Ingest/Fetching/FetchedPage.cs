namespace Voc.Ingest.Fetching;

/// <summary>What a server said about the version of a page, to be sent back with the next request for it.</summary>
/// <param name="ETag">The <c>ETag</c> header as it came, or null.</param>
/// <param name="LastModified">The <c>Last-Modified</c> header as it came, or null.</param>
public sealed record FetchValidators(string? ETag, string? LastModified)
{
    /// <summary>Nothing is known of the page yet.</summary>
    public static FetchValidators None { get; } = new(null, null);
}

/// <summary>A page that was fetched.</summary>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="NotModified">Whether the server said that it is the version of the validators; <paramref name="Body"/> is then empty.</param>
/// <param name="Body">The bytes after decompression, at most <see cref="FetchOptions.MaximumBytes"/>.</param>
/// <param name="ContentType">The <c>Content-Type</c> header as it came, or null.</param>
/// <param name="Validators">What to send with the next request.</param>
public sealed record FetchedPage(Uri Address, bool NotModified, byte[] Body, string? ContentType, FetchValidators Validators);
