using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Sources, inbox, feedback with its search index, and events.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    private const string CreateSearchIndex =
        "CREATE VIRTUAL TABLE feedback_index USING fts5(terms, labels, content='', contentless_delete=1, detail=full, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* S* P* M* C* Z*' separators ' '\")";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("source", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Name = t.Column<string>(),
            Channel = t.Column<int>(),
            Kind = t.Column<string>(),
            Enabled = t.Column<bool>(),
            Settings = t.Column<string>(),
            PublicKey = t.Column<string>(nullable: true),
            Secret = t.Column<string>(nullable: true),
            ScheduleMinutes = t.Column<int>(nullable: true),
            LastRunAt = t.Column<long>(nullable: true),
            LastError = t.Column<string>(nullable: true),
            LastCount = t.Column<int>(nullable: true),
            State = t.Column<string>(nullable: true),
            CreatedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_source", s => s.Id));
        migrationBuilder.CreateIndex("IX_source_Name", "source", "Name", unique: true);
        migrationBuilder.CreateIndex("IX_source_PublicKey", "source", "PublicKey", unique: true);

        migrationBuilder.CreateTable("inbox", t => new
        {
            Arrival = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Id = t.Column<long>(),
            SourceId = t.Column<int>(),
            ExternalId = t.Column<string>(),
            Payload = t.Column<byte[]>(),
            ReceivedAt = t.Column<long>(),
            Attempts = t.Column<int>(),
            DueAt = t.Column<long>(),
            Error = t.Column<string>(nullable: true),
            FailedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_inbox", i => i.Arrival);
            t.ForeignKey("FK_inbox_source", i => i.SourceId, "source", "Id");
        });
        migrationBuilder.CreateIndex("IX_inbox_Id", "inbox", "Id", unique: true);
        migrationBuilder.CreateIndex("IX_inbox_SourceId_ExternalId", "inbox", ["SourceId", "ExternalId"], unique: true);

        migrationBuilder.CreateTable("feedback", t => new
        {
            Id = t.Column<long>(),
            SourceId = t.Column<int>(),
            ExternalId = t.Column<string>(),
            Channel = t.Column<int>(),
            Text = t.Column<string>(),
            OccurredAt = t.Column<long>(),
            ReceivedAt = t.Column<long>(),
            Day = t.Column<int>(),
            Customer = t.Column<string>(nullable: true),
            Product = t.Column<string>(nullable: true),
            Scores = t.Column<string>(nullable: true),
            Attributes = t.Column<string>(nullable: true),
            Language = t.Column<string>(),
            Sentiment = t.Column<int>(),
            Score = t.Column<double>(),
            Confidence = t.Column<double>(),
            Reading = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_feedback", f => f.Id);
            t.ForeignKey("FK_feedback_source", f => f.SourceId, "source", "Id");
        });
        migrationBuilder.CreateIndex("IX_feedback_SourceId_ExternalId", "feedback", ["SourceId", "ExternalId"], unique: true);
        migrationBuilder.CreateIndex("IX_feedback_Day_Channel_Product_Sentiment", "feedback", ["Day", "Channel", "Product", "Sentiment"]);

        migrationBuilder.CreateTable("event", t => new
        {
            Sequence = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Kind = t.Column<byte>(),
            SubjectId = t.Column<long>(),
            At = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_event", e => e.Sequence));

        migrationBuilder.Sql(CreateSearchIndex);
    }
}
