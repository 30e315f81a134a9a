using MimeKit;
using Voc.Api.Problems;
using Voc.Ingest.Fetching;

namespace Voc.Api.Webhooks;

/// <summary>What a channel's settings have to be.</summary>
internal static class WebhookRules
{
    public const string MailTo = "mailto:";

    private const int MaximumName = 100;
    private const int MaximumAddress = 2048;
    private const int MostMailboxes = 20;

    /// <summary>An address as it is kept.</summary>
    public static string Clean(string kind, string? address) => kind != WebhookKinds.Mail
        ? address?.Trim() ?? ""
        : MailTo + string.Join(", ", (address ?? "").Split([',', ';', '、', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The mailboxes of a mail channel's address.</summary>
    public static IReadOnlyList<MailboxAddress> Mailboxes(string address) =>
        [.. address[MailTo.Length..].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(MailboxAddress.Parse)];

    /// <summary>What is wrong, or null. An address that is null stays and is not looked at.</summary>
    public static Refusal? Check(string name, string kind, string language, string? address, VocOptions options)
    {
        if (name.Length is 0 or > MaximumName || name.Any(char.IsControl))
        {
            return Refusal.Of("name", new($"1〜{MaximumName} 文字の名前を付けてください。", $"Give it a name of 1 to {MaximumName} characters."));
        }
        if (!WebhookKinds.Names.Contains(kind))
        {
            return Refusal.Of("kind", new($"種類は {string.Join("、", WebhookKinds.Names)} から選んでください。", $"Choose the kind from {string.Join(", ", WebhookKinds.Names)}."));
        }
        if (!WebhookKinds.Languages.Contains(language))
        {
            return Refusal.Of("language", new("言語は ja か en にしてください。", "Choose ja or en."));
        }
        return address is null ? null : kind == WebhookKinds.Mail ? CheckMailboxes(address) : CheckUrl(address, options);
    }

    /// <summary>Whether it is one mailbox that mail can be sent to.</summary>
    public static bool IsMailbox(string text) =>
        text.Length <= 254 && !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Split('@') is [{ Length: > 0 }, { Length: > 0 }];

    private static Refusal? CheckMailboxes(string address)
    {
        var mailboxes = address[MailTo.Length..].Split(", ", StringSplitOptions.RemoveEmptyEntries);
        if (mailboxes.Length is 0 or > MostMailboxes)
        {
            return Refusal.Of("url", new($"メールアドレスを 1〜{MostMailboxes} 件、カンマで区切って指定してください。", $"Give 1 to {MostMailboxes} mail addresses between commas."));
        }
        return mailboxes.FirstOrDefault(m => !IsMailbox(m)) is { } wrong
            ? Refusal.Of("url", new($"「{wrong}」はメールアドレスではありません。", $"'{wrong}' is no mail address."))
            : null;
    }

    private static Refusal? CheckUrl(string url, VocOptions options)
    {
        if (url.Length > MaximumAddress || !Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
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
}
