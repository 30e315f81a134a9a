using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Pieces of text that go into call notes by a short key.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0030_Snippets")]
internal sealed class M0030Snippets : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("snippet", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Key = t.Column<string>(),
            Title = t.Column<string>(),
            Text = t.Column<string>(),
            Owner = t.Column<string>(),
            Version = t.Column<int>(),
            ChangedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_snippet", s => s.Id));
        migrationBuilder.CreateIndex("IX_snippet_Owner_Key", "snippet", ["Owner", "Key"], unique: true);
    }
}
