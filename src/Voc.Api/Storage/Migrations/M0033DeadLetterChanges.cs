using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Who mended, tried again or discarded which dead letter.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0033_DeadLetterChanges")]
internal sealed class M0033DeadLetterChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("dead_letter_change", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            SourceId = t.Column<int>(),
            FeedbackId = t.Column<long>(),
            ExternalId = t.Column<string>(),
            Action = t.Column<string>(),
            Reason = t.Column<string>(nullable: true),
            By = t.Column<string>(),
            At = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_dead_letter_change", c => c.Id));
        migrationBuilder.CreateIndex("IX_dead_letter_change_SourceId_At", "dead_letter_change", ["SourceId", "At"]);
    }
}
