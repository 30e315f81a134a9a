using System.Security.Cryptography;
using System.Text;
using Voc.Ingest.Fetching;

namespace Voc.Ingest.Reviews;

/// <summary>A page that was read.</summary>
/// <param name="Reviews">Its reviews, as short hashes of their identifiers.</param>
/// <param name="Found">How many reviews stand in it, those of earlier pages included.</param>
/// <param name="Next">The page after it that was not read yet, or null.</param>
/// <param name="Validators">Its version.</param>
/// <param name="NotModified">Whether it is the version that was known; it has no reviews then.</param>
/// <param name="Problems">What is to be said of it.</param>
internal sealed record ReadPage(
    IReadOnlyList<string> Reviews, int Found, Uri? Next, FetchValidators Validators, bool NotModified, IReadOnlyList<LocalizedText> Problems);

/// <summary>The pages of one reading, each read once, up to the number that the settings allow; and all that was found in them.</summary>
internal sealed class ReviewPageChain(PageFetcher fetcher, ReviewRows reviews, ReviewPageSettings settings)
{
    private readonly List<IngestedRow> _rows = [];
    private readonly HashSet<string> _visited = [];
    private int _failed;

    public IReadOnlyList<IngestedRow> Rows => _rows;

    /// <summary>What is to be said of single reviews.</summary>
    public IEnumerable<LocalizedText> Problems => reviews.Problems;

    /// <summary>How many pages were read.</summary>
    public int Count { get; private set; }

    /// <summary>Whether as many pages were asked for as one reading may, those that failed among them.</summary>
    public bool IsFull => Count + _failed >= settings.MaximumPages;

    /// <summary>Reads a page.</summary>
    /// <exception cref="FetchException">There is no page.</exception>
    public async Task<ReadPage> ReadAsync(Uri address, FetchValidators known, CancellationToken cancellationToken)
    {
        _visited.Add(address.AbsoluteUri);
        FetchedPage page;
        try
        {
            page = await fetcher.FetchAsync(address, known, cancellationToken).ConfigureAwait(false);
        }
        catch (FetchException failed) when (failed.Failure != FetchFailure.Robots)
        {
            _failed++;
            throw;
        }

        _visited.Add(page.Address.AbsoluteUri);
        if (page.NotModified)
        {
            return new([], 0, null, known, true, []);
        }

        var extraction = ReviewExtractor.Extract(page.Body, page.ContentType, settings.Profile);
        var rows = reviews.Take(extraction.Reviews, page.Address);
        _rows.AddRange(rows);
        Count++;
        var problems = extraction.Problems.ToList();
        var next = extraction.Reviews.Count > 0 ? Following(page.Address, extraction.Next, problems) : null;
        return new([.. rows.OfType<AcceptedRow>().Select(row => Hash(row.Feedback.ExternalId))], extraction.Reviews.Count, next, page.Validators, false, problems);
    }

    /// <summary>Twelve bytes of SHA-256, enough to know a review or an address again.</summary>
    public static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    private Uri? Following(Uri page, string? link, List<LocalizedText> problems)
    {
        if (string.IsNullOrWhiteSpace(link) || !Uri.TryCreate(page, link, out var next))
        {
            return null;
        }

        next = new Uri(next.GetLeftPart(UriPartial.Query));
        if (_visited.Contains(next.AbsoluteUri))
        {
            return null;
        }

        if (next.Host != page.Host)
        {
            problems.Add(ReviewProblems.NextElsewhere(next.Host));
            return null;
        }

        return next;
    }
}
