using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews.Sitemaps;

namespace Voc.Ingest.Reviews;

/// <summary>Settings of a source that reads review pages.</summary>
public sealed record ReviewPageSettings
{
    /// <summary>Address of the first page, http or https; with <see cref="Sitemap"/> what the addresses of its pages begin with, where <c>*</c> stands for anything and a final <c>$</c> for the end.</summary>
    public required string Url { get; init; }

    /// <summary>Address of the sitemap that names the pages, or of a <c>robots.txt</c> that names sitemaps; null where the pages are found by their links.</summary>
    public string? Sitemap { get; init; }

    /// <summary>Where the reviews stand, or null to rely on what the pages describe for machines.</summary>
    public ReviewProfile? Profile { get; init; }

    /// <summary>Most pages read in one go, 1 to 50; 10 unless told.</summary>
    public int MaximumPages { get; init; } = 10;

    /// <summary>What is wrong with the settings, by field; empty where they can be used.</summary>
    public IReadOnlyList<Violation> Check()
    {
        var violations = new List<Violation>();
        if (!IsHttp(Url))
        {
            violations.Add(new("url", new(
                "レビューの載ったページの URL を http:// または https:// から指定してください。",
                "Give the address of a page with reviews, starting with http:// or https://.")));
        }

        if (Sitemap is not null && !IsHttp(Sitemap))
        {
            violations.Add(new("sitemap", SitemapProblems.BadAddress));
        }

        if (MaximumPages is < 1 or > 50)
        {
            violations.Add(new("maximumPages", new("ページ数は 1 から 50 にしてください。", "Use 1 to 50 pages.")));
        }

        violations.AddRange((Profile?.Check() ?? []).Select(violation => violation with { Field = $"profile.{violation.Field}" }));
        return violations;
    }

    private static bool IsHttp(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}

/// <summary>What came of reading a review-page source.</summary>
/// <param name="Rows">Each review, accepted or rejected with the reason; lines count the reviews from 1.</param>
/// <param name="Problems">What went wrong with the pages, such as one that could not be fetched.</param>
/// <param name="State">What to pass in next time, once the rows are stored.</param>
/// <param name="Pages">How many pages were read; 0 where the first one had not changed.</param>
/// <param name="RetryAfter">How long the server asked to be left alone, or null.</param>
public sealed record ReviewPageReading(
    IReadOnlyList<IngestedRow> Rows, IReadOnlyList<LocalizedText> Problems, ReviewState State, int Pages, TimeSpan? RetryAfter)
{
    /// <summary>Whether a list was read anew from its first page, and no page failed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Of a sitemap: how many reviews the pages that were read gave before, where none of them gives any now.</summary>
    public int Lost { get; init; }
}

/// <summary>
/// Reads reviews from the web, so many pages at a time. A list is read from its first page, unless that has not changed, by the links to the next
/// ones on the same host; where it is longer, the next reading goes on where this one stopped, until it meets what was known before. A sitemap's
/// pages are read where they are new or changed, the newest first, and those without a date in turn. What was read is kept when a later page
/// fails. Safe for any number of threads.
/// </summary>
public sealed class ReviewPageReader(PageFetcher fetcher, IngestContext context)
{
    /// <summary>Reads the pages of a source.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="settings">Settings without violations.</param>
    /// <param name="state">The state of the last reading, or <see cref="ReviewState.None"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReviewPageReading> ReadAsync(string source, ReviewPageSettings settings, ReviewState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(state);
        if (settings.Check() is [var violation, ..])
        {
            return new([], [violation.Message], state, 0, null);
        }

        var pages = new ReviewPageChain(fetcher, new ReviewRows(context, source), settings);
        return settings.Sitemap is null
            ? await new ReviewList(pages, settings, state).ReadAsync(cancellationToken).ConfigureAwait(false)
            : await new SitemapPages(pages, new SitemapReader(fetcher), settings, state, context.Clock).ReadAsync(cancellationToken).ConfigureAwait(false);
    }
}
