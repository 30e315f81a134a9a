using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voc.Api.Webhooks;

/// <summary>
/// The form of Microsoft Teams' Workflows ("when a webhook request is received"): an Adaptive Card. All words are text runs, in which no
/// mark-up means anything.
/// </summary>
internal static class TeamsForm
{
    public static byte[] Format(Notice notice)
    {
        var body = new JsonArray { Text(Run(notice.Title, size: "Large", weight: "Bolder")) };
        if (notice.Lead is { } lead)
        {
            body.Add(Text(Run(lead)));
        }
        foreach (var part in notice.Parts)
        {
            AddPart(body, part, notice);
        }
        if (notice.Rest is { } rest)
        {
            body.Add(Text(Run(rest)));
        }
        body.Add(Text(Run(notice.Footer, size: "Small", subtle: true)));
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
        };
        if (notice.Url is { } url)
        {
            card["actions"] = new JsonArray { Open(notice.LinkText, url) };
        }
        var attachment = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["contentUrl"] = null, ["content"] = card };
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray { attachment } }, WebhookJson.Options);
    }

    private static void AddPart(JsonArray body, NoticePart part, Notice notice)
    {
        if (part.Heading is { } heading)
        {
            var title = Text(Run(heading, weight: "Bolder", open: part.Url != notice.Url ? part.Url : null));
            title["separator"] = true;
            body.Add(title);
        }
        foreach (var (name, value) in part.Facts)
        {
            var row = Text(Run(name + ": ", weight: "Bolder"), Run(value));
            row["spacing"] = "Small";
            body.Add(row);
        }
        if (part.Text is { } text)
        {
            body.Add(Text(Run(text)));
        }
        foreach (var quote in part.Quotes)
        {
            body.Add(new JsonObject { ["type"] = "Container", ["style"] = "emphasis", ["items"] = new JsonArray { Text(Run($"「{quote}」")) } });
        }
    }

    private static JsonObject Text(params JsonObject[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs]) };

    private static JsonObject Run(string text, string? size = null, string? weight = null, bool subtle = false, string? open = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (size is not null)
        {
            run["size"] = size;
        }
        if (weight is not null)
        {
            run["weight"] = weight;
        }
        if (subtle)
        {
            run["isSubtle"] = true;
        }
        if (open is not null)
        {
            run["selectAction"] = Open(text, open);
        }
        return run;
    }

    private static JsonObject Open(string title, string url) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = url };
}
