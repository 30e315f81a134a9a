using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>People merge and split issues, and what comes later follows their decision.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0018_Grouping")]
internal sealed class M0018Grouping : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("MergedInto", "issue", nullable: true);
        migrationBuilder.AddColumn<long>("MergedBy", "issue", nullable: true);
        migrationBuilder.AddColumn<long>("SplitFrom", "issue", nullable: true);
        migrationBuilder.AddColumn<long>("Via", "issue_feedback", nullable: true);
        migrationBuilder.CreateTable("issue_rule", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Kind = t.Column<int>(),
            FromId = t.Column<long>(),
            ToId = t.Column<long>(),
            Match = t.Column<string>(),
            At = t.Column<long>(),
            Who = t.Column<string>(),
            EndedAt = t.Column<long>(nullable: true),
            EndedBy = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_issue_rule", r => r.Id));
    }
}
