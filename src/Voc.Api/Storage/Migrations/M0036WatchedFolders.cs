using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Which file of a watched folder an import was made of.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0036_WatchedFolders")]
internal sealed class M0036WatchedFolders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Watched", "import", nullable: true);
        migrationBuilder.AddColumn<string>("WatchedStamp", "import", nullable: true);
        migrationBuilder.CreateIndex("IX_import_Watched", "import", "Watched", filter: "\"Watched\" IS NOT NULL");
    }
}
