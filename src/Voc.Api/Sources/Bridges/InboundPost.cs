using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Voc.Ingest.Mail.Inbound;

namespace Voc.Api.Sources.Bridges;

/// <summary>A form that a provider posted: its fields, and the mail as it travelled where that is among them. Files go by unread.</summary>
internal sealed class InboundPost(InboundForm form, FileBufferingReadStream? raw) : IAsyncDisposable
{
    /// <summary>Most bytes of a post; both providers take mails of up to 30 MB.</summary>
    public const int MaximumBytes = 40 << 20;

    /// <summary>Most bytes that are read: who sends more than is taken must be able to send it, or the answer would never be read.</summary>
    public const int MaximumSent = 120 << 20;

    private const int InMemory = 1 << 20;
    private const int MaximumParts = 500;
    private const int MaximumBoundary = 200;

    public InboundForm Form { get; } = form;

    /// <summary>The mail as it travelled, from its start; null where the form has none.</summary>
    public Stream? Raw { get; } = raw;

    /// <summary>Reads a request; null where it is no form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="folder">Where a large mail lies while it is read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<InboundPost?> ReadAsync(HttpRequest request, string folder, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return null;
        }
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadUrlEncodedAsync(request, cancellationToken);
        }
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && boundary is { Length: > 0 and <= MaximumBoundary }
            ? await ReadMultipartAsync(new MultipartReader(boundary, request.Body), folder, cancellationToken)
            : null;
    }

    private static async Task<InboundPost> ReadUrlEncodedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var options = new FormOptions { ValueCountLimit = MaximumParts, ValueLengthLimit = MaximumBytes, BufferBodyLengthLimit = MaximumBytes };
        var form = await request.ReadFormAsync(options, cancellationToken);
        var fields = form.ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetBytes(f.Value.ToString()));
        FileBufferingReadStream? raw = null;
        if (InboundMail.RawNames.Select(name => fields.GetValueOrDefault(name)).FirstOrDefault(value => value is not null) is { } mail)
        {
            raw = new FileBufferingReadStream(new MemoryStream(mail), MaximumBytes);
            await raw.DrainAsync(cancellationToken);
            raw.Position = 0;
        }
        return new InboundPost(new InboundForm(fields, 0), raw);
    }

    private static async Task<InboundPost> ReadMultipartAsync(MultipartReader reader, string folder, CancellationToken cancellationToken)
    {
        var (fields, files, raw) = (new Dictionary<string, byte[]>(), 0, (FileBufferingReadStream?)null);
        try
        {
            for (var parts = 0; parts < MaximumParts && await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    continue;
                }
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (raw is null && InboundMail.RawNames.Contains(name))
                {
                    raw = new FileBufferingReadStream(section.Body, InMemory, bufferLimit: null, folder);
                    await raw.DrainAsync(cancellationToken);
                    raw.Position = 0;
                }
                else if (disposition.IsFileDisposition())
                {
                    files++; // The reader passes over its bytes.
                }
                else
                {
                    fields.TryAdd(name, await ReadFieldAsync(section.Body, cancellationToken));
                }
            }
        }
        catch
        {
            await (raw?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
        return new InboundPost(new InboundForm(fields, files), raw);
    }

    private static async Task<byte[]> ReadFieldAsync(Stream body, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (memory.Length < InboundForm.MaximumField && (read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }

    public ValueTask DisposeAsync() => Raw?.DisposeAsync() ?? ValueTask.CompletedTask;
}
