using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>What is known of each collected post besides its feedback: whether it was edited, is to be checked, or is gone; and how far a stream was read.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0023_SocialPosts")]
internal sealed class M0023SocialPosts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("StreamCursor", "source", nullable: true);
        migrationBuilder.CreateTable("social_post", t => new
        {
            SourceId = t.Column<int>(),
            ExternalId = t.Column<string>(),
            Reference = t.Column<string>(),
            IsEncrypted = t.Column<bool>(),
            Digest = t.Column<byte[]>(),
            PostedAt = t.Column<long>(),
            DueAt = t.Column<long>(nullable: true),
            Missing = t.Column<int>(),
            Gone = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_social_post", p => new { p.SourceId, p.ExternalId });
            t.ForeignKey("FK_social_post_source_SourceId", p => p.SourceId, "source", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_social_post_SourceId_DueAt", "social_post", ["SourceId", "DueAt"]);
    }
}
