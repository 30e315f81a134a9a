using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Alerts;

/// <summary>Which topics an issue is about: those it was found by, and those of at least a third of its feedback; each with the topics above it.</summary>
internal sealed class IssueTopics(TopicNames names)
{
    private const int MostRead = 200;
    private const double Share = 1.0 / 3;

    public IReadOnlySet<string> Of(VocDbContext context, IssueRow issue)
    {
        var parents = names.All().ToDictionary(t => t.Id, t => t.Parent);
        var topics = StoredKeys.Read(issue).Where(k => k.Kind == CandidateKind.Topic).Select(k => k.Term).ToHashSet();
        var feedback = context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => l.IssueId == issue.Id).OrderByDescending(l => l.FeedbackId).Take(MostRead)
            .Select(l => new { l.Feedback!.Reading, l.Feedback.Text }).ToList();
        var counts = feedback.SelectMany(f => StoredReading.Read(f.Reading, f.Text).Topics.SelectMany(t => WithParents(t.Label, parents)).Distinct()).CountBy(t => t);
        topics.UnionWith(counts.Where(c => c.Value >= feedback.Count * Share).Select(c => c.Key));
        return topics.SelectMany(t => WithParents(t, parents)).ToHashSet();
    }

    private static IEnumerable<string> WithParents(string topic, Dictionary<string, string?> parents)
    {
        for (var at = topic; at is not null; at = parents.GetValueOrDefault(at))
        {
            yield return at;
        }
    }
}
