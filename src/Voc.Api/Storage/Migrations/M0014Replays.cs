using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Replays of the archive through the detector, and the setting people choose by them.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0014_Replays")]
internal sealed class M0014Replays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("replay", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Owner = t.Column<string>(),
            From = t.Column<int>(),
            To = t.Column<int>(),
            FalseAlarmsPerYear = t.Column<double>(),
            Copies = t.Column<int>(),
            Curve = t.Column<bool>(),
            State = t.Column<int>(),
            CreatedAt = t.Column<long>(),
            StartedAt = t.Column<long>(nullable: true),
            FinishedAt = t.Column<long>(nullable: true),
            Result = t.Column<string>(nullable: true),
            Outcome = t.Column<string>(nullable: true),
            Error = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_replay", r => r.Id));
        migrationBuilder.CreateTable("detection_setting", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            At = t.Column<long>(),
            Who = t.Column<string>(),
            Before = t.Column<double>(),
            After = t.Column<double>(nullable: true),
            ReplayId = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_detection_setting", s => s.Id));
    }
}
