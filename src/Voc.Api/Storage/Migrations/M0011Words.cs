using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>
/// The terms of a text are kept with the words that some of them are together. What was stored before has its terms written anew by a run
/// that this begins; until then its words are counted by their parts.
/// </summary>
[DbContext(typeof(VocDbContext))]
[Migration("0011_Words")]
internal sealed class M0011Words : Migration
{
    /// <summary>Scope 4 is terms that are kept without their words. Where there is nothing yet, there is nothing to do.</summary>
    internal const string BeginRewriting =
        "INSERT INTO reindex (StartedAt, LastId, FromId, Done, Scope, Total, Cancelled) " +
        "SELECT CAST(1000 * unixepoch('subsec') AS INTEGER), -1, -1, 0, 4, count(*), 0 FROM search_row HAVING count(*) > 0";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(BeginRewriting);
}
