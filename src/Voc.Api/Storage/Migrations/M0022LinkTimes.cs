using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Feedback of an issue has the time the detector gave it to the issue, so that whoever watches an issue's feedback is told of it.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0022_LinkTimes")]
internal sealed class M0022LinkTimes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<long>("LinkedAt", "issue_feedback", nullable: true);
}
