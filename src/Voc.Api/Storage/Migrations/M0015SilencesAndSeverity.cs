using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Issues of things that fell silent, the arrivals that tell so, and the settings of severity with everything they were before.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0015_SilencesAndSeverity")]
internal sealed class M0015SilencesAndSeverity : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Kind", "issue", defaultValue: 0);
        migrationBuilder.AddColumn<string>("Subject", "issue", nullable: true);
        migrationBuilder.CreateTable("arrival", t => new
        {
            SourceId = t.Column<int>(),
            Product = t.Column<string>(),
            Hour = t.Column<long>(),
            Count = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_arrival", a => new { a.SourceId, a.Product, a.Hour }));
        migrationBuilder.CreateTable("silence_watch", t => new
        {
            Id = t.Column<int>(),
            Cursor = t.Column<long>(),
            SeenAt = t.Column<long>(),
            Downtimes = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_silence_watch", w => w.Id));
        migrationBuilder.CreateTable("severity_change", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            At = t.Column<long>(),
            Who = t.Column<string>(),
            Settings = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_severity_change", c => c.Id));
    }
}
