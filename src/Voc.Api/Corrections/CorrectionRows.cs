using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Feedbacks;
using Voc.Api.Storage;

namespace Voc.Api.Corrections;

/// <summary>The correction that holds for a feedback now.</summary>
internal sealed class CorrectionRow
{
    public long FeedbackId { get; set; }

    /// <summary>JSON of <see cref="Corrections.Labels"/>.</summary>
    public required string Labels { get; set; }

    /// <summary>JSON of <see cref="LabelsRead"/>: what the analysis had read.</summary>
    public required string Was { get; set; }

    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public FeedbackRow? Feedback { get; set; }
}

/// <summary>Somebody corrected labels or took a correction back.</summary>
internal sealed class CorrectionLogRow
{
    public long Id { get; set; }
    public long FeedbackId { get; set; }

    /// <summary><c>corrected</c> or <c>withdrawn</c>.</summary>
    public required string Action { get; set; }

    /// <summary>JSON of the <see cref="Corrections.Labels"/> that were given, or taken back.</summary>
    public required string Labels { get; set; }

    /// <summary>JSON of <see cref="LabelsRead"/>: what the feedback had before.</summary>
    public required string Was { get; set; }

    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>Labels that a person gave; null for what was left as it was read.</summary>
internal sealed record Labels(string? Sentiment, IReadOnlyList<string>? Intents, IReadOnlyList<string>? Topics)
{
    public static Labels Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.Labels)!;

    public string Write() => JsonSerializer.Serialize(this, StoredJson.Default.Labels);

    /// <summary>These labels, and where one is not given that of an earlier correction.</summary>
    public Labels Over(Labels? earlier) => new(Sentiment ?? earlier?.Sentiment, Intents ?? earlier?.Intents, Topics ?? earlier?.Topics);
}

/// <summary>Labels a feedback had.</summary>
internal sealed record LabelsRead(SentimentDetail Sentiment, IReadOnlyList<ScoredLabel> Intents, IReadOnlyList<ScoredLabel> Topics)
{
    public static LabelsRead Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.LabelsRead)!;

    public string Write() => JsonSerializer.Serialize(this, StoredJson.Default.LabelsRead);
}

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<CorrectionRow>, IEntityTypeConfiguration<CorrectionLogRow>
{
    public void Configure(EntityTypeBuilder<CorrectionRow> builder)
    {
        builder.ToTable("correction");
        builder.HasKey(c => c.FeedbackId);
        builder.Property(c => c.FeedbackId).ValueGeneratedNever();
        builder.HasOne(c => c.Feedback).WithOne().HasForeignKey<CorrectionRow>(c => c.FeedbackId);
    }

    public void Configure(EntityTypeBuilder<CorrectionLogRow> builder)
    {
        builder.ToTable("correction_log");
        builder.HasIndex(l => l.FeedbackId);
    }
}
