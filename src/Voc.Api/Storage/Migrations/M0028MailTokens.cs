using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Tokens that came with mails, so that none is used for another mail.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0028_MailTokens")]
internal sealed class M0028MailTokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("mail_token", t => new
        {
            SourceId = t.Column<int>(),
            Token = t.Column<string>(),
            ExternalId = t.Column<string>(),
            SeenAt = t.Column<long>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_mail_token", m => new { m.SourceId, m.Token });
            t.ForeignKey("FK_mail_token_source_SourceId", m => m.SourceId, "source", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_mail_token_SeenAt", "mail_token", "SeenAt");
    }
}
