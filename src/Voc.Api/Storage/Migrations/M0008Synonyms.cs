using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>The company's own synonyms.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0008_Synonyms")]
internal sealed class M0008Synonyms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable("synonym_group", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Words = t.Column<string>(),
            ChangedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_synonym_group", g => g.Id));
}
