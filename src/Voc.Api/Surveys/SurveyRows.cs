using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Surveys;

/// <summary>What one person answered, free text left out: that is feedback like any other.</summary>
internal sealed class SurveyAnswerRow
{
    public int SourceId { get; set; }

    /// <summary>The invitation or the opening of the page it was given with, see <see cref="Voc.Ingest.Surveys.SurveyAnswer.Key"/>.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of all that was answered.</summary>
    public required string Digest { get; set; }

    public DateTimeOffset At { get; set; }
    public string? Segment { get; set; }

    /// <summary>JSON object of numbers, by the question's name.</summary>
    public required string Scores { get; set; }

    /// <summary>JSON object of chosen options, by the question's name.</summary>
    public required string Choices { get; set; }

    public SourceRow? Source { get; set; }
}

/// <summary>An invitation to answer once.</summary>
internal sealed class SurveyInvitationRow
{
    public int SourceId { get; set; }
    public required string Token { get; set; }

    /// <summary>Pseudonym of whom it is for.</summary>
    public string? Customer { get; set; }

    /// <summary>The group they belong to, masked.</summary>
    public string? Segment { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public SourceRow? Source { get; set; }
}

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<SurveyAnswerRow>, IEntityTypeConfiguration<SurveyInvitationRow>
{
    public void Configure(EntityTypeBuilder<SurveyAnswerRow> builder)
    {
        builder.ToTable("survey_answer");
        builder.HasKey(a => new { a.SourceId, a.Key });
        builder.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId);
    }

    public void Configure(EntityTypeBuilder<SurveyInvitationRow> builder)
    {
        builder.ToTable("survey_invitation");
        builder.HasKey(i => new { i.SourceId, i.Token });
        builder.HasOne(i => i.Source).WithMany().HasForeignKey(i => i.SourceId);
    }
}
