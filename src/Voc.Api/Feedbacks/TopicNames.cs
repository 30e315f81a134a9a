using Voc.Analysis.Classification;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Dashboard.Live;

namespace Voc.Api.Feedbacks;

/// <summary>Names of topics for display. A label whose topic was removed from the taxonomy shows as itself.</summary>
internal sealed class TopicNames(CurrentReading reading)
{
    /// <summary>The topics of the taxonomy, in its order.</summary>
    public IReadOnlyList<TopicEntry> All() => [.. reading.Analyzer.Taxonomy.Topics.Select(t => new TopicEntry(t.Id, t.Name.Say(), t.Parent))];

    public TopicSummary Summary(string label) => Summary(reading.Analyzer.Taxonomy, label);

    public static TopicSummary Summary(Taxonomy taxonomy, string label) =>
        Find(taxonomy, label) is { } topic ? new TopicSummary(label, topic.Ja, topic.En) : new TopicSummary(label, label, label);

    private static Topic? Find(Taxonomy taxonomy, string label) => taxonomy.Find(label) ?? taxonomy.Hidden.FirstOrDefault(t => t.Id == label);
}

/// <summary>A topic of the taxonomy in the reader's language; its parent is the identifier of the one it is part of, or null.</summary>
internal sealed record TopicEntry(string Id, string Name, string? Parent);
