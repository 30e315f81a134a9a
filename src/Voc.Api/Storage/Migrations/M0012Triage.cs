using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Issues have a date of their fix, a due date, a ticket and conditions that end their silence; each change is kept with what was before.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0012_Triage")]
internal sealed class M0012Triage : Migration
{
    /// <summary>What the versions before kept tells only the value after.</summary>
    private const string CopyHistory =
        "INSERT INTO issue_change (Id, IssueId, At, Who, Action, After) SELECT Id, IssueId, At, Who, Action, Detail FROM issue_history";

    /// <summary>When an issue that is fixed already was fixed: the company's day is not known here, so it is the day of the change in UTC.</summary>
    private const string DateFixes =
        "UPDATE issue SET FixedOn = (SELECT max(At) / 86400000 + 719162 FROM issue_change c WHERE c.IssueId = issue.Id AND c.Action = 'state' AND c.After = 'fixed') WHERE State = 3";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("FixedOn", "issue", nullable: true);
        migrationBuilder.AddColumn<int>("DueOn", "issue", nullable: true);
        migrationBuilder.AddColumn<string>("TicketUrl", "issue", nullable: true);
        migrationBuilder.AddColumn<int>("MutedFrom", "issue", nullable: true);
        migrationBuilder.AddColumn<int>("MuteUntil", "issue", nullable: true);
        migrationBuilder.AddColumn<int>("MuteGrowth", "issue", nullable: true);
        migrationBuilder.AddColumn<int>("MuteReports", "issue", nullable: true);
        migrationBuilder.CreateTable("issue_change", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            IssueId = t.Column<long>(),
            At = t.Column<long>(),
            Who = t.Column<string>(),
            Action = t.Column<string>(),
            Before = t.Column<string>(nullable: true),
            After = t.Column<string>(nullable: true),
            Reason = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_issue_change", c => c.Id);
            t.ForeignKey("FK_issue_change_issue", c => c.IssueId, "issue", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_issue_change_IssueId", "issue_change", "IssueId");
        migrationBuilder.Sql(CopyHistory);
        migrationBuilder.Sql(DateFixes);
        migrationBuilder.DropTable("issue_history");
    }
}
