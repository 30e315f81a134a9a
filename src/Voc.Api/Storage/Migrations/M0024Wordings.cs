using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>
/// What texts are compared by to find those that repeat each other. What was stored before gets it by a run that this begins; until then
/// it repeats nothing.
/// </summary>
[DbContext(typeof(VocDbContext))]
[Migration("0024_Wordings")]
internal sealed class M0024Wordings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("Wording", "search_row", "INTEGER", nullable: false, defaultValue: 0L);
        migrationBuilder.Sql(M0011Words.BeginRewriting);
    }
}
