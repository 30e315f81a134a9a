using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>What a webhook of a LINE Official Account brings.</summary>
/// <param name="Posts">Texts that people sent.</param>
/// <param name="Unsent">Identifiers of messages whose sending was taken back.</param>
public sealed record LineEvents(IReadOnlyList<SocialPost> Posts, IReadOnlyList<string> Unsent);

/// <summary>The webhook of a LINE Official Account (Messaging API): its signature and its events.</summary>
public static class Line
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Line-Signature";

    /// <summary>How it is called to people.</summary>
    public const string Name = "LINE";

    /// <summary>The signature of a body: base64 of HMAC-SHA256 over the body as it came, under the channel secret.</summary>
    public static string Sign(string channelSecret, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(channelSecret);
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), body));
    }

    /// <summary>Why a body is not to be trusted, or null where it is.</summary>
    public static LocalizedText? Refusal(string channelSecret, string? signature, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var valid = !string.IsNullOrEmpty(channelSecret) && signature is not null
            && Convert.TryFromBase64String(signature.Trim(), given, out var length) && length == given.Length
            && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), body));
        return valid ? null : new(
            "X-Line-Signature の署名が一致しません。LINE Developers の「チャネルシークレット」を入れ直してください。",
            "The signature in X-Line-Signature does not match. Enter the channel secret of LINE Developers again.");
    }

    /// <summary>Reads a body; null where it is no webhook of LINE. What is no text, or for a bot in standby, is left out.</summary>
    public static LineEvents? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            if (json.RootElement.Child("events") is not { ValueKind: JsonValueKind.Array } events)
            {
                return null;
            }

            var active = events.EnumerateArray().Where(e => e.Text("mode") is null or "active").ToList();
            return new(
                [.. active.Where(e => e.Text("type") == "message").Select(Message).OfType<SocialPost>()],
                [.. active.Where(e => e.Text("type") == "unsend").Select(e => e.Child("unsend").Text("messageId")).OfType<string>().Where(IsId)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SocialPost? Message(JsonElement happened)
    {
        const long End = 253_402_300_799_000;
        var message = happened.Child("message");
        if (message.Text("type") != "text" || message.Text("id") is not { } id || !IsId(id) || string.IsNullOrWhiteSpace(message.Text("text"))
            || !long.TryParse(happened.Text("timestamp"), out var milliseconds) || milliseconds is < 0 or > End)
        {
            return null;
        }

        var source = happened.Child("source");
        var author = source.Text("userId") ?? source.Text("groupId") ?? source.Text("roomId") ?? id;
        return new SocialPost(id, message.Text("text")!, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), author);
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 100;
}
