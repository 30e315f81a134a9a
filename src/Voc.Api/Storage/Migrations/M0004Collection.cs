using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Imports that run in the background, and who wrote which call note.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0004_Collection")]
internal sealed class M0004Collection : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("import", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            FileName = t.Column<string>(),
            Source = t.Column<string>(),
            Channel = t.Column<int>(),
            Preset = t.Column<string>(nullable: true),
            Mapping = t.Column<string>(nullable: true),
            Culture = t.Column<string>(),
            State = t.Column<int>(),
            RowsRead = t.Column<long>(),
            RowsTotal = t.Column<long>(nullable: true),
            Accepted = t.Column<long>(),
            Duplicates = t.Column<long>(),
            Rejected = t.Column<long>(),
            Analysed = t.Column<long>(),
            CreatedAt = t.Column<long>(),
            StartedAt = t.Column<long>(nullable: true),
            FinishedAt = t.Column<long>(nullable: true),
            Error = t.Column<string>(nullable: true),
            Problems = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_import", i => i.Id));

        migrationBuilder.CreateTable("note", t => new
        {
            Id = t.Column<long>(),
            Author = t.Column<string>(),
            WrittenAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_note", n => n.Id));
        migrationBuilder.CreateIndex("IX_note_Author_WrittenAt", "note", ["Author", "WrittenAt"]);
    }
}
