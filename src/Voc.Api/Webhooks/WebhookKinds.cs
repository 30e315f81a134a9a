namespace Voc.Api.Webhooks;

/// <summary>The kinds of receivers, and how each wants to be written to. Another kind is another line and a file with its form.</summary>
internal static class WebhookKinds
{
    public const string Json = "json";

    private static readonly Dictionary<string, Func<WebhookMessage, byte[]>> Formatters = new() { [Json] = JsonWebhook.Format };

    public static IReadOnlyCollection<string> Names => Formatters.Keys;

    /// <summary>The body for a receiver of this kind.</summary>
    public static byte[] Format(string kind, WebhookMessage message) => Formatters[kind](message);
}
