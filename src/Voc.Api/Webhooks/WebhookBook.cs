using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Ingest.Fetching;

namespace Voc.Api.Webhooks;

/// <summary>Makes, changes and removes webhooks. Changes are made one after the other by the store's writer, so of two on one version one is refused.</summary>
internal sealed class WebhookBook(GroupCommitWriter writer, SourceSecrets secrets, VocOptions options, TimeProvider time)
{
    private const int MaximumName = 100;

    public static readonly LocalizedText What = new("Webhook", "webhook");

    /// <summary>Makes a webhook and returns it with its secret, which cannot be read again.</summary>
    public Task<(WebhookRow? Row, string? Secret, Refusal? Refusal)> AddAsync(WebhookInput input, string by, CancellationToken cancellationToken)
    {
        var name = input.Name?.Trim() ?? "";
        var kind = input.Kind ?? WebhookKinds.Json;
        if (Check(name, input.Url, kind) is { } wrong)
        {
            return Task.FromResult<(WebhookRow?, string?, Refusal?)>((null, null, wrong));
        }
        var (secret, stored) = secrets.Make();
        return writer.WriteAsync<(WebhookRow?, string?, Refusal?)>(connection =>
        {
            using var context = connection.Context();
            if (context.Set<WebhookRow>().Any(w => w.Name == name))
            {
                return (null, null, Taken(name));
            }
            var now = time.GetUtcNow();
            var row = new WebhookRow
            {
                Name = name,
                Url = input.Url!.Trim(),
                Kind = kind,
                Secret = stored,
                Enabled = input.Enabled ?? true,
                CreatedAt = now,
                CreatedBy = by,
                ChangedAt = now,
                ChangedBy = by,
            };
            context.Add(row);
            context.SaveChanges();
            return (row, secret, null);
        }, cancellationToken);
    }

    /// <summary>Changes a webhook; what is null stays.</summary>
    public Task<Refusal?> ChangeAsync(int id, WebhookInput input, int? expected, string by, CancellationToken cancellationToken) => EditAsync(id, expected, by, (context, row) =>
    {
        var (name, url, kind) = (input.Name?.Trim() ?? row.Name, input.Url?.Trim() ?? row.Url, input.Kind ?? row.Kind);
        if (Check(name, url, kind) is { } wrong)
        {
            return wrong;
        }
        if (context.Set<WebhookRow>().Any(w => w.Name == name && w.Id != id))
        {
            return Taken(name);
        }
        (row.Name, row.Url, row.Kind, row.Enabled) = (name, url, kind, input.Enabled ?? row.Enabled);
        return null;
    }, cancellationToken);

    /// <summary>Makes another secret; the old one is worth nothing from then on.</summary>
    public async Task<(string? Secret, Refusal? Refusal)> RenewSecretAsync(int id, string by, CancellationToken cancellationToken)
    {
        var (secret, stored) = secrets.Make();
        var refusal = await EditAsync(id, null, by, (_, row) =>
        {
            row.Secret = stored;
            return null;
        }, cancellationToken);
        return refusal is null ? (secret, null) : (null, refusal);
    }

    /// <summary>Removes a webhook with all that waits for it.</summary>
    public Task<Refusal?> RemoveAsync(int id, int? expected, CancellationToken cancellationToken) => EditAsync(id, expected, "", (context, row) =>
    {
        context.Remove(row);
        return null;
    }, cancellationToken);

    private Task<Refusal?> EditAsync(int id, int? expected, string by, Func<VocDbContext, WebhookRow, Refusal?> edit, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<WebhookRow>().SingleOrDefault(w => w.Id == id) is not { } row)
        {
            return Refusal.Missing(What, id);
        }
        if (expected is { } version && version != row.Version)
        {
            return EntityVersion.Changed;
        }
        if (edit(context, row) is { } refusal)
        {
            return refusal;
        }
        (row.Version, row.ChangedAt, row.ChangedBy) = (row.Version + 1, time.GetUtcNow(), by);
        context.SaveChanges();
        return null;
    }, cancellationToken);

    private Refusal? Check(string name, string? url, string kind)
    {
        if (name.Length is 0 or > MaximumName || name.Any(char.IsControl))
        {
            return Refusal.Of("name", new($"1〜{MaximumName} 文字の名前を付けてください。", $"Give it a name of 1 to {MaximumName} characters."));
        }
        if (!WebhookKinds.Names.Contains(kind))
        {
            return Refusal.Of("kind", new($"形式は {string.Join("、", WebhookKinds.Names)} から選んでください。", $"Choose the kind from {string.Join(", ", WebhookKinds.Names)}."));
        }
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return Refusal.Of("url", new("https:// で始まる URL を指定してください。", "Give an address that starts with https://."));
        }
        try
        {
            OutgoingHttp.Check(address, WebhookSender.Limits(options));
            return null;
        }
        catch (FetchException) when (address.Scheme == Uri.UriSchemeHttp)
        {
            return Refusal.Of("url", new(
                "https:// で始まる URL を指定してください。http:// や他のポートは、管理者が設定の FetchHosts で許可した社内のサーバーにだけ使えます。",
                "Give an address that starts with https://. Plain http and other ports are for servers inside the company that FetchHosts in the settings allows."));
        }
        catch (FetchException refused)
        {
            return Refusal.Of("url", refused.Problem);
        }
    }

    private static Refusal Taken(string name) => Refusal.Conflict(
        new($"Webhook「{name}」は既にあります。", $"There is a webhook '{name}' already."), new("別の名前を付けてください。", "Choose another name."), "duplicate");
}
