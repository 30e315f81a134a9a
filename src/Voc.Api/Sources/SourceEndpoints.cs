using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Imports.Folders;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources.Bridges;
using Voc.Api.Sources.Flow;
using Voc.Api.Sources.Social;
using Voc.Api.Sources.Trials;
using Voc.Api.Storage;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources;

internal static class SourceEndpoints
{
    private const int MaximumName = 100;
    private const int MaximumSchedule = 7 * 24 * 60;

    public static void MapSources(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/sources").WithTags("Sources");
        group.MapGet("", List).WithSummary("All sources").RequireAuthorization(Policies.Read);
        group.MapPost("", Create).WithSummary("Register a source").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(409);
        group.MapPatch("/{id:int}", Change).WithSummary("Pause, resume or set up a source").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(404);
        group.MapPost("/{id:int}/run", Run).WithSummary("Read a source that is fetched now").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(404);
        group.MapPost("/{id:int}/test", SourceTrial.Try).WithSummary("Try a source as it is set up: fetch from it, or read an example; stores nothing").RequireAuthorization(Policies.ManageSources).ProducesProblem(404);
        group.MapGet("/{id:int}/flow", SourceFlows.Get).WithSummary("What a source brought in over 24 hours and 30 days, and of what quality").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapGet("/watched-folder", (VocOptions options) => new WatchedFolder(options.WatchRoot)).WithSummary("Where the folders of sources are").RequireAuthorization(Policies.ManageSources);
        group.MapPost("/preview", ReviewPreviews.Preview).WithSummary("Try what would be extracted from a page").RequireAuthorization(Policies.ManageSources).ProducesProblem(400);
        group.MapPost("/social-preview", SocialPreviews.Preview).WithSummary("Try the connection to a platform and what would be collected").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<List<SourceInfo>> List(VocDbContext db, SourceFlows flows, CancellationToken cancellationToken)
    {
        var activities = flows.Read();
        var rows = await db.Sources.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(s => SourceInfo.Of(s, activities.GetValueOrDefault(s.Id, SourceActivity.None)))];
    }

