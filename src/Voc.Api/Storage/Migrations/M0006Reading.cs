using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>What a company teaches the reading: its words, expressions and topics, corrected labels, trained models; and which text was read by what.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0006_Reading")]
internal sealed class M0006Reading : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateVersions(migrationBuilder);
        CreateVocabulary(migrationBuilder);
        CreateCorrections(migrationBuilder);
        migrationBuilder.CreateTable("reading_model", t => new
        {
            Number = t.Column<int>(),
            CreatedAt = t.Column<long>(),
            By = t.Column<string>(),
            Texts = t.Column<int>(),
            Corrections = t.Column<int>(),
            HeldOut = t.Column<int>(),
            Before = t.Column<string>(),
            After = t.Column<string>(),
            Active = t.Column<bool>(),
            Data = t.Column<byte[]>(),
        }, constraints: t => t.PrimaryKey("PK_reading_model", m => m.Number));
    }

    private static void CreateVersions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("ReadingVersion", "feedback", defaultValue: 0);
        migrationBuilder.CreateIndex("IX_feedback_ReadingVersion", "feedback", "ReadingVersion");
        migrationBuilder.CreateTable("reading_change", t => new
        {
            Version = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            At = t.Column<long>(),
            By = t.Column<string>(),
            Kind = t.Column<string>(),
            Action = t.Column<string>(),
            Subject = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_reading_change", c => c.Version));
        migrationBuilder.AddColumn<int>("Scope", "reindex", defaultValue: 0);
        migrationBuilder.AddColumn<long>("FromId", "reindex", defaultValue: -1L);
        migrationBuilder.AddColumn<long>("Total", "reindex", defaultValue: 0L);
        migrationBuilder.AddColumn<string>("By", "reindex", nullable: true);
        migrationBuilder.AddColumn<bool>("Cancelled", "reindex", defaultValue: false);
    }

    private static void CreateVocabulary(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("dictionary_word", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Surface = t.Column<string>(),
            Key = t.Column<string>(),
            Segments = t.Column<string>(),
            Readings = t.Column<string>(),
            PartOfSpeech = t.Column<string>(),
            ChangedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_dictionary_word", w => w.Id));
        migrationBuilder.CreateIndex("IX_dictionary_word_Key", "dictionary_word", "Key", unique: true);

        migrationBuilder.CreateTable("lexicon_expression", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Expression = t.Column<string>(),
            Key = t.Column<string>(),
            Target = t.Column<string>(),
            Kind = t.Column<string>(),
            Strength = t.Column<double>(),
            Negated = t.Column<double>(nullable: true),
            ChangedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_lexicon_expression", x => x.Id));
        migrationBuilder.CreateIndex("IX_lexicon_expression_Key_Target_Kind", "lexicon_expression", ["Key", "Target", "Kind"], unique: true);

        migrationBuilder.CreateTable("topic", t => new
        {
            Id = t.Column<string>(),
            Own = t.Column<bool>(),
            Ja = t.Column<string>(nullable: true),
            En = t.Column<string>(nullable: true),
            Parent = t.Column<string>(nullable: true),
            Keywords = t.Column<string>(nullable: true),
            Hidden = t.Column<bool>(),
            Deleted = t.Column<bool>(),
            ChangedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_topic", x => x.Id));
    }

    private static void CreateCorrections(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("correction", t => new
        {
            FeedbackId = t.Column<long>(),
            Labels = t.Column<string>(),
            Was = t.Column<string>(),
            By = t.Column<string>(),
            At = t.Column<long>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_correction", c => c.FeedbackId);
            t.ForeignKey("FK_correction_feedback", c => c.FeedbackId, "feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("correction_log", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            FeedbackId = t.Column<long>(),
            Action = t.Column<string>(),
            Labels = t.Column<string>(),
            Was = t.Column<string>(),
            By = t.Column<string>(),
            At = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_correction_log", l => l.Id));
        migrationBuilder.CreateIndex("IX_correction_log_FeedbackId", "correction_log", "FeedbackId");
    }
}
