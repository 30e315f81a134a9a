using Voc.Ingest.Reviews;

namespace Voc.Ingest.Files;

/// <summary>Opens a saved page of reviews.</summary>
internal static class SavedPage
{
    private const int MaxBytes = 5 << 20;

    public static FileReading Open(Stream stream, FileRequest request, IngestContext context)
    {
        if (stream.Length > MaxBytes)
        {
            throw new UnreadableFileException(new(
                "保存したページが大きすぎます（上限 5 MB）。レビューのページだけを HTML として保存してください。",
                "The saved page is too large (at most 5 MB). Save the page with the reviews alone as HTML."));
        }

        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        var read = ReviewPages.ReadSaved(bytes, request.Source, null, context);
        return read.Rows.Count == 0 && read.Problems.Count > 0
            ? throw new UnreadableFileException(read.Problems[0])
            : new(read.Rows, null) { Kind = FileKind.Html, Channel = Channel.Review, RowsTotal = read.Rows.Count, Notes = read.Problems };
    }
}
