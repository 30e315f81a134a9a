using System.Net.Http.Headers;

namespace Voc.Ingest.Fetching;

/// <summary>One answer of a server, read to the end of its body.</summary>
internal sealed record FetchReply(int Status, byte[] Body, string? ContentType, string? Location, FetchValidators Validators, TimeSpan? RetryAfter)
{
    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308;

    public bool IsBusy => Status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>Reads an answer; the body only where it is the page.</summary>
    /// <exception cref="FetchException">The body is larger than the limit.</exception>
    public static async Task<FetchReply> ReadAsync(HttpResponseMessage response, Uri address, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = response.IsSuccessStatusCode ? await ReadBodyAsync(response, address, limit, cancellationToken).ConfigureAwait(false) : [];
        return new(
            (int)response.StatusCode,
            body,
            Raw(response.Content.Headers, "Content-Type"),
            Raw(response.Headers, "Location"),
            new(Raw(response.Headers, "ETag"), Raw(response.Content.Headers, "Last-Modified")),
            RetryAfterOf(Raw(response.Headers, "Retry-After"), now));
    }

    /// <summary>Reads what comes out of the decompression, so that a small body that unpacks to a huge one stops at the limit.</summary>
    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, Uri address, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
        {
            throw FetchProblems.TooLarge(address, limit);
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > limit)
                {
                    throw FetchProblems.TooLarge(address, limit);
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
    }

    private static TimeSpan? RetryAfterOf(string? value, DateTimeOffset now)
    {
        if (!RetryConditionHeaderValue.TryParse(value, out var parsed))
        {
            return null;
        }

        var wait = parsed.Delta ?? parsed.Date - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() is { Length: > 0 and <= 4_096 } value ? value : null : null;
}
