using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Voc.Api.Storage.Migrations;

/// <summary>Searches people keep, what they are told about new matches, and the webhooks other systems are told by.</summary>
[DbContext(typeof(VocDbContext))]
[Migration("0009_SavedSearches")]
internal sealed class M0009SavedSearches : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateWebhooks(migrationBuilder);
        migrationBuilder.CreateTable("saved_search", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Name = t.Column<string>(),
            Note = t.Column<string>(nullable: true),
            Query = t.Column<string>(),
            Owner = t.Column<string>(),
            Shared = t.Column<bool>(),
            Version = t.Column<int>(),
            CreatedAt = t.Column<long>(),
            ChangedAt = t.Column<long>(),
            ChangedBy = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_saved_search", s => s.Id));
        migrationBuilder.CreateIndex("IX_saved_search_Owner_Name", "saved_search", ["Owner", "Name"], unique: true);

        migrationBuilder.CreateTable("search_follower", t => new
        {
            SavedSearchId = t.Column<long>(),
            UserName = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_search_follower", f => new { f.SavedSearchId, f.UserName });
            t.ForeignKey("FK_search_follower_saved_search", f => f.SavedSearchId, "saved_search", "Id", onDelete: ReferentialAction.Cascade);
        });
        CreateWatch(migrationBuilder);
        CreateAlert(migrationBuilder);
    }

    private static void CreateWatch(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("search_watch", t => new
        {
            SavedSearchId = t.Column<long>(),
            Rule = t.Column<int>(),
            Threshold = t.Column<int>(nullable: true),
            WindowHours = t.Column<int>(nullable: true),
            CoolDownMinutes = t.Column<int>(),
            Hub = t.Column<bool>(),
            After = t.Column<long>(),
            LastAlertAt = t.Column<long>(nullable: true),
            Pending = t.Column<int>(),
            PendingIds = t.Column<string>(),
            Past = t.Column<int>(),
            PastIds = t.Column<string>(),
            PastSince = t.Column<long>(nullable: true),
            PastLast = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_search_watch", w => w.SavedSearchId);
            t.ForeignKey("FK_search_watch_saved_search", w => w.SavedSearchId, "saved_search", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("search_watch_webhook", t => new
        {
            SavedSearchId = t.Column<long>(),
            WebhookId = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_search_watch_webhook", w => new { w.SavedSearchId, w.WebhookId });
            t.ForeignKey("FK_search_watch_webhook_search_watch", w => w.SavedSearchId, "search_watch", "SavedSearchId", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_search_watch_webhook_webhook", w => w.WebhookId, "webhook", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_search_watch_webhook_WebhookId", "search_watch_webhook", "WebhookId");
        migrationBuilder.CreateTable("watch_progress", t => new
        {
            Id = t.Column<int>(),
            Cursor = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_watch_progress", p => p.Id));
    }

    private static void CreateAlert(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("search_alert", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            SavedSearchId = t.Column<long>(),
            Name = t.Column<string>(),
            At = t.Column<long>(),
            Reason = t.Column<int>(),
            Count = t.Column<int>(),
            Ids = t.Column<string>(),
            Threshold = t.Column<int>(nullable: true),
            WindowHours = t.Column<int>(nullable: true),
            WhyJa = t.Column<string>(),
            WhyEn = t.Column<string>(),
            Hub = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_search_alert", a => a.Id);
            t.ForeignKey("FK_search_alert_saved_search", a => a.SavedSearchId, "saved_search", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_search_alert_SavedSearchId", "search_alert", "SavedSearchId");
        migrationBuilder.CreateTable("alert_reader", t => new
        {
            UserName = t.Column<string>(),
            SeenThrough = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("PK_alert_reader", r => r.UserName));
    }

    private static void CreateWebhooks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("webhook", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true),
            Name = t.Column<string>(),
            Url = t.Column<string>(),
            Kind = t.Column<string>(),
            Secret = t.Column<string>(),
            Enabled = t.Column<bool>(),
            Version = t.Column<int>(),
            CreatedAt = t.Column<long>(),
            CreatedBy = t.Column<string>(),
            ChangedAt = t.Column<long>(),
            ChangedBy = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_webhook", w => w.Id));
        migrationBuilder.CreateIndex("IX_webhook_Name", "webhook", "Name", unique: true);

        migrationBuilder.CreateTable("webhook_delivery", t => new
        {
            Id = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Key = t.Column<string>(),
            WebhookId = t.Column<int>(),
            Event = t.Column<string>(),
            Body = t.Column<byte[]>(),
            Quoted = t.Column<string>(nullable: true),
            State = t.Column<int>(),
            Attempts = t.Column<int>(),
            CreatedAt = t.Column<long>(),
            DueAt = t.Column<long>(),
            GiveUpAt = t.Column<long>(),
            LastAttemptAt = t.Column<long>(nullable: true),
            LastStatus = t.Column<int>(nullable: true),
            LastError = t.Column<string>(nullable: true),
            FinishedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_webhook_delivery", d => d.Id);
            t.ForeignKey("FK_webhook_delivery_webhook", d => d.WebhookId, "webhook", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_webhook_delivery_Key", "webhook_delivery", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_webhook_delivery_State_DueAt", "webhook_delivery", ["State", "DueAt"]);
        migrationBuilder.CreateIndex("IX_webhook_delivery_WebhookId", "webhook_delivery", "WebhookId");
    }
}
