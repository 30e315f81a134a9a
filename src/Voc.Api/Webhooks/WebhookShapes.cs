using System.Text.Json;
using Voc.Api.Problems;

namespace Voc.Api.Webhooks;

/// <summary>A webhook; never with its secret. The address is whole for administrators only, for some receivers it is a secret by itself.</summary>
internal record WebhookInfo(
    int Id, string Name, string Url, string Kind, string Language, bool Enabled, int Waiting, int Failed, DeliveryInfo? Last, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset ChangedAt, string ChangedBy, int Version)
{
    /// <param name="row">The channel.</param>
    /// <param name="address">Its address as the reader may see it, see <see cref="Shown"/>.</param>
    /// <param name="waiting">Messages that wait.</param>
    /// <param name="failed">Messages that were given up.</param>
    /// <param name="last">The last message.</param>
    public static WebhookInfo Of(WebhookRow row, string address, int waiting, int failed, DeliveryInfo? last) => new(
        row.Id, row.Name, address, row.Kind, row.Language, row.Enabled, waiting, failed, last, row.CreatedAt, row.CreatedBy, row.ChangedAt, row.ChangedBy, row.Version);

    /// <summary>The address for administrators; for others only where it leads. Empty where its key is lost.</summary>
    public static string Shown(WebhookRow row, WebhookAddresses addresses, bool whole) =>
        !addresses.TryRead(row.Url, out var address) ? ""
        : row.Kind == WebhookKinds.Mail ? address[WebhookRules.MailTo.Length..]
        : whole ? address : new Uri(address).GetLeftPart(UriPartial.Authority) + "/…";
}

/// <summary>A webhook whose secret was just made: it is in this answer alone.</summary>
internal sealed record CreatedWebhook : WebhookInfo
{
    public CreatedWebhook(WebhookInfo webhook, string secret)
        : base(webhook) => Secret = secret;

    /// <summary>What messages to it are signed with.</summary>
    public string Secret { get; }
}

/// <summary>What a webhook shall be.</summary>
/// <param name="Name">1 to 100 characters, no other webhook's.</param>
/// <param name="Url">https address; http only for hosts the installation allows. For mail, addresses between commas.</param>
/// <param name="Kind">Form of the messages: json, slack, teams or mail; json where not given. It stays as it is.</param>
/// <param name="Language">Language of messages that people read: ja or en; ja where not given.</param>
/// <param name="Enabled">Whether it is told anything; true where not given.</param>
internal sealed record WebhookInput(string? Name, string? Url, string? Kind, string? Language, bool? Enabled);

/// <summary>A message and what became of it: <c>waiting</c>, <c>delivered</c> or <c>failed</c>.</summary>
internal sealed record DeliveryInfo(
    string Id, string Event, string State, int Attempts, int? Status, string? Error, DateTimeOffset CreatedAt, DateTimeOffset? LastAttemptAt, DateTimeOffset? NextAttemptAt, JsonElement Body)
{
    public static DeliveryInfo Of(WebhookDeliveryRow row) => new(
        row.Key, row.Event, row.State.ToString().ToLowerInvariant(), row.Attempts, row.LastStatus,
        row.LastError is null ? null : JsonSerializer.Deserialize<LocalizedText>(row.LastError)!.Say(),
        row.CreatedAt, row.LastAttemptAt, row.State == DeliveryState.Waiting ? row.DueAt : null, Parse(row.Body));

    private static JsonElement Parse(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
