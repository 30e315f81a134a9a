using Voc.Analysis.Classification;
using Voc.Analysis.Issues;
using Voc.Api.Feedbacks;

namespace Voc.Api.Issues;

/// <summary>The detector as the service, a replay and the command line set it up: the same everywhere but for the settings.</summary>
internal static class DetectorSetup
{
    public static IssueDetectorOptions Of(TimeZoneInfo zone, GraveWords words, Func<Taxonomy> taxonomy, double falseAlarmsPerYear, IReadOnlyList<string>? slices) => new()
    {
        Zone = zone,
        GraveWords = words,
        FalseAlarmsPerYear = falseAlarmsPerYear,
        SliceFields = slices,
        TopicName = label => TopicNames.Summary(taxonomy(), label) is var topic ? new(topic.Name, topic.NameEn) : null!,
    };
}
