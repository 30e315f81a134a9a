namespace Voc.Ingest.Reviews;

/// <summary>What came of reading review pages.</summary>
/// <param name="Rows">Each review, accepted or rejected with the reason; lines count the reviews from 1.</param>
/// <param name="Problems">What is to be said of the pages as a whole, such as why no reviews were found.</param>
public sealed record ReviewReading(IReadOnlyList<IngestedRow> Rows, IReadOnlyList<LocalizedText> Problems);

/// <summary>Reads a review page that was saved to a file. Safe for any number of threads.</summary>
public static class ReviewPages
{
    /// <summary>Reads a saved page.</summary>
    /// <param name="bytes">The file, up to 5 MB, in any encoding browsers know.</param>
    /// <param name="source">Name of the source the reviews belong to.</param>
    /// <param name="profile">Where the reviews stand, or null to rely on what the page describes for machines.</param>
    /// <param name="context">The installation.</param>
    public static ReviewReading ReadSaved(byte[] bytes, string source, ReviewProfile? profile, IngestContext context)
    {
        var extraction = ReviewExtractor.Extract(bytes, null, profile);
        var reviews = new ReviewRows(context, source);
        return new(reviews.Take(extraction.Reviews, null), [.. extraction.Problems, .. reviews.Problems]);
    }
}
