using Voc.Ingest.Fetching;

namespace Voc.Ingest.Reviews.Sitemaps;

/// <summary>What the sitemaps of a site say.</summary>
/// <param name="Pages">The pages that are wanted, each once, in order.</param>
/// <param name="Problems">What could not be read of them, and why.</param>
/// <param name="IsWhole">Whether every sitemap was read to its end.</param>
/// <param name="Validators">The version of the sitemap where there is only one, to be asked for next time.</param>
/// <param name="NotModified">Whether that version is known; there are no pages then.</param>
internal sealed record SitemapReading(IReadOnlyList<SitemapEntry> Pages, IReadOnlyList<LocalizedText> Problems, bool IsWhole, FetchValidators Validators, bool NotModified);

/// <summary>Fetches a sitemap and those it refers to, as politely as any page. Bounded in files, depth and pages.</summary>
internal sealed class SitemapReader(PageFetcher fetcher)
{
    private const int MaximumFiles = 50;
    private const int MaximumDepth = 3;
    private const int MaximumPages = 10_000;

    /// <summary>Reads sitemaps from one on.</summary>
    /// <param name="root">The sitemap, or a <c>robots.txt</c> that names some.</param>
    /// <param name="isWanted">Which pages are wanted.</param>
    /// <param name="known">The version that is known of the sitemap.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FetchException">The first one cannot be fetched, or a later one because the server wants to be left alone.</exception>
    public async Task<SitemapReading> ReadAsync(Uri root, Func<Uri, bool> isWanted, FetchValidators known, CancellationToken cancellationToken)
    {
        var (waiting, seen) = (new Queue<(Uri Address, int Depth)>([(root, 0)]), new HashSet<string> { root.AbsoluteUri });
        var (pages, taken, problems) = (new List<SitemapEntry>(), new HashSet<string>(), new List<LocalizedText>());
        var validators = FetchValidators.None;
        for (var files = 0; waiting.TryDequeue(out var next) && pages.Count < MaximumPages; files++)
        {
            if (files == MaximumFiles || next.Depth > MaximumDepth)
            {
                problems.Add(SitemapProblems.TooMany(MaximumFiles));
                break;
            }

            FetchedPage fetched;
            try
            {
                fetched = await fetcher.FetchAsync(next.Address, next.Depth == 0 ? known : FetchValidators.None, cancellationToken, SitemapFile.MaximumBytes).ConfigureAwait(false);
            }
            catch (FetchException failed) when (next.Depth > 0 && failed.RetryAfter is null)
            {
                problems.Add(failed.Problem);
                continue;
            }

            if (fetched.NotModified)
            {
                return new([], [], true, known, true);
            }

            var file = SitemapFile.Read(fetched.Body, fetched.Address);
            validators = files == 0 && file.Sitemaps.Count == 0 ? fetched.Validators : FetchValidators.None;
            problems.AddRange(file.Problem is { } problem ? [problem] : []);
            foreach (var sitemap in file.Sitemaps.Where(s => seen.Add(s.Address.AbsoluteUri)))
            {
                waiting.Enqueue((sitemap.Address, next.Depth + 1));
            }

            foreach (var page in file.Pages.Where(p => isWanted(p.Address) && taken.Add(p.Address.AbsoluteUri)))
            {
                if (pages.Count == MaximumPages)
                {
                    problems.Add(SitemapProblems.TooManyPages(MaximumPages));
                    break;
                }

                pages.Add(page);
            }
        }

        return new(pages, problems, problems.Count == 0, validators, false);
    }
}
