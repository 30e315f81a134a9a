using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Voc.Api.Webhooks;

/// <summary>JSON of messages: Japanese stays legible in the list of what was sent.</summary>
internal static class WebhookJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
