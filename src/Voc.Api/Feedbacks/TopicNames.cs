using Voc.Dashboard.Live;

namespace Voc.Api.Feedbacks;

/// <summary>Names of topics for display. A label whose topic was removed from the taxonomy shows as itself.</summary>
internal sealed class TopicNames(IReadOnlyDictionary<string, LocalizedText> names)
{
    public TopicSummary Summary(string label) =>
        names.TryGetValue(label, out var name) ? new TopicSummary(label, name.Ja, name.En) : new TopicSummary(label, label, label);
}
