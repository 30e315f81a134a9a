using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>How surprising an issue had to be for an alarm, and at which budget of false alarms it just would have been.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0016_Quiet")]
internal sealed class M0016Quiet : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<double>("Threshold", "issue", defaultValue: 0.0);
        migrationBuilder.AddColumn<double>("Budget", "issue", defaultValue: 0.0);
    }
}
