using Voc.Api.Feedbacks;
using Voc.Dashboard.Live;

namespace Voc.Api.Search;

/// <summary>
/// Other texts that say the same in nearly the same words, the newest <see cref="SimilarReader.Most"/> of them. Total counts all of them,
/// and Sources from how many sources they and the text itself come.
/// </summary>
internal sealed record SimilarFeedback(IReadOnlyList<FeedbackSummary> Items, int Total, int Sources);

/// <summary>Finds what repeats a text, whatever source it came from.</summary>
internal sealed class SimilarReader(CurrentIndex index, TopicNames topics)
{
    public const int Most = 100;

    /// <summary>What repeats a text, or null where there is none by this identifier.</summary>
    public SimilarFeedback? Read(long id)
    {
        using var session = index.Open();
        if (!session.Index.TryGet(id, out var one))
        {
            return null;
        }
        var same = session.Index.SameWording(id);
        var items = new List<FeedbackSummary>();
        foreach (var text in same.Take(Most))
        {
            if (HitText.Read(session.Connection, text.Id) is { } written)
            {
                items.Add(HitText.Summary(text, written, topics));
            }
        }
        return new SimilarFeedback(items, same.Count, same.Select(text => text.Source).Append(one.Source).Distinct().Count());
    }
}
