using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voc.Api.Webhooks;

/// <summary>
/// The form of Slack's incoming webhooks: Block Kit. Whatever customers or titles say is plain text or escaped, so that it can neither
/// call people nor hide a link.
/// </summary>
internal static class SlackForm
{
    // Limits of Block Kit, below which Slack refuses nothing.
    private const int LongestHeader = 150;
    private const int LongestText = 2900;
    private const int LongestField = 1900;

    public static byte[] Format(Notice notice)
    {
        var blocks = new JsonArray { new JsonObject { ["type"] = "header", ["text"] = Plain(notice.Title, LongestHeader) } };
        if (notice.Lead is { } lead)
        {
            blocks.Add(Section(Plain(lead, LongestText)));
        }
        foreach (var part in notice.Parts)
        {
            AddPart(blocks, part, notice);
        }
        if (notice.Rest is { } rest)
        {
            blocks.Add(Section(Plain(rest, LongestText)));
        }
        if (notice.Url is { } url)
        {
            var button = new JsonObject { ["type"] = "button", ["text"] = Plain(notice.LinkText, 75), ["url"] = url };
            blocks.Add(new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray { button } });
        }
        blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray { Plain(notice.Footer, LongestField) } });
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["text"] = Escaped(Cut(notice.Title, LongestText)), ["blocks"] = blocks }, WebhookJson.Options);
    }

    private static void AddPart(JsonArray blocks, NoticePart part, Notice notice)
    {
        if (part.Heading is { } heading)
        {
            var name = Escaped(Cut(heading, LongestField));
            var line = part.Url is { } url && url != notice.Url ? $"*<{Escaped(url)}|{name}>*" : $"*{name}*";
            blocks.Add(Section(new JsonObject { ["type"] = "mrkdwn", ["text"] = part.Text is { } brief ? line + "\n" + Escaped(Cut(brief, LongestField / 2)) : line, ["verbatim"] = true }));
        }
        if (part.Facts.Count > 0)
        {
            var fields = new JsonArray([.. part.Facts.Take(10).Select(f => Plain($"{f.Name}: {f.Value}", LongestField))]);
            blocks.Add(new JsonObject { ["type"] = "section", ["fields"] = fields });
        }
        if (part.Text is { } text && part.Heading is null)
        {
            blocks.Add(Section(Plain(text, LongestText)));
        }
        foreach (var quote in part.Quotes)
        {
            blocks.Add(Section(Plain($"「{quote}」", LongestText)));
        }
    }

    private static JsonObject Section(JsonObject text) => new() { ["type"] = "section", ["text"] = text };

    private static JsonObject Plain(string text, int longest) => new() { ["type"] = "plain_text", ["text"] = Cut(text, longest), ["emoji"] = false };

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";
}
