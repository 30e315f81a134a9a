using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>
/// What each source brought in, by hour, and how much of it is in the archive. Of what is stored already the arrivals, the masked texts
/// and their languages can be told; what was refused or known already was not written down anywhere, and stays unknown for those hours.
/// </summary>
[DbContext(typeof(VocDbContext))]
[Migration("0032_SourceHours")]
internal sealed class M0032SourceHours : Migration
{
    private const string CountArchive = """
        INSERT INTO source_hour (SourceId, Hour, Accepted, Analysed, Masked, Japanese, English, OtherLanguage, LastAt)
        SELECT SourceId, ReceivedAt / 3600000, count(*), count(*),
          sum(CASE WHEN instr(Text, '[') = 0 THEN 0 ELSE
            instr(Text, '[電話番号]') OR instr(Text, '[メールアドレス]') OR instr(Text, '[郵便番号]') OR instr(Text, '[カード番号]') OR instr(Text, '[個人番号]') OR instr(Text, '[住所]')
            OR instr(Text, '[氏名]') OR instr(Text, '[口座番号]') OR instr(Text, '[生年月日]') OR instr(Text, '[URL]') OR instr(Text, '[SNSアカウント]') END),
          sum(Language = 'ja'), sum(Language = 'en'), sum(Language NOT IN ('ja', 'en', 'und')), max(ReceivedAt)
        FROM feedback GROUP BY SourceId, ReceivedAt / 3600000
        """;

    private const string CountInbox = """
        INSERT INTO source_hour (SourceId, Hour, Accepted, Analysed, Masked, Japanese, English, OtherLanguage, LastAt)
        SELECT SourceId, ReceivedAt / 3600000, count(*), 0, 0, 0, 0, 0, max(ReceivedAt) FROM inbox WHERE true GROUP BY SourceId, ReceivedAt / 3600000
        ON CONFLICT (SourceId, Hour) DO UPDATE SET Accepted = Accepted + excluded.Accepted, LastAt = max(LastAt, excluded.LastAt)
        """;

    private const string CountStored = "UPDATE source SET Stored = coalesce((SELECT sum(Analysed) FROM source_hour h WHERE h.SourceId = source.Id), 0)";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("source_hour", t => new
        {
            SourceId = t.Column<int>(),
            Hour = t.Column<int>(),
            Accepted = t.Column<long>(),
            Duplicates = t.Column<long>(nullable: true),
            Refused = t.Column<long>(nullable: true),
            Empty = t.Column<long>(nullable: true),
            Analysed = t.Column<long>(),
            Masked = t.Column<long>(),
            Japanese = t.Column<long>(),
            English = t.Column<long>(),
            OtherLanguage = t.Column<long>(),
            LastAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_source_hour", h => new { h.SourceId, h.Hour });
            t.ForeignKey("FK_source_hour_source_SourceId", h => h.SourceId, "source", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.AddColumn<long>("Stored", "source", nullable: false, defaultValue: 0L);
        migrationBuilder.CreateIndex("IX_inbox_SourceId", "inbox", "SourceId", filter: "\"FailedAt\" IS NOT NULL");
        migrationBuilder.Sql(CountArchive);
        migrationBuilder.Sql(CountInbox);
        migrationBuilder.Sql(CountStored);
    }
}
