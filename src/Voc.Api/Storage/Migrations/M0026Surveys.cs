using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Answers to the company's own surveys, and invitations to answer once.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0026_Surveys")]
internal sealed class M0026Surveys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("survey_answer", t => new
        {
            SourceId = t.Column<int>(),
            Key = t.Column<string>(),
            Digest = t.Column<string>(),
            At = t.Column<long>(),
            Segment = t.Column<string>(nullable: true),
            Scores = t.Column<string>(),
            Choices = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_survey_answer", a => new { a.SourceId, a.Key });
            t.ForeignKey("FK_survey_answer_source_SourceId", a => a.SourceId, "source", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("survey_invitation", t => new
        {
            SourceId = t.Column<int>(),
            Token = t.Column<string>(),
            Customer = t.Column<string>(nullable: true),
            Segment = t.Column<string>(nullable: true),
            CreatedAt = t.Column<long>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_survey_invitation", i => new { i.SourceId, i.Token });
            t.ForeignKey("FK_survey_invitation_source_SourceId", i => i.SourceId, "source", "Id", onDelete: ReferentialAction.Cascade);
        });
    }
}
