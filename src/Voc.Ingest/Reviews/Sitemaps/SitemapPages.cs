using Voc.Ingest.Fetching;

namespace Voc.Ingest.Reviews.Sitemaps;

/// <summary>One reading of the pages that a sitemap names.</summary>
internal sealed class SitemapPages(ReviewPageChain pages, SitemapReader sitemaps, ReviewPageSettings settings, ReviewState state, TimeProvider clock)
{
    private const int MostToldFailures = 3;

    private readonly Dictionary<string, VisitedPage> _visited = new(state.Pages);
    private readonly List<LocalizedText> _failures = [];
    private readonly DateTimeOffset _now = clock.GetUtcNow();
    private LocalizedText? _nothingFound;
    private int _lost;
    private bool _gave;

    public async Task<ReviewPageReading> ReadAsync(CancellationToken cancellationToken)
    {
        var begin = new Uri(settings.Url);
        var wanted = new RobotsRule(allow: true, begin.PathAndQuery);
        var known = _visited.Values.Any(v => v.IsToBeTriedAgain(_now)) ? FetchValidators.None : state.Validators;
        SitemapReading map;
        try
        {
            map = await sitemaps.ReadAsync(
                new Uri(settings.Sitemap!), page => page.Authority == begin.Authority && wanted.Matches(RobotsRule.Normalize(page.PathAndQuery)), known, cancellationToken).ConfigureAwait(false);
        }
        catch (FetchException failed)
        {
            return new([], [failed.Problem], state, 0, failed.RetryAfter);
        }

        if (map.NotModified)
        {
            return new([], [], state, 0, null);
        }

        var due = Due(map.Pages);
        FetchException? stopped = null;
        var done = 0;
        for (; done < due.Count && !pages.IsFull && stopped is null; done++)
        {
            stopped = await ReadPageAsync(due[done], cancellationToken).ConfigureAwait(false);
        }

        Forget(map);
        var isFinished = stopped is null && done == due.Count && map.Pages.All(p => p.ModifiedBefore <= _now) && _visited.Values.All(v => v.Next is null);
        List<LocalizedText> problems = [.. map.Problems, .. map is { IsWhole: true, Pages.Count: 0 } ? [SitemapProblems.NothingWanted(settings.Url)] : (LocalizedText[])[], .. Told(), .. pages.Problems];
        var after = state with { Pages = _visited, Validators = isFinished && map.IsWhole ? map.Validators : FetchValidators.None };
        return new(pages.Rows, problems, after, pages.Count, stopped?.RetryAfter) { Lost = _gave ? 0 : _lost };
    }

    /// <summary>
    /// What is to be read: first the pages whose reviews go on, then new and changed ones, the newest first, then by turns those without a date
    /// and those that failed, the longest unread first.
    /// </summary>
    private List<(SitemapEntry Page, string Key, VisitedPage? Before)> Due(IReadOnlyList<SitemapEntry> all)
    {
        var known = all.Select(page => (Page: page, Key: ReviewPageChain.Hash(page.Address.AbsoluteUri))).Select(p => (p.Page, p.Key, Before: _visited.GetValueOrDefault(p.Key))).ToList();
        return
        [
            .. known.Where(p => p.Before is { Next: not null, Failures: 0 }),
            .. known.Where(p => p.Before is null or { Next: null, Failures: 0 } && IsNew(p.Page, p.Before)).OrderByDescending(p => p.Page.ModifiedBefore ?? DateTimeOffset.MaxValue),
            .. known.Where(p => p.Before?.IsToBeTriedAgain(_now) == true || (p is { Page.ModifiedBefore: null, Before: { Next: null, Failures: 0 } } && !IsNew(p.Page, p.Before))).OrderBy(p => p.Before!.ReadAt),
        ];
    }

    /// <summary>Whether a page was never read, or may have changed since; one without a date is new once.</summary>
    private static bool IsNew(SitemapEntry page, VisitedPage? before) =>
        before is null || (page.ModifiedBefore is { } modified && (page.Modified != before.Modified || modified > before.ReadAt));

    /// <summary>Reads a page and those that follow it; answers why the reading has to stop, or null.</summary>
    private async Task<FetchException?> ReadPageAsync((SitemapEntry Page, string Key, VisitedPage? Before) due, CancellationToken cancellationToken)
    {
        var next = due.Before?.Next is { } position ? new Uri(position) : due.Page.Address;
        var found = 0;
        FetchException? failure = null;
        try
        {
            while (next is not null && !pages.IsFull)
            {
                var read = await pages.ReadAsync(next, FetchValidators.None, cancellationToken).ConfigureAwait(false);
                found += read.Found;
                _nothingFound ??= read is { Found: 0, Problems: [var problem, ..] } ? problem : null;
                next = read.Next;
            }
        }
        catch (FetchException failed)
        {
            // Where the reviews of a page end earlier than before, they are at their end.
            failure = failed;
            next = failed.Status is 404 or 410 || next == due.Page.Address ? null : next;
            _failures.Add(failed.Problem);
        }

        _gave |= found > 0;
        var before = due.Before?.Found ?? 0;
        if (found == 0 && before > 0 && failure is null)
        {
            _lost += before;
        }

        // A page that lost its reviews is looked at again when the sitemap says so.
        _visited[due.Key] = new(due.Page.Modified, _now, found > 0 ? found : before, next?.AbsoluteUri, failure is null ? 0 : 1 + (due.Before?.Failures ?? 0));
        return failure is { RetryAfter: not null } or { Failure: FetchFailure.Timeout or FetchFailure.Unreachable } or { Status: 429 or >= 500 } ? failure : null;
    }

    private void Forget(SitemapReading map)
    {
        if (map.IsWhole)
        {
            var named = map.Pages.Select(p => ReviewPageChain.Hash(p.Address.AbsoluteUri)).ToHashSet();
            foreach (var gone in _visited.Keys.Where(key => !named.Contains(key)).ToList())
            {
                _visited.Remove(gone);
            }
        }
    }

    private IEnumerable<LocalizedText> Told()
    {
        // A page without reviews is nothing to be told, but where no page ever gave any the settings are wrong.
        var nothing = _visited.Values.Any(v => v.Found > 0) ? null : _nothingFound;
        return
        [
            .. nothing is null ? [] : (LocalizedText[])[nothing],
            .. _failures.Take(MostToldFailures),
            .. _failures.Count > MostToldFailures ? [SitemapProblems.MoreFailed(_failures.Count - MostToldFailures)] : (LocalizedText[])[],
        ];
    }
}
