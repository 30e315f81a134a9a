using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Exports that are written in the background.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0010_Exports")]
internal sealed class M0010Exports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("export", t => new
    {
        Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
        Owner = t.Column<string>(),
        Search = t.Column<string>(),
        Options = t.Column<string>(),
        Culture = t.Column<string>(),
        State = t.Column<int>(),
        Total = t.Column<long>(nullable: true),
        Written = t.Column<long>(),
        Bytes = t.Column<long>(nullable: true),
        Losses = t.Column<string>(nullable: true),
        CreatedAt = t.Column<long>(),
        FinishedAt = t.Column<long>(nullable: true),
        Error = t.Column<string>(nullable: true),
    }, constraints: t => t.PrimaryKey("PK_export", e => e.Id));
}