    private static async Task<Results<Created<CreatedSource>, ProblemHttpResult>> Create(
        NewSource body, VocDbContext db, SourceSecrets secrets, SocialPlatforms platforms, TimeProvider time, CancellationToken cancellationToken)
    {
        var name = body.Name?.Trim() ?? "";
        var kind = body.Kind ?? SourceKinds.Api;
        if (name.Length is 0 or > MaximumName || name.Any(char.IsControl))
        {
            return Problem.Field("name", new($"1〜{MaximumName} 文字の名前を付けてください。", $"Give it a name of 1 to {MaximumName} characters."));
        }
        if (!SourceKinds.All.Contains(kind))
        {
            return Problem.Field("kind", new($"種類は {string.Join("、", SourceKinds.All)} から選んでください。", $"Choose the kind from {string.Join(", ", SourceKinds.All)}."));
        }
        var channel = SourceKinds.UsualChannel(kind);
        if (body.Channel is { } given && !Channels.TryParse(given, out channel))
        {
            return Problem.Field("channel", new($"チャネルは {string.Join("、", Channels.Names)} から選んでください。", $"Choose the channel from {string.Join(", ", Channels.Names)}."));
        }
        if (Refusal(platforms, kind, body.Settings ?? default, body.Schedule, !string.IsNullOrWhiteSpace(body.Secret)) is { } refusal)
        {
            return refusal;
        }
        if (await db.Sources.AnyAsync(s => s.Name == name, cancellationToken))
        {
            return Taken(name);
        }
        if (await IsWatchedAsync(db, 0, kind, body.Settings, cancellationToken))
        {
            return Problem.Field("settings.folder", OtherFolder);
        }
        var provider = BridgeKinds.Provider(kind, body.Settings ?? default);
        var (secret, stored) = kind == SourceKinds.Webhook || provider is { GivesSecret: false } ? secrets.Make() : default;
        var row = new SourceRow
        {
            Name = name,
            Channel = channel,
            Kind = kind,
            Settings = body.Settings?.GetRawText() ?? "{}",
            ScheduleMinutes = body.Schedule,
            PublicKey = kind is SourceKinds.Form or SocialPlatforms.LineKind || provider is not null ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9)) : null,
            Secret = stored ?? Kept(secrets, kind, provider, body.Secret),
            CreatedAt = time.GetUtcNow(),
        };
        db.Sources.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.InnerException is SqliteException { SqliteExtendedErrorCode: StoreSql.UniqueViolation })
        {
            return Taken(name); // In the same instant, by somebody else.
        }
        return TypedResults.Created((string?)null, new CreatedSource(SourceInfo.Of(row, SourceActivity.None), secret));
    }

    private static readonly LocalizedText OtherFolder = new(
        "このフォルダーは別のソースのものです。別の名前にしてください。",
        "This folder is another source's. Choose another name.");

    /// <summary>Whether the folder in the settings is that of another source; the file systems of some servers know no case.</summary>
    private static async Task<bool> IsWatchedAsync(VocDbContext db, int id, string kind, JsonElement? settings, CancellationToken cancellationToken)
    {
        if (kind != SourceKinds.Folder || settings is not { } given || FolderSettings.Of(given)?.Folder is not { } folder)
        {
            return false;
        }
        var others = await db.Sources.AsNoTracking().Where(s => s.Kind == SourceKinds.Folder && s.Id != id).Select(s => s.Settings).ToListAsync(cancellationToken);
        return others.Exists(other => folder.Equals(FolderSettings.Of(SourceInfo.Parse(other))?.Folder, StringComparison.OrdinalIgnoreCase));
    }

    private static ProblemHttpResult Taken(string name) => Problem.Of(
        409, new($"ソース「{name}」は既にあります。", $"There is a source '{name}' already."), new("別の名前を付けてください。", "Choose another name."), "duplicate");

    private static async Task<Results<Ok<SourceInfo>, ProblemHttpResult>> Change(
        int id, SourceChange body, VocDbContext db, SourceDirectory directory, SourceSecrets secrets, SocialPlatforms platforms, SourceFlows flows, CancellationToken cancellationToken)
    {
        if (await db.Sources.FindAsync([id], cancellationToken) is not { } row)
        {
            return Problem.NotFound("source", id);
        }
        if (row.Kind == SourceKinds.Survey && body.Settings is not null)
        {
            return Problem.Field("settings", new("アンケートの内容は「アンケート」画面で変更してください。", "Change a survey on the Surveys page."));
        }
        if (Refusal(platforms, row.Kind, body.Settings ?? SourceInfo.Parse(row.Settings), body.Schedule, row.Secret is not null || !string.IsNullOrWhiteSpace(body.Secret)) is { } refusal)
        {
            return refusal;
        }
        if (await IsWatchedAsync(db, id, row.Kind, body.Settings, cancellationToken))
        {
            return Problem.Field("settings.folder", OtherFolder);
        }
        if (body.Settings is { } other && BridgeKinds.Moves(row.Kind, SourceInfo.Parse(row.Settings), other))
        {
            return Problem.Field("settings.provider", BridgeKinds.Fixed);
        }
        if (row.Secret is not null && string.IsNullOrWhiteSpace(body.Secret) && body.Settings is { } moved && SocialKinds.Moves(row, moved))
        {
            return Problem.Field("secret", SocialKinds.SecretAgain);
        }
        row.Enabled = body.Enabled ?? row.Enabled;
        // 0 takes the schedule away: read by hand only.
        row.ScheduleMinutes = body.Schedule switch { null => row.ScheduleMinutes, 0 => null, var minutes => minutes };
        if (body.Settings is { } settings)
        {
            (row.Settings, row.State, row.LastError) = (settings.GetRawText(), null, null);
        }
        if (Kept(secrets, row.Kind, BridgeKinds.Provider(row.Kind, SourceInfo.Parse(row.Settings)), body.Secret) is { } secret)
        {
            // With another token there is no reason to wait any longer.
            (row.Secret, row.LastError, row.State) = (secret, null, SocialState.WithoutPause(row.State));
        }
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget(row.Name);
        return TypedResults.Ok(SourceInfo.Of(row, flows.Read(id).GetValueOrDefault(id, SourceActivity.None)));
    }

    private static async Task<Results<Accepted<RunAnswer>, ProblemHttpResult>> Run(int id, VocDbContext db, SourceRuns runs, CancellationToken cancellationToken)
    {
        if (await db.Sources.FindAsync([id], cancellationToken) is not { } row)
        {
            return Problem.NotFound("source", id);
        }
        return SourceKinds.Fetched.Contains(row.Kind)
            ? TypedResults.Accepted((string?)null, await runs.RunAsync(id, cancellationToken))
            : Problem.Of(400, new("このソースは取りに行く種類ではありません。", "Nothing is fetched for this kind of source."), new("「今すぐ取得」はレビューページと SNS で使えます。", "Review pages and social sources can be read now."));
    }

    /// <summary>A secret that somebody else made, as it is stored; null where none was given or none is taken.</summary>
    private static string? Kept(SourceSecrets secrets, string kind, BridgeProvider? provider, string? secret) =>
        provider is { GivesSecret: true } && !string.IsNullOrWhiteSpace(secret) ? secrets.Keep(secret.Trim()) : SocialKinds.Kept(secrets, kind, secret);

    private static ProblemHttpResult? Refusal(SocialPlatforms platforms, string kind, JsonElement settings, int? schedule, bool hasSecret)
    {
        if (schedule is < 0 or > MaximumSchedule)
        {
            return Problem.Field("schedule", new($"間隔は 1〜{MaximumSchedule} 分にしてください。0 で自動取得をやめます。", $"Give 1 to {MaximumSchedule} minutes; 0 means by hand only."));
        }
        var violations = SourceKinds.Check(kind, settings) is { Count: > 0 } wrong ? wrong
            : SourceKinds.IsPlatform(kind) ? platforms.Check(kind, settings, hasSecret)
            : BridgeKinds.Check(kind, settings, hasSecret);
        return violations is [var first, ..] ? Problem.Field(first.Field, first.Message) : null;
    }
}
