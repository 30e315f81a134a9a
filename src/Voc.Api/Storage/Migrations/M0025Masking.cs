using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>What is no personal data to the company, texts masked anew, and originals that a source keeps.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0025_Masking")]
internal sealed class M0025Masking : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("KeepOriginals", "source", nullable: false, defaultValue: false);
        migrationBuilder.CreateTable("masking_allowed", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Text = t.Column<string>(),
            Key = t.Column<string>(),
            Note = t.Column<string>(nullable: true),
            By = t.Column<string>(),
            At = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_masking_allowed", a => a.Id));
        migrationBuilder.CreateIndex("IX_masking_allowed_Key", "masking_allowed", "Key", unique: true);
        migrationBuilder.CreateTable("masking_run", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            By = t.Column<string>(),
            StartedAt = t.Column<long>(),
            LastId = t.Column<long>(),
            Done = t.Column<long>(),
            Total = t.Column<long>(),
            Changed = t.Column<long>(),
            FinishedAt = t.Column<long>(nullable: true),
            Cancelled = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_masking_run", r => r.Id));
        migrationBuilder.CreateTable("feedback_original", t => new
        {
            FeedbackId = t.Column<long>(),
            Protected = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_feedback_original", o => o.FeedbackId);
            t.ForeignKey("FK_feedback_original_feedback", o => o.FeedbackId, "feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("original_access", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            FeedbackId = t.Column<long>(),
            By = t.Column<string>(),
            Reason = t.Column<string>(),
            At = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_original_access", a => a.Id));
    }
}
