using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews;
using Voc.Ingest.Social;

namespace Voc.Api.Sources;

/// <summary>What came of fetching a source.</summary>
/// <param name="Rows">What was read, accepted or rejected with the reason.</param>
/// <param name="Problem">What went wrong, or null.</param>
/// <param name="State">What to begin the next reading with.</param>
/// <param name="RetryAfter">How long to leave the server alone, or null.</param>
/// <param name="IsWhole">Whether a list of reviews was read anew to its end; a feed of posts may well have nothing new.</param>
/// <param name="Lost">Reviews that pages of a sitemap gave before, where none gives any now.</param>
internal sealed record SourceReading(IReadOnlyList<IngestedRow> Rows, LocalizedText? Problem, ReviewState State, TimeSpan? RetryAfter, bool IsWhole = false, int Lost = 0);

/// <summary>Fetches what a source points at, by its kind.</summary>
internal sealed class SourceReader(ReviewPageReader reviews, PageFetcher fetcher, IngestContext context)
{
    public Task<SourceReading> ReadAsync(SourceRow source, ReviewState state, CancellationToken cancellationToken) => source.Kind switch
    {
        SourceKinds.ReviewPage => ReadReviewsAsync(source, state, cancellationToken),
        SourceKinds.SocialFeed => ReadFeedAsync(source, state, cancellationToken),
        _ => throw new InvalidOperationException($"Nothing is fetched for a source of kind {source.Kind}."),
    };

    private async Task<SourceReading> ReadReviewsAsync(SourceRow source, ReviewState state, CancellationToken cancellationToken)
    {
        var settings = SourceKinds.Reviews(SourceInfo.Parse(source.Settings))!;
        var reading = await reviews.ReadAsync(source.Name, settings, state, cancellationToken);
        return new SourceReading(reading.Rows, Together(reading.Problems), reading.State, reading.RetryAfter, reading.IsWhole, reading.Lost);
    }

    private async Task<SourceReading> ReadFeedAsync(SourceRow source, ReviewState state, CancellationToken cancellationToken)
    {
        try
        {
            var page = await fetcher.FetchAsync(SourceKinds.Feed(SourceInfo.Parse(source.Settings))!, state.Validators, cancellationToken);
            if (page.NotModified)
            {
                return new SourceReading([], null, state, null);
            }
            var rows = new List<IngestedRow>();
            await foreach (var row in SocialFeed.ReadAsync(new MemoryStream(page.Body), new SocialPosts(context, source.Name, source.Channel), cancellationToken))
            {
                rows.Add(row);
            }
            var bad = rows.OfType<RejectedRow>().FirstOrDefault();
            var problem = bad is null ? null : new LocalizedText($"{bad.Line} 行目: {bad.Message.Ja}", $"line {bad.Line}: {bad.Message.En}");
            return new SourceReading(rows, problem, ReviewState.None with { Validators = page.Validators }, null);
        }
        catch (FetchException failed)
        {
            return new SourceReading([], failed.Problem, state, failed.RetryAfter);
        }
    }

    private static LocalizedText? Together(IReadOnlyList<LocalizedText> problems) => problems.Count == 0
        ? null
        : new LocalizedText(string.Join(" ", problems.Select(p => p.Ja)), string.Join(" ", problems.Select(p => p.En)));
}
