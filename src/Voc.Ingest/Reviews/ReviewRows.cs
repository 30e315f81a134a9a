using System.Security.Cryptography;
using System.Text;
using Voc.Ingest.Values;

namespace Voc.Ingest.Reviews;

/// <summary>
/// Turns the reviews of one reading (one page, or several pages of one list) into checked and masked feedback. A review is known
/// again by the page's identifier for it where that names it alone, else by its content.
/// </summary>
internal sealed class ReviewRows(IngestContext context, string source)
{
    private const int MaximumAuthor = 90;
    private const int MaximumProblems = 3;
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "匿名", "匿名さん", "匿名希望", "ゲスト", "ゲストさん", "購入者", "購入者さん", "非公開", "名無し", "名無しさん", "ユーザー",
        "anonymous", "guest", "user", "a customer", "customer", "カスタマー", "Amazon カスタマー", "Amazon Customer", "Google ユーザー", "A Google user",
    };

    private readonly HashSet<LocalizedText> _problems = [];
    private readonly FeedbackIntake _intake = new(context);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private long _line;

    /// <summary>Ratings that were left out because they cannot be read: the first few. The text is worth keeping without them.</summary>
    public IReadOnlyCollection<LocalizedText> Problems => _problems;

    /// <summary>Takes the reviews of the next page; a review that was on a page before is left out.</summary>
    /// <param name="reviews">The reviews in page order.</param>
    /// <param name="page">Address of the page, or null where it is not known.</param>
    public IReadOnlyList<IngestedRow> Take(IReadOnlyList<ExtractedReview> reviews, Uri? page)
    {
        var shared = reviews.Where(review => review.Id is not null)
            .GroupBy(review => review.Id!, StringComparer.Ordinal)
            .Where(group => group.DistinctBy(ContentHash).Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var rows = new List<IngestedRow>(reviews.Count);
        foreach (var review in reviews)
        {
            var own = review.Id is { } id && !shared.Contains(id) && NamesOneReview(id, page);
            var identity = own ? Bounded(review.Id!) : ContentIdentity(review);
            if (_taken.Add(identity))
            {
                rows.Add(Row(++_line, review, identity));
            }
        }

        return rows;
    }

    private IngestedRow Row(long line, ExtractedReview review, string identity)
    {
        DateTimeOffset? date = null;
        if (review.Date is { } written)
        {
            if (!ReviewDate.TryRead(written, context.TimeZone, context.Clock.GetUtcNow(), out var read))
            {
                return new RejectedRow(line, "date", ReviewProblems.UnreadableDate(ValueProblems.Short(written)));
            }

            date = read;
        }

        if (review.UnreadableRating is { } rating && _problems.Count < MaximumProblems)
        {
            _problems.Add(ReviewProblems.UnreadableRating(ValueProblems.Short(rating)));
        }

        return _intake.Take(line, new()
        {
            Source = source,
            ExternalId = identity,
            Channel = Channel.Review,
            Text = review.Text,
            OccurredAt = date,
            Customer = CustomerOf(review.Author),
            Product = Cut(review.Product, FeedbackValidation.MaxNameLength),
            Scores = review.Rating is { } value ? new Dictionary<string, double> { ["rating"] = value } : FeedbackDraft.NoScores,
        });
    }

    /// <summary>
    /// Anchors (<c>#review1</c>, <c>_:b0</c>) number the reviews of a page, and its own address names them all; neither tells one
    /// review from another when the page changes.
    /// </summary>
    private static bool NamesOneReview(string id, Uri? page) =>
        !id.StartsWith('#') && !id.StartsWith("_:", StringComparison.Ordinal)
        && !(page is not null && Uri.TryCreate(page, id, out var named) && named.GetLeftPart(UriPartial.Path) == page.GetLeftPart(UriPartial.Path)
            && Uri.IsWellFormedUriString(id, UriKind.Absolute) && named.Query == page.Query);

    /// <summary>Two equal reviews of a named writer are one review shown twice; of nobody, they are two.</summary>
    private string ContentIdentity(ExtractedReview review)
    {
        var hash = ContentHash(review);
        if (CustomerOf(review.Author) is not null)
        {
            return hash;
        }

        var ordinal = _alike[hash] = _alike.GetValueOrDefault(hash) + 1;
        return ordinal == 1 ? hash : $"{hash}-{ordinal}";
    }

    private static string ContentHash(ExtractedReview review) => Hash($"{review.Author}\n{review.Date}\n{review.Product}\n{review.Text}");

    private static string Bounded(string id) => id.Length <= FeedbackValidation.MaxExternalIdLength ? id : Hash(id);

    private static string Hash(string text) => "content-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>A name someone goes by on one site says nothing about the same name elsewhere, so it counts within the source.</summary>
    private string? CustomerOf(string? author) =>
        string.IsNullOrWhiteSpace(author) || Nobody.Contains(author.Trim()) ? null : $"{source}:{Cut(author.Trim(), MaximumAuthor)}";

    private static string? Cut(string? value, int length) => value is null || value.Length <= length ? value : value[..length];
}
