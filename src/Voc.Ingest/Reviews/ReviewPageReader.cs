using Voc.Ingest.Fetching;

namespace Voc.Ingest.Reviews;

/// <summary>Settings of a source that reads review pages.</summary>
public sealed record ReviewPageSettings
{
    /// <summary>Address of the first page, http or https.</summary>
    public required string Url { get; init; }

    /// <summary>Where the reviews stand, or null to rely on what the pages describe for machines.</summary>
    public ReviewProfile? Profile { get; init; }

    /// <summary>Most pages read in one go, 1 to 50; 10 unless told.</summary>
    public int MaximumPages { get; init; } = 10;

    /// <summary>What is wrong with the settings, by field; empty where they can be used.</summary>
    public IReadOnlyList<Violation> Check()
    {
        var violations = new List<Violation>();
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            violations.Add(new("url", new(
                "レビューの載ったページの URL を http:// または https:// から指定してください。",
                "Give the address of a page with reviews, starting with http:// or https://.")));
        }

        if (MaximumPages is < 1 or > 50)
        {
            violations.Add(new("maximumPages", new("ページ数は 1 から 50 にしてください。", "Use 1 to 50 pages.")));
        }

        violations.AddRange((Profile?.Check() ?? []).Select(violation => violation with { Field = $"profile.{violation.Field}" }));
        return violations;
    }
}

/// <summary>What came of reading a review-page source.</summary>
/// <param name="Rows">Each review, accepted or rejected with the reason; lines count the reviews from 1.</param>
/// <param name="Problems">What went wrong with the pages, such as one that could not be fetched.</param>
/// <param name="State">What to pass in next time, once the rows are stored.</param>
/// <param name="Pages">How many pages were read; 0 where the first one had not changed.</param>
/// <param name="RetryAfter">How long the server asked to be left alone, or null.</param>
public sealed record ReviewPageReading(
    IReadOnlyList<IngestedRow> Rows, IReadOnlyList<LocalizedText> Problems, FetchValidators State, int Pages, TimeSpan? RetryAfter)
{
    /// <summary>Whether the list was read anew to its end: no page failed, and the first one had changed.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>
/// Reads reviews from the web: fetches the first page unless it has not changed, follows the links to the next ones on the same
/// host, and keeps what it has when a later page fails. Safe for any number of threads.
/// </summary>
public sealed class ReviewPageReader(PageFetcher fetcher, IngestContext context)
{
    /// <summary>Reads the pages of a source.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="settings">Settings without violations.</param>
    /// <param name="state">The state of the last reading, or <see cref="FetchValidators.None"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReviewPageReading> ReadAsync(string source, ReviewPageSettings settings, FetchValidators state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Check() is [var violation, ..])
        {
            return new([], [violation.Message], state, 0, null);
        }

        var reading = new Reading(new ReviewRows(context, source), settings, state);
        try
        {
            while (reading.Next is { } address)
            {
                var page = await fetcher.FetchAsync(address, reading.Pages == 0 ? state : FetchValidators.None, cancellationToken).ConfigureAwait(false);
                reading.Take(page);
            }

            return reading.Done(null);
        }
        catch (FetchException failed)
        {
            return reading.Done(failed);
        }
    }

    /// <summary>What was read so far and where to go on.</summary>
    private sealed class Reading(ReviewRows reviews, ReviewPageSettings settings, FetchValidators state)
    {
        private readonly List<IngestedRow> _rows = [];
        private readonly List<LocalizedText> _problems = [];
        private readonly HashSet<string> _visited = [];
        private FetchValidators? _first;

        public int Pages { get; private set; }

        public Uri? Next { get; private set; } = new(settings.Url);

        public void Take(FetchedPage page)
        {
            _visited.Add(Next!.AbsoluteUri);
            _visited.Add(page.Address.AbsoluteUri);
            if (page.NotModified)
            {
                Next = null;
                return;
            }

            var extraction = ReviewExtractor.Extract(page.Body, page.ContentType, settings.Profile);
            _rows.AddRange(reviews.Take(extraction.Reviews, page.Address));

            // An empty page at the end of a list is no problem.
            _problems.AddRange(Pages == 0 || extraction.Reviews.Count > 0 ? extraction.Problems : []);
            _first ??= page.Validators;
            Pages++;
            Next = extraction.Reviews.Count > 0 ? Following(page.Address, extraction.Next) : null;
        }

        /// <summary>After a failure the state stays as it was, so that the next reading does not take the first page for known.</summary>
        public ReviewPageReading Done(FetchException? failed)
        {
            if (failed is not null)
            {
                _problems.Add(failed.Problem);
            }

            _problems.AddRange(reviews.Problems);
            return new(_rows, _problems, failed is null && _rows.Count > 0 ? _first ?? state : state, Pages, failed?.RetryAfter)
            {
                IsWhole = failed is null && Pages > 0,
            };
        }

        private Uri? Following(Uri page, string? link)
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
                _problems.Add(ReviewProblems.NextElsewhere(next.Host));
                return null;
            }

            if (Pages < settings.MaximumPages)
            {
                return next;
            }

            _problems.Add(ReviewProblems.MorePages(settings.MaximumPages));
            return null;
        }
    }
}
