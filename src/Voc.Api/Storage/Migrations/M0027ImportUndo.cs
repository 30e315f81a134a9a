using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>What each import took in, so that it can be taken back.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0027_ImportUndo")]
internal sealed class M0027ImportUndo : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("Removed", "import", nullable: false, defaultValue: 0L);
        migrationBuilder.CreateTable("import_batch", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            ImportId = t.Column<int>(),
            FeedbackIds = t.Column<byte[]>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_import_batch", b => b.Id);
            t.ForeignKey("FK_import_batch_import_ImportId", b => b.ImportId, "import", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_import_batch_ImportId", "import_batch", "ImportId");
    }
}
