using System.Text.Json;
using Voc.Ingest.Social.Platforms;

namespace Voc.Ingest.Surveys.Hooks;

/// <summary>The forms in which tools write a response. What has another form has no identifier, which is refused with a reason.</summary>
internal static class ResponseFormats
{
    private static readonly SurveyResponse Unreadable = new() { Id = null, SubmittedAt = null, Answers = [] };

    /// <summary>Typeform: <c>form_response</c> with typed answers and the titles in its definition.</summary>
    public static SurveyResponse? OfTypeform(JsonElement body)
    {
        if (body.Text("event_type") is { } happened && happened != "form_response")
        {
            return null;
        }

        var response = body.Child("form_response");
        var titles = new Dictionary<string, string>();
        foreach (var field in Items(response.Child("definition").Child("fields")))
        {
            if (field.Text("id") is { } id && field.Text("title") is { Length: > 0 } title)
            {
                titles[id] = title;
            }
        }

        return new()
        {
            Id = response.Text("token"),
            SubmittedAt = response.Text("submitted_at"),
            Answers = [.. Items(response.Child("answers")).Select(answer => OfTypeform(answer, titles)).OfType<ResponseAnswer>()],
            Hidden = Texts(response.Child("hidden")),
        };
    }

    /// <summary>Formbricks: <c>data</c> with answers by question; only finished responses.</summary>
    public static SurveyResponse? OfFormbricks(JsonElement body)
    {
        if (body.Text("event") is { } happened && happened != "responseFinished")
        {
            return null;
        }

        var data = body.Child("data");
        return data.Child("data") is not { ValueKind: JsonValueKind.Object } answers ? Unreadable : new()
        {
            Id = data.Text("id"),
            SubmittedAt = data.Text("updatedAt") ?? data.Text("createdAt"),
            Answers = [.. answers.EnumerateObject().Select(answer => Untyped(answer.Name, answer.Name, null, answer.Value)).OfType<ResponseAnswer>()],
            Hidden = Texts(data.Child("contactAttributes") ?? data.Child("personAttributes")),
        };
    }

    /// <summary>A script: <c>{"id","submittedAt","answers"}</c>; answers are an object of question and answer, or a list of <c>{"id","title","type","value"}</c>.</summary>
    public static SurveyResponse OfScript(JsonElement body) => new()
    {
        Id = body.Text("id"),
        SubmittedAt = body.Text("submittedAt"),
        Answers = body.Child("answers") switch
        {
            { ValueKind: JsonValueKind.Object } answers => [.. answers.EnumerateObject().Select(answer => Untyped(answer.Name, answer.Name, null, answer.Value)).OfType<ResponseAnswer>()],
            { ValueKind: JsonValueKind.Array } answers => [.. answers.EnumerateArray().Where(answer => answer.Text("title") is not null && answer.Child("value") is not null)
                .Select(answer => Untyped(answer.Text("id") ?? answer.Text("title")!, answer.Text("title")!, answer.Text("type"), answer.Child("value")!.Value)).OfType<ResponseAnswer>()],
            _ => [],
        },
        Hidden = Texts(body.Child("attributes")),
    };

    private static ResponseAnswer? OfTypeform(JsonElement answer, Dictionary<string, string> titles)
    {
        var field = answer.Child("field");
        if (field.Text("id") is not { } id)
        {
            return null;
        }

        var title = titles.GetValueOrDefault(id) ?? field.Text("ref") ?? id;
        return (answer.Text("type"), field.Text("type")) switch
        {
            ("text", "short_text") => Of(AnswerKind.ShortText, answer.Text("text")),
            ("text", _) => Of(AnswerKind.FreeText, answer.Text("text")),
            ("number", "nps") => Of(AnswerKind.Recommendation, answer.Text("number")),
            ("number", "opinion_scale" or "rating") => Of(AnswerKind.Scale, answer.Text("number")),
            ("number", _) => Of(AnswerKind.Other, answer.Text("number")),
            ("choice", _) => Of(AnswerKind.Other, answer.Child("choice").Text("label") ?? answer.Child("choice").Text("other")),
            ("choices", _) => Of(AnswerKind.Other, Joined(answer.Child("choices").Child("labels"))),
            ("boolean", _) => Of(AnswerKind.Other, answer.Text("boolean")),
            ("date", _) => Of(AnswerKind.Other, answer.Text("date")),
            ("email", _) => Of(AnswerKind.Customer, answer.Text("email")),
            _ => null, // Telephone numbers, files and payments are not wanted here.
        };

        ResponseAnswer? Of(AnswerKind kind, string? value) => string.IsNullOrWhiteSpace(value) ? null : new(id, title, kind, value);
    }

    /// <summary>An answer whose kind shows in its value, or in the name Google Forms has for the type of the question.</summary>
    private static ResponseAnswer? Untyped(string key, string title, string? type, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => Joined(value),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : new(key, title, type switch
        {
            "PARAGRAPH_TEXT" => AnswerKind.FreeText,
            "TEXT" or null when value.ValueKind == JsonValueKind.String => AnswerKind.ShortText,
            "SCALE" or "RATING" => AnswerKind.Scale,
            null when value.ValueKind == JsonValueKind.Number => AnswerKind.Scale,
            _ => AnswerKind.Other,
        }, text);
    }

    private static string? Joined(JsonElement? items) =>
        string.Join("、", Items(items).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString())) is { Length: > 0 } joined ? joined : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement? items) => items is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static Dictionary<string, string> Texts(JsonElement? values)
    {
        var texts = new Dictionary<string, string>();
        foreach (var value in values is { ValueKind: JsonValueKind.Object } given ? given.EnumerateObject() : default)
        {
            if (value.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                texts[value.Name] = value.Value.ToString();
            }
        }

        return texts;
    }
}
