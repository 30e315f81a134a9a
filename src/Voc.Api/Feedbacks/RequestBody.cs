using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using Voc.Ingest.Decoding;

namespace Voc.Api.Feedbacks;

/// <summary>Bodies of requests, inflated where they are compressed.</summary>
internal static class RequestBody
{
    /// <summary>Why a body cannot be read as it is encoded, or null.</summary>
    public static LocalizedText? Refusal(HttpRequest request) => Encoding(request) is null or "gzip" ? null : new(
        $"Content-Encoding「{Encoding(request)}」は受け付けていません。gzip にするか、圧縮せずに送ってください。",
        $"The Content-Encoding '{Encoding(request)}' is not accepted. Use gzip, or send it uncompressed.");

    /// <summary>Reads the body; a gzip one throws <see cref="Ingest.Files.UnreadableFileException"/> where it is damaged or grows too much.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Most bytes it may inflate to.</param>
    public static PipeReader Reader(HttpRequest request, long maxBytes) =>
        Encoding(request) is null ? request.BodyReader : PipeReader.Create(new InflatedStream(request.Body, new(maxBytes)));

    private static string? Encoding(HttpRequest request) => request.Headers[HeaderNames.ContentEncoding].ToString().Trim().ToUpperInvariant() switch
    {
        "" or "IDENTITY" => null,
        "GZIP" or "X-GZIP" => "gzip",
        var other => other,
    };
}
