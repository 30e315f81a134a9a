using System.Globalization;

namespace Voc.Api.Webhooks;

/// <summary>A message as people read it, in one language, before a chat or a mail gives it its form.</summary>
/// <param name="Title">What happened, in a line.</param>
/// <param name="Lead">A sentence below, or null.</param>
/// <param name="Parts">What it is about.</param>
/// <param name="Rest">How many more there are than parts, in words, or null.</param>
/// <param name="Footer">Where it comes from.</param>
/// <param name="LinkText">What the links say.</param>
/// <param name="Url">Page with more about all of it, or null.</param>
internal sealed record Notice(string Title, string? Lead, IReadOnlyList<NoticePart> Parts, string? Rest, string Footer, string LinkText, string? Url)
{
    /// <summary>Issues that a digest tells of in full.</summary>
    public const int MostParts = 20;

    /// <summary>Quotes of an issue.</summary>
    public const int MostQuotes = 3;

    public static Notice Of(WebhookMessage message, CultureInfo language)
    {
        string Say(string ja, string en) => new LocalizedText(ja, en).In(language);
        var digest = message.Event == WebhookEvents.IssueDigest;
        var footer = message.Rule is { } rule ? Say($"Voc のルール「{rule}」による通知", $"Sent by Voc for the rule '{rule}'") : Say("Voc からの通知", "Sent by Voc");
        if (message.Issues.Count == 1 && !digest)
        {
            var one = message.Issues[0];
            return new Notice(IssueWording.Headline(one, language), null, [IssueWording.Whole(one, language)], null, footer, Say("課題を開く", "Open the issue"), one.Url);
        }
        var parts = digest
            ? message.Issues.Take(MostParts).Select(i => IssueWording.Brief(i, language)).ToList()
            : message.Alert is { } alert
                ? [new NoticePart(null, [], null, [.. alert.Quotes.Take(MostQuotes).Select(q => JsonWebhook.Cut(q.Text))], message.Url)]
                : [];
        var rest = message.Issues.Count - MostParts;
        return new Notice(
            message.Title.In(language), null, parts, digest && rest > 0 ? Say($"ほか {rest} 件", $"and {rest} more") : null, footer,
            digest ? Say("課題の一覧を開く", "Open the issues") : Say("Voc で開く", "Open in Voc"), message.Url);
    }
}

/// <summary>One thing a message is about.</summary>
/// <param name="Heading">Its name, or null where the message's title says it.</param>
/// <param name="Facts">Names and values.</param>
/// <param name="Text">A sentence or two, or null.</param>
/// <param name="Quotes">What customers said.</param>
/// <param name="Url">Its page, or null.</param>
internal sealed record NoticePart(string? Heading, IReadOnlyList<(string Name, string Value)> Facts, string? Text, IReadOnlyList<string> Quotes, string? Url);
