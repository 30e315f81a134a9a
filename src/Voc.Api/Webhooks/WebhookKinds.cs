using System.Globalization;

namespace Voc.Api.Webhooks;

/// <summary>The kinds of receivers, and how each wants to be written to. Another kind is another line and a file with its form.</summary>
internal static class WebhookKinds
{
    public const string Json = "json";
    public const string Slack = "slack";
    public const string Teams = "teams";

    /// <summary>To people's mailboxes, by the mail server of the installation.</summary>
    public const string Mail = "mail";

    private static readonly Dictionary<string, Func<WebhookMessage, CultureInfo, byte[]>> Formatters = new()
    {
        [Json] = (message, _) => JsonWebhook.Format(message),
        [Slack] = (message, language) => SlackForm.Format(Notice.Of(message, language)),
        [Teams] = (message, language) => TeamsForm.Format(Notice.Of(message, language)),
        [Mail] = (message, language) => MailForm.Format(Notice.Of(message, language), message),
    };

    public static IReadOnlyCollection<string> Names => Formatters.Keys;

    /// <summary>Languages of messages that people read.</summary>
    public static readonly IReadOnlyCollection<string> Languages = ["ja", "en"];

    /// <summary>The body for a receiver.</summary>
    public static byte[] Format(WebhookRow receiver, WebhookMessage message) => Formatters[receiver.Kind](message, CultureInfo.GetCultureInfo(receiver.Language));
}
