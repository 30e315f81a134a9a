using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Voc.Api.Webhooks;

/// <summary>A mail before it is written down as MIME.</summary>
/// <param name="Subject">Subject; the same for all messages of one alert, so that mail programs keep them together.</param>
/// <param name="Text">Body as plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Thread">The alert it belongs to, or null.</param>
/// <param name="Revision">Which message of the alert it is, from 1.</param>
internal sealed record MailBody(string Subject, string Text, string Html, string? Thread, int Revision);

/// <summary>The form of mails: text and HTML that say the same.</summary>
internal static class MailForm
{
    private const int LongestSubject = 200;

    public static byte[] Format(Notice notice, WebhookMessage message)
    {
        var alert = message is { Event: WebhookEvents.IssueAlert, Issues: [var one] } ? one : null;
        var subject = alert is null ? notice.Title : alert.ThreadTitle;
        var mail = new MailBody(
            (alert?.Revision > 1 ? "Re: [Voc] " : "[Voc] ") + OneLine(subject), Text(notice), Html(notice), alert?.AlertId, alert?.Revision ?? 1);
        return JsonSerializer.SerializeToUtf8Bytes(mail, WebhookJson.Options);
    }

    /// <summary>A mail as it was kept, or null where it is none.</summary>
    public static MailBody? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<MailBody>(body, WebhookJson.Options) is { Subject: not null, Text: not null, Html: not null } mail ? mail : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(Notice notice)
    {
        var text = new StringBuilder().AppendLine(notice.Title).AppendLine();
        if (notice.Lead is { } lead)
        {
            text.AppendLine(lead).AppendLine();
        }
        foreach (var part in notice.Parts)
        {
            foreach (var line in Lines(part, notice))
            {
                text.AppendLine(line);
            }
            text.AppendLine();
        }
        if (notice.Rest is { } rest)
        {
            text.AppendLine(rest).AppendLine();
        }
        if (notice.Url is { } url)
        {
            text.Append(notice.LinkText).AppendLine(":").AppendLine(url).AppendLine();
        }
        return text.Append("-- ").AppendLine().AppendLine(notice.Footer).ToString();
    }

    private static IEnumerable<string> Lines(NoticePart part, Notice notice)
    {
        if (part.Heading is { } heading)
        {
            yield return "■ " + heading;
        }
        foreach (var (name, value) in part.Facts)
        {
            yield return $"{name}: {value}";
        }
        if (part.Text is { } text)
        {
            yield return text;
        }
        foreach (var quote in part.Quotes)
        {
            yield return $"「{quote}」";
        }
        if (part.Url is { } url && url != notice.Url)
        {
            yield return url;
        }
    }

    private static string Html(Notice notice)
    {
        var html = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"></head><body style=\"font-family:sans-serif;font-size:14px;line-height:1.7;color:#222\">");
        html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:18px;margin:0 0 12px\">{Encoded(notice.Title)}</h1>");
        if (notice.Lead is { } lead)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(lead)}</p>");
        }
        foreach (var part in notice.Parts)
        {
            AppendPart(html, part, notice);
        }
        if (notice.Rest is { } rest)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(rest)}</p>");
        }
        if (notice.Url is { } url)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encoded(url)}\">{Encoded(notice.LinkText)}</a></p>");
        }
        return html.Append(CultureInfo.InvariantCulture, $"<p style=\"color:#666;font-size:12px\">{Encoded(notice.Footer)}</p></body></html>").ToString();
    }

    private static void AppendPart(StringBuilder html, NoticePart part, Notice notice)
    {
        if (part.Heading is { } heading)
        {
            var name = part.Url is { } url && url != notice.Url ? $"<a href=\"{Encoded(url)}\">{Encoded(heading)}</a>" : Encoded(heading);
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:15px;margin:16px 0 4px\">{name}</h2>");
        }
        if (part.Facts.Count > 0)
        {
            html.Append("<table style=\"border-collapse:collapse;font-size:14px\">");
            foreach (var (name, value) in part.Facts)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"padding:2px 16px 2px 0;color:#666\">{Encoded(name)}</td><td>{Encoded(value)}</td></tr>");
            }
            html.Append("</table>");
        }
        if (part.Text is { } text)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:8px 0\">{Encoded(text)}</p>");
        }
        foreach (var quote in part.Quotes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<blockquote style=\"margin:6px 0;padding:4px 12px;border-left:3px solid #ccc\">{Encoded(quote)}</blockquote>");
        }
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestSubject ? line : line[..(char.IsHighSurrogate(line[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject)] + "…";
    }
}
