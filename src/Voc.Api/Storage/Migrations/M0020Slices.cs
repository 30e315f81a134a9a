using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Issues are also looked for in the feedback of a source and in that of a value of an attribute; which, somebody may choose.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0020_Slices")]
internal sealed class M0020Slices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("SliceField", "issue", nullable: true);
        migrationBuilder.AddColumn<string>("SliceValue", "issue", nullable: true);
        migrationBuilder.CreateTable("detection_slices", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            At = t.Column<long>(),
            Who = t.Column<string>(),
            Fields = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_detection_slices", r => r.Id));
    }
}
