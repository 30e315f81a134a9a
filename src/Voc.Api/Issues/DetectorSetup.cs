using Voc.Analysis.Classification;
using Voc.Analysis.Issues;
using Voc.Api.Feedbacks;

namespace Voc.Api.Issues;

/// <summary>The detector as the service, a replay and the command line set it up: the same everywhere but for the budget.</summary>
internal static class DetectorSetup
{
    public static IssueDetectorOptions Of(TimeZoneInfo zone, GraveWords words, Func<Taxonomy> taxonomy, double falseAlarmsPerYear) => new()
    {
        Zone = zone,
        GraveWords = words,
        FalseAlarmsPerYear = falseAlarmsPerYear,
        TopicName = label => TopicNames.Summary(taxonomy(), label) is var topic ? new(topic.Name, topic.NameEn) : null!,
    };
}
