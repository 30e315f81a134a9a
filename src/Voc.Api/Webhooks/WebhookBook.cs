using Voc.Api.Alerts;
using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Storage;

namespace Voc.Api.Webhooks;

/// <summary>Makes, changes and removes webhooks. Changes are made one after the other by the store's writer, so of two on one version one is refused.</summary>
internal sealed class WebhookBook(GroupCommitWriter writer, SourceSecrets secrets, WebhookAddresses addresses, VocOptions options, TimeProvider time)
{
    public static readonly LocalizedText What = new("送信先", "channel");

    /// <summary>Makes a webhook and returns it with its secret, which cannot be read again.</summary>
    public Task<(WebhookRow? Row, string? Secret, Refusal? Refusal)> AddAsync(WebhookInput input, string by, CancellationToken cancellationToken)
    {
        var name = input.Name?.Trim() ?? "";
        var (kind, language) = (input.Kind ?? WebhookKinds.Json, input.Language ?? WebhookKinds.Languages.First());
        var address = WebhookRules.Clean(kind, input.Url);
        if (WebhookRules.Check(name, kind, language, address, options) is { } wrong)
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
                Url = addresses.Keep(address),
                Kind = kind,
                Language = language,
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
        var (name, language) = (input.Name?.Trim() ?? row.Name, input.Language ?? row.Language);
        var address = input.Url is null ? null : WebhookRules.Clean(row.Kind, input.Url);
        if (WebhookRules.Check(name, row.Kind, language, address, options) is { } wrong)
        {
            return wrong;
        }
        if (input.Kind is { } kind && kind != row.Kind)
        {
            return Refusal.Of("kind", new(
                "送信先の種類は後から変えられません。新しい送信先を登録してください。", "The kind of a channel stays as it is: add another channel."));
        }
        if (context.Set<WebhookRow>().Any(w => w.Name == name && w.Id != id))
        {
            return Taken(name);
        }
        (row.Name, row.Language, row.Enabled) = (name, language, input.Enabled ?? row.Enabled);
        row.Url = address is null ? row.Url : addresses.Keep(address);
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
        var rules = context.Set<AlertRuleRow>().Where(r => r.WebhookId == id).OrderBy(r => r.Position).Select(r => r.Name).ToList();
        if (rules.Count > 0)
        {
            return Refusal.Conflict(
                new($"アラートのルール「{string.Join("」「", rules)}」がこの送信先を使っています。", $"The alert rules '{string.Join("', '", rules)}' use this channel."),
                new("先にルールの送信先を変えるか、ルールを削除してください。", "Give the rules another channel or delete them first."), "used");
        }
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

    private static Refusal Taken(string name) => Refusal.Conflict(
        new($"送信先「{name}」は既にあります。", $"There is a channel '{name}' already."), new("別の名前を付けてください。", "Choose another name."), "duplicate");
}
