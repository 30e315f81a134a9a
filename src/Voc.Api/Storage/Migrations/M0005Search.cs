using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>What facets and ranking need of each text, narrow enough to be held in memory, and the progress of rebuilding the index.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0005_Search")]
internal sealed class M0005Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("search_row", t => new
        {
            Id = t.Column<long>(),
            SourceId = t.Column<int>(),
            Channel = t.Column<int>(),
            Sentiment = t.Column<int>(),
            Month = t.Column<int>(),
            TermCount = t.Column<int>(),
            Product = t.Column<string>(nullable: true),
            Topics = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_search_row", r => r.Id));
        migrationBuilder.CreateTable("reindex", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            StartedAt = t.Column<long>(),
            LastId = t.Column<long>(),
            Done = t.Column<long>(),
            FinishedAt = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_reindex", r => r.Id));
    }
}
