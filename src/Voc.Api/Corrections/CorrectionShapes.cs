using System.ComponentModel;

namespace Voc.Api.Corrections;

/// <summary>Labels to put right. What is left out stays as it is, corrected or not.</summary>
internal sealed record LabelInput
{
    [Description("positive, neutral or negative")]
    public string? Sentiment { get; init; }

    [Description("All intents of the text; empty for none")]
    public IReadOnlyList<string>? Intents { get; init; }

    [Description("All topics of the text by identifier, the main one first, at most 5; empty for none")]
    public IReadOnlyList<string>? Topics { get; init; }
}

/// <summary>The correction that holds for a feedback: labels that are null were left as read; was is what the analysis had read.</summary>
internal sealed record CorrectionInfo(
    string By, DateTimeOffset At, string? Sentiment, IReadOnlyList<string>? Intents, IReadOnlyList<string>? Topics, LabelsRead Was)
{
    public static CorrectionInfo Of(CorrectionRow row)
    {
        var labels = Labels.Read(row.Labels);
        return new(row.By, row.At, labels.Sentiment, labels.Intents, labels.Topics, LabelsRead.Read(row.Was));
    }
}

/// <summary>
/// Somebody corrected labels, or took a correction back (action <c>corrected</c> or <c>withdrawn</c>). Labels are those given or taken back; was
/// is what the feedback had before; text is null where the feedback was deleted.
/// </summary>
internal sealed record CorrectionEntry(long Id, long FeedbackId, string? Text, string Action, string By, DateTimeOffset At, Labels Labels, LabelsRead Was);

/// <summary>Entries newest first, and how many there are; current is how many feedbacks have a correction now.</summary>
internal sealed record CorrectionPage(int Total, int Current, IReadOnlyList<CorrectionEntry> Items);
