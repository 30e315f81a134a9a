using Voc.Ingest.Fetching;

namespace Voc.Ingest.Reviews;

/// <summary>One reading of a list of reviews.</summary>
internal sealed class ReviewList(ReviewPageChain pages, ReviewPageSettings settings, ReviewState state)
{
    private readonly List<LocalizedText> _problems = [];

    public async Task<ReviewPageReading> ReadAsync(CancellationToken cancellationToken)
    {
        var first = new Uri(settings.Url);
        ReadPage top;
        try
        {
            top = await pages.ReadAsync(first, state.Validators, cancellationToken).ConfigureAwait(false);
        }
        catch (FetchException failed)
        {
            return Done(state, failed);
        }

        _problems.AddRange(top.Problems);
        var isUnderWay = state.Next is not null;
        if (top.NotModified && !isUnderWay)
        {
            return Done(state, null);
        }

        // A list under way goes on where it stopped. Of what is new at its top meanwhile the first page is read now; as its version is not
        // remembered, the list is begun anew after its end, down to what is known.
        var after = isUnderWay ? state : state with { Known = state.Top, Top = top.Reviews };
        var next = isUnderWay ? new Uri(state.Next!) : top.Next;
        var hasMet = !isUnderWay && Meets(top, after.Known);
        FetchException? failure = null;
        try
        {
            while (next is not null && !pages.IsFull)
            {
                var page = await pages.ReadAsync(next, FetchValidators.None, cancellationToken).ConfigureAwait(false);
                hasMet |= Meets(page, after.Known);

                // An empty page at the end of a list is no problem.
                _problems.AddRange(page.Found > 0 ? page.Problems : []);
                next = page.Next;
            }
        }
        catch (FetchException failed)
        {
            // A page that is gone is the end of a list that has become shorter; from any other the next reading goes on.
            failure = isUnderWay && failed.Status is 404 or 410 ? null : failed;
            next = failed.Status is 404 or 410 ? null : next;
        }

        after = after with { Next = hasMet ? null : next?.AbsoluteUri };
        var isKnown = failure is null && pages.Rows.Count > 0 && !isUnderWay;
        return Done(after with { Validators = isKnown ? top.Validators : state.Validators }, failure) with { IsWhole = failure is null && !top.NotModified };
    }

    private static bool Meets(ReadPage page, IReadOnlyList<string> known) => page.Reviews.Any(known.Contains);

    private ReviewPageReading Done(ReviewState after, FetchException? failed) =>
        new(pages.Rows, [.. _problems, .. failed is null ? [] : (LocalizedText[])[failed.Problem], .. pages.Problems], after, pages.Count, failed?.RetryAfter);
}
