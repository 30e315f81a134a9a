namespace Voc.Ingest.Reviews;

/// <summary>A review as the page holds it: plain text, nothing masked or checked.</summary>
public sealed record ExtractedReview
{
    /// <summary>The page's own identifier of it, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Title and body as plain text; empty where only stars were given.</summary>
    public required string Text { get; init; }

    /// <summary>The rating on a scale from 1 to 5, or null.</summary>
    public double? Rating { get; init; }

    /// <summary>The rating as the page wrote it where it cannot be read, else null.</summary>
    public string? UnreadableRating { get; init; }

    /// <summary>The date as the page wrote it, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The name the writer goes by, or null.</summary>
    public string? Author { get; init; }

    /// <summary>What is reviewed, or null.</summary>
    public string? Product { get; init; }
}
