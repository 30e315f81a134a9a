using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Voc.Api.Imports;

/// <summary>An upload that cannot be used, with the part that is wrong.</summary>
internal sealed class UploadException(string field, LocalizedText problem) : Exception(problem.En)
{
    public string Field { get; } = field;

    public LocalizedText Problem { get; } = problem;
}

/// <summary>A file that came in with its instructions. Disposing it deletes the file, unless that was moved away.</summary>
internal sealed class ImportUpload(string path) : IDisposable
{
    public const long MaxBytes = 1L << 30;
    private const int MaxValue = 100_000;

    /// <summary>RFC 2046 allows 70; some clients quote or pad.</summary>
    private const int MaxBoundary = 200;

    public string FilePath { get; } = path;

    public string FileName { get; private set; } = "";

    public string? Source { get; private set; }

    public string? Preset { get; private set; }

    public string? Mapping { get; private set; }

    /// <summary>Streams a multipart request to disk; its parts may come in any order.</summary>
    /// <exception cref="UploadException">Something about it is wrong.</exception>
    public static async Task<ImportUpload> ReadAsync(HttpRequest request, string path, CancellationToken cancellationToken)
    {
        var upload = new ImportUpload(path);
        try
        {
            var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
            if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
            {
                throw new UploadException("file", new("multipart/form-data で file と source を送ってください。", "Send multipart/form-data with file and source."));
            }
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                await upload.TakeAsync(section, cancellationToken);
            }
            return upload.FileName.Length > 0 ? upload : throw new UploadException("file", new("ファイルがありません。file に取り込むファイルを付けてください。", "There is no file. Attach it as file."));
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException))
        {
            upload.Dispose();
            throw new UploadException("file", new("アップロードが途中で切れているか、形式が正しくありません。もう一度送ってください。", "The upload is cut off or malformed. Send it again."));
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    private async Task TakeAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            return;
        }
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
        if (disposition.IsFileDisposition())
        {
            FileName = Path.GetFileName(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "") is { Length: > 0 } given ? given : "file";
            await using var file = new FileStream(FilePath, FileMode.Create, FileAccess.Write);
            await section.Body.CopyToAsync(file, cancellationToken);
            return;
        }
        var value = await ReadValueAsync(section.Body, name ?? "", cancellationToken);
        switch (name)
        {
            case "source":
                Source = value.Trim();
                break;
            case "preset":
                Preset = value;
                break;
            case "mapping":
                Mapping = WithoutNulls(value);
                break;
            default:
                break;
        }
    }

    private static async Task<string> ReadValueAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxValue + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxValue ? Encoding.UTF8.GetString(buffer, 0, length) : throw new UploadException(name, new($"{name} が長すぎます。", $"{name} is too long."));
    }

    /// <summary>A form sends null for a field that has no column.</summary>
    private static string WithoutNulls(string mapping)
    {
        try
        {
            return JsonNode.Parse(mapping) is JsonObject given ? new JsonObject(given.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString() : mapping;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return mapping; // Whoever reads it says what is wrong.
        }
    }

    public void Dispose() => File.Delete(FilePath);
}
