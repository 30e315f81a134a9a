using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Issues, their feedback and history, and how far the detector has come.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0003_Issues")]
internal sealed class M0003Issues : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateIssue(migrationBuilder);
        migrationBuilder.CreateTable("issue_feedback", t => new
        {
            IssueId = t.Column<long>(),
            FeedbackId = t.Column<long>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_issue_feedback", l => new { l.IssueId, l.FeedbackId });
            t.ForeignKey("FK_issue_feedback_issue", l => l.IssueId, "issue", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_issue_feedback_feedback", l => l.FeedbackId, "feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_issue_feedback_FeedbackId", "issue_feedback", "FeedbackId");
        migrationBuilder.CreateTable("issue_history", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            IssueId = t.Column<long>(),
            At = t.Column<long>(),
            Who = t.Column<string>(),
            Action = t.Column<string>(),
            Detail = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_issue_history", h => h.Id);
            t.ForeignKey("FK_issue_history_issue", h => h.IssueId, "issue", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_issue_history_IssueId", "issue_history", "IssueId");
        migrationBuilder.CreateTable("detection", t => new
        {
            Id = t.Column<int>(),
            Cursor = t.Column<long>(),
            ScannedThrough = t.Column<int>(nullable: true),
            StartedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_detection", d => d.Id));
    }

    private static void CreateIssue(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("issue", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Polarity = t.Column<int>(),
            Product = t.Column<string>(nullable: true),
            State = t.Column<int>(),
            Title = t.Column<string>(),
            TitleEn = t.Column<string>(),
            Renamed = t.Column<bool>(),
            Terms = t.Column<string>(),
            Keys = t.Column<string>(),
            Onset = t.Column<int>(),
            LastRise = t.Column<int>(),
            FirstSeen = t.Column<long>(),
            LastSeen = t.Column<long>(),
            DetectedAt = t.Column<long>(),
            WindowDays = t.Column<int>(),
            Count = t.Column<int>(),
            Expected = t.Column<double>(),
            Size = t.Column<double>(),
            PValue = t.Column<double>(),
            Severity = t.Column<int>(),
            Assignee = t.Column<string>(nullable: true),
            UpdatedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_issue", i => i.Id));
        migrationBuilder.CreateIndex("IX_issue_State", "issue", "State");
    }
}
