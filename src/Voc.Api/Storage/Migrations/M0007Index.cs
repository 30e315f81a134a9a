using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>
/// The search index moves into memory: what is kept of it is the terms and opinions of each text, and which texts were read anew, for every
/// process to follow. Texts that are there already are indexed anew by a run that this begins. Counts by day come from memory too.
/// </summary>
[DbContext(typeof(VocDbContext))]
[Migration("0007_Index")]
internal sealed class M0007Index : Migration
{
    /// <summary>Scope 2 is what has no entry in the index.</summary>
    private const string BeginIndexing =
        "INSERT INTO reindex (StartedAt, LastId, FromId, Done, Scope, Total, Cancelled) " +
        "SELECT CAST(1000 * unixepoch('subsec') AS INTEGER), -1, -1, 0, 2, count(*), 0 FROM feedback HAVING count(*) > 0";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TABLE feedback_index");
        migrationBuilder.DropTable("search_row");
        migrationBuilder.DropIndex("IX_feedback_Day_Channel_Product_Sentiment", "feedback");
        migrationBuilder.CreateTable("search_row", t => new
        {
            Id = t.Column<long>(),
            Terms = t.Column<byte[]>(),
            Opinions = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_search_row", r => r.Id));
        migrationBuilder.CreateTable("reindex_chunk", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Run = t.Column<int>(),
            FirstId = t.Column<long>(),
            LastId = t.Column<long>(),
            Ids = t.Column<byte[]>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_reindex_chunk", c => c.Id));
        migrationBuilder.AddColumn<string>("Subject", "reindex", nullable: true);
        migrationBuilder.Sql(BeginIndexing);
    }
}
