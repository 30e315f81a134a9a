using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>What a platform says of an error, in the shapes the platforms use.</summary>
internal static class ErrorText
{
    private const int Longest = 200;

    /// <summary>The word for programs and the sentence for people; null where there is none.</summary>
    public static (string? Code, string? Detail) Of(JsonElement? answer)
    {
        if (answer is not { ValueKind: JsonValueKind.Object } json)
        {
            return default;
        }

        // Google: {"error":{"message","errors":[{"reason"}]}}. AT Protocol: {"error":"Name","message"}. Mastodon: {"error":"…"}. X: {"title","detail","type"}.
        if (json.Child("error") is { ValueKind: JsonValueKind.Object } google)
        {
            var reason = google.Items("errors").Select(e => e.Text("reason")).FirstOrDefault(r => r is not null);
            return (reason ?? google.Text("status"), Short(google.Text("message")));
        }

        return (json.Text("error") ?? json.Text("type"), Short(json.Text("message") ?? json.Text("detail") ?? json.Text("error") ?? json.Text("title")));
    }

    private static string? Short(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}

/// <summary>Reading JSON that may have any shape: what is not there, or is something else, is null.</summary>
internal static class JsonReading
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Child(this JsonElement? element, string name) => element?.Child(name);

    public static string? Text(this JsonElement element, string name) => element.Child(name) is { } value ? value.AsText() : null;

    public static string? Text(this JsonElement? element, string name) => element?.Text(name);

    /// <summary>A string, or a number as it is written; half a surrogate pair makes a string unreadable.</summary>
    public static string? AsText(this JsonElement value)
    {
        try
        {
            return value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement? element, string name) => element?.Items(name) ?? [];

    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        DateTimeOffset.TryParse(element.Text(name), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static bool IsTrue(this JsonElement element, string name) => element.Child(name) is { ValueKind: JsonValueKind.True };
}
