using System.Text;
using Voc.Analysis.Morphology;
using Voc.Ingest.Masking;

namespace Voc.Ingest.Tests;

/// <summary>An installation in Tokyo at noon on 10 June 2025.</summary>
internal static class Samples
{
    public static DateTimeOffset Now { get; } = new(2025, 6, 10, 12, 0, 0, TimeSpan.FromHours(9));

    public static PersonalDataMasker Masker { get; } = new(NameBook.Of(Tokenizer.Load()));

    public static IngestContext Context { get; } =
        new(IngestContext.DefaultTimeZone, new CustomerPseudonyms(Encoding.UTF8.GetBytes("key of the test installation")), new StoppedClock(), new MaskingInUse(Masker));

    public static FeedbackDraft Draft(string? text = "とても良い", DateTimeOffset? occurredAt = null) => new()
    {
        Source = "店頭アンケート",
        ExternalId = "1",
        Channel = Channel.Survey,
        Text = text,
        OccurredAt = occurredAt ?? Now,
    };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
