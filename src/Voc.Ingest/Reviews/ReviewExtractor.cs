using HtmlAgilityPack;
using Voc.Ingest.Reviews.Feeds;

namespace Voc.Ingest.Reviews;

/// <summary>What was found in one page.</summary>
/// <param name="Reviews">The reviews in page order.</param>
/// <param name="Next">Link to the next page as the page wrote it, or null.</param>
/// <param name="Problems">What was passed over and why, or why there are no reviews.</param>
public sealed record ReviewExtraction(IReadOnlyList<ExtractedReview> Reviews, string? Next, IReadOnlyList<LocalizedText> Problems);

/// <summary>
/// Finds the reviews in a feed or a page; in a page by the profile of its site where there is one, else as schema.org describes them in JSON-LD or
/// microdata, whichever holds more. Pages up to 5 MB; time linear in the length.
/// </summary>
public static class ReviewExtractor
{
    /// <summary>Total length of texts taken from one page; elements inside each other could make it far longer than the page.</summary>
    private const int MaximumText = 10_000_000;

    /// <summary>Reads a page from its bytes.</summary>
    /// <param name="bytes">The page as it was fetched or saved, in any encoding browsers know.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    /// <param name="profile">Where the reviews stand, or null to rely on what the page describes for machines.</param>
    public static ReviewExtraction Extract(byte[] bytes, string? contentType, ReviewProfile? profile)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (profile?.Check() is [var violation, ..])
        {
            return new([], null, [violation.Message]);
        }

        if (ReviewFeed.Read(bytes, contentType) is { } feed)
        {
            return feed with { Reviews = Bounded(feed.Reviews) };
        }

        if (!HtmlPage.TryRead(bytes, contentType, out var page, out var problem))
        {
            return new([], null, [problem]);
        }

        return profile is null ? FromDescriptions(page) : FromProfile(page, profile);
    }

    private static ReviewExtraction FromDescriptions(HtmlDocument page)
    {
        var problems = new List<LocalizedText>();
        var (jsonItems, scripts) = JsonLd.Read(page, problems);
        var (microItems, scopes) = Microdata.Read(page);
        var fromJson = Bounded(SchemaOrgReviews.From(jsonItems));
        var fromMicrodata = Bounded(SchemaOrgReviews.From(microItems));
        var reviews = fromMicrodata.Count > fromJson.Count ? fromMicrodata : fromJson;
        if (reviews.Count == 0)
        {
            problems.Add(ReviewProblems.NothingFound(scripts, scopes, IsDrawnByScript(page)));
        }

        return new(reviews, NextOf(page, null), problems);
    }

    private static ReviewExtraction FromProfile(HtmlDocument page, ReviewProfile profile)
    {
        var reviews = Bounded(ProfileReviews.From(page, profile));
        return new(reviews, NextOf(page, profile), reviews.Count > 0 ? [] : [ReviewProblems.NothingSelected(profile.Item)]);
    }

    private static List<ExtractedReview> Bounded(IEnumerable<ExtractedReview> reviews)
    {
        var length = 0L;
        return [.. reviews.TakeWhile(review => (length += review.Text.Length) <= MaximumText)];
    }

    private static string? NextOf(HtmlDocument page, ReviewProfile? profile)
    {
        if (Selector.Of(profile?.Next) is not { } next)
        {
            return Link.Texts(page.DocumentNode) is [var link, ..] ? link : null;
        }

        return next.Elements(page.DocumentNode) is [var element, ..] && element.Attributes.Contains("href")
            ? System.Net.WebUtility.HtmlDecode(element.GetAttributeValue("href", "")).Trim()
            : next.Text(page.DocumentNode);
    }

    private static Selector Link { get; } = Selector.Of("link[rel~=next]@href, a[rel~=next]@href")!;

    /// <summary>A page with scripts and next to no text shows its content only in a browser.</summary>
    private static bool IsDrawnByScript(HtmlDocument page) =>
        page.DocumentNode.Descendants("script").Any() && HtmlText.Of(page.DocumentNode, 500).Length < 200;
}
