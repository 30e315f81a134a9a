using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Rules by which issues are told of, what was told and what waits to be, the mail server, and messages that outlive what they quote.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0013_Alerts")]
internal sealed class M0013Alerts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Language", "webhook", defaultValue: "ja");
        migrationBuilder.AddColumn<byte[]>("Unquoted", "webhook_delivery", nullable: true);
        CreateRules(migrationBuilder);
        CreateTold(migrationBuilder);
        migrationBuilder.CreateTable("mail_settings", t => new
        {
            Id = t.Column<int>(),
            Host = t.Column<string>(),
            Port = t.Column<int>(),
            Security = t.Column<string>(),
            UserName = t.Column<string>(nullable: true),
            Password = t.Column<string>(nullable: true),
            FromAddress = t.Column<string>(),
            FromName = t.Column<string>(nullable: true),
            CertificateSha256 = t.Column<string>(nullable: true),
            Version = t.Column<int>(),
            ChangedAt = t.Column<long>(),
            ChangedBy = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_mail_settings", m => m.Id));
    }

    private static void CreateRules(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("alert_rule", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Position = t.Column<int>(),
            Name = t.Column<string>(),
            Enabled = t.Column<bool>(),
            WebhookId = t.Column<int>(),
            Conditions = t.Column<string>(),
            Timing = t.Column<string>(),
            AfterChange = t.Column<long>(),
            ActiveSince = t.Column<long>(),
            Version = t.Column<int>(),
            CreatedAt = t.Column<long>(),
            CreatedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
            ChangedBy = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_alert_rule", r => r.Id);
            t.ForeignKey("FK_alert_rule_webhook", r => r.WebhookId, "webhook", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_alert_rule_Name", "alert_rule", "Name", unique: true);
        migrationBuilder.CreateIndex("IX_alert_rule_WebhookId", "alert_rule", "WebhookId");
        migrationBuilder.CreateTable("alert_thread", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Key = t.Column<string>(),
            WebhookId = t.Column<int>(),
            IssueId = t.Column<long>(),
            Title = t.Column<string>(),
            Revision = t.Column<int>(),
            FirstAt = t.Column<long>(),
            LastAt = t.Column<long>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_alert_thread", a => a.Id);
            t.ForeignKey("FK_alert_thread_webhook", a => a.WebhookId, "webhook", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_alert_thread_issue", a => a.IssueId, "issue", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_alert_thread_WebhookId_IssueId", "alert_thread", ["WebhookId", "IssueId"], unique: true);
        migrationBuilder.CreateIndex("IX_alert_thread_IssueId", "alert_thread", "IssueId");
    }

    private static void CreateTold(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("alert_told", t => new
        {
            RuleId = t.Column<int>(),
            IssueId = t.Column<long>(),
            Count = t.Column<int>(),
            Severity = t.Column<int>(),
            DueOn = t.Column<int>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_alert_told", a => new { a.RuleId, a.IssueId });
            t.ForeignKey("FK_alert_told_alert_rule", a => a.RuleId, "alert_rule", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_alert_told_issue", a => a.IssueId, "issue", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_alert_told_IssueId", "alert_told", "IssueId");
        migrationBuilder.CreateTable("alert_pending", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            RuleId = t.Column<int>(),
            IssueId = t.Column<long>(),
            Event = t.Column<string>(),
            At = t.Column<long>(),
            Critical = t.Column<bool>(),
            CountBefore = t.Column<int>(nullable: true),
            SeverityBefore = t.Column<int>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_alert_pending", a => a.Id);
            t.ForeignKey("FK_alert_pending_alert_rule", a => a.RuleId, "alert_rule", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_alert_pending_issue", a => a.IssueId, "issue", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_alert_pending_RuleId", "alert_pending", "RuleId");
        migrationBuilder.CreateIndex("IX_alert_pending_IssueId", "alert_pending", "IssueId");
        migrationBuilder.CreateTable("alert_progress", t => new
        {
            Id = t.Column<int>(),
            Sequence = t.Column<long>(),
            Change = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_alert_progress", p => p.Id));
    }
}
