using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>An issue as it is kept.</summary>
internal sealed class IssueRow
{
    /// <summary>Less than this is expected of what was never heard of; a ratio to it tells nothing more.</summary>
    private const double LeastExpected = 0.01;

    public long Id { get; set; }
    public IssueKind Kind { get; set; }

    /// <summary>What fell silent, see <see cref="Silences.SilenceSubject"/>; null for what rises.</summary>
    public string? Subject { get; set; }

    public IssuePolarity Polarity { get; set; }
    public string? Product { get; set; }

    /// <summary>The field and the value that its reports have in common besides the product, see <see cref="Voc.Analysis.Issues.Slice"/>; null where they come from all.</summary>
    public string? SliceField { get; set; }
    public string? SliceValue { get; set; }

    [NotMapped]
    public Slice? Slice => SliceField is null || SliceValue is null ? null : new Slice(SliceField, SliceValue);

    public IssueState State { get; set; }
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";

    /// <summary>Somebody gave it its title; the detector leaves that alone.</summary>
    public bool Renamed { get; set; }

    /// <summary>JSON array of words.</summary>
    public string Terms { get; set; } = "[]";

    /// <summary>JSON array of the candidates it explains, see <see cref="StoredKeys"/>.</summary>
    public string Keys { get; set; } = "[]";

    /// <summary>Company day its rise began, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Onset { get; set; }

    /// <summary>The last company day on which it was surprising, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastRise { get; set; }

    public DateTimeOffset FirstSeen { get; set; }
    public DateTimeOffset LastSeen { get; set; }
    public DateTimeOffset DetectedAt { get; set; }

    /// <summary>This and the next four: the count when it was most surprising.</summary>
    public int WindowDays { get; set; }

    public int Count { get; set; }
    public double Expected { get; set; }
    public double Size { get; set; }
    public double PValue { get; set; }

    /// <summary>The p-value up to which there was an alarm then; 0 where that is not known.</summary>
    public double Threshold { get; set; }

    /// <summary>False alarms a year at which it would have just been told; 0 where that is not known.</summary>
    public double Budget { get; set; }

    [NotMapped]
    public IssuePeak Peak => new(WindowDays, Count, Expected, Size, PValue) { Threshold = Threshold, Budget = Budget };

    /// <summary>Count over expectation.</summary>
    [NotMapped]
    public double Growth => Count / Math.Max(Expected, LeastExpected);

    public IssueSeverity Severity { get; set; }
    public string? Assignee { get; set; }

    /// <summary>Company day of the last fix, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? FixedOn { get; set; }

    /// <summary>Company day it should be fixed by, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? DueOn { get; set; }

    public string? TicketUrl { get; set; }

    /// <summary>The state it had before it was muted, and has again when it wakes.</summary>
    public IssueState? MutedFrom { get; set; }

    /// <summary>Company day on which it wakes, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? MuteUntil { get; set; }

    /// <summary>By how many percent its reports of seven days have to grow for it to wake.</summary>
    public int? MuteGrowth { get; set; }

    /// <summary>Its reports of the seven days before it was muted until it grows.</summary>
    public int? MuteReports { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The issue it was merged into. Queries pass over those that were, unless they ask for them (IgnoreQueryFilters).</summary>
    public long? MergedInto { get; set; }

    /// <summary>The decision it was merged by, see <see cref="Grouping.IssueRuleRow"/>.</summary>
    public long? MergedBy { get; set; }

    /// <summary>The issue it was split off from. The detector knows nothing of it; its feedback comes by the decision.</summary>
    public long? SplitFrom { get; set; }
}

/// <summary>Feedback that belongs to an issue.</summary>
internal sealed class IssueFeedbackRow
{
    public long IssueId { get; set; }
    public long FeedbackId { get; set; }
    /// <summary>The merged issue that it came by; null where it is the issue's own.</summary>
    public long? Via { get; set; }

    /// <summary>When the detector found it to be the issue's; null where people moved it there.</summary>
    public DateTimeOffset? LinkedAt { get; set; }

    public IssueRow? Issue { get; set; }
    public FeedbackRow? Feedback { get; set; }
}

/// <summary>How far the detector has come; one row.</summary>
internal sealed class DetectionRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Sequence number of the last event that was taken into account.</summary>
    public long Cursor { get; set; }

    /// <summary>The last company day that was evaluated, as <see cref="DateOnly.DayNumber"/>; null before the first.</summary>
    public int? ScannedThrough { get; set; }

    /// <summary>When detection began on this store.</summary>
    public DateTimeOffset StartedAt { get; set; }
}

internal enum IssueKind
{
    /// <summary>More of the same than the past explains.</summary>
    Rise = 0,

    /// <summary>Less than the past explains: a source, channel or product fell silent.</summary>
    Silence = 1,
}

internal enum IssueState
{
    New = 0,
    Acknowledged = 1,
    Investigating = 2,
    Fixed = 3,
    Muted = 4,
    Verified = 5,
    Regressed = 6,
}

/// <summary>Candidates of an issue as JSON: <c>[[kind, term], …]</c>; polarity and product are the issue's.</summary>
internal static class StoredKeys
{
    public static string Write(IEnumerable<CandidateKey> keys) =>
        JsonSerializer.Serialize(keys.Select(k => new[] { k.Kind.ToString(), k.Term }));

    /// <summary>Reads what <see cref="Write"/> wrote; a kind this version does not know is left out.</summary>
    public static IReadOnlyList<CandidateKey> Read(IssueRow row) =>
        [.. JsonSerializer.Deserialize<string[][]>(row.Keys)!
            .Where(k => k.Length == 2 && Enum.TryParse<CandidateKind>(k[0], out _))
            .Select(k => new CandidateKey(row.Polarity, row.Product, Enum.Parse<CandidateKind>(k[0]), k[1]))];
}

internal sealed class IssueConfiguration :
    IEntityTypeConfiguration<IssueRow>, IEntityTypeConfiguration<IssueFeedbackRow>, IEntityTypeConfiguration<DetectionRow>
{
    public void Configure(EntityTypeBuilder<IssueRow> builder)
    {
        builder.ToTable("issue");
        builder.HasIndex(i => i.State);
        builder.HasQueryFilter(i => i.MergedInto == null);
    }

    public void Configure(EntityTypeBuilder<IssueFeedbackRow> builder)
    {
        builder.ToTable("issue_feedback");
        builder.HasKey(l => new { l.IssueId, l.FeedbackId });
        builder.HasOne(l => l.Issue).WithMany().HasForeignKey(l => l.IssueId);
        builder.HasOne(l => l.Feedback).WithMany().HasForeignKey(l => l.FeedbackId);
        builder.HasIndex(l => l.FeedbackId);
    }

    public void Configure(EntityTypeBuilder<DetectionRow> builder)
    {
        builder.ToTable("detection");
        builder.Property(d => d.Id).ValueGeneratedNever();
    }
}
