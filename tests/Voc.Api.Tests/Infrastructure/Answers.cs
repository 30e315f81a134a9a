using System.Net;
using System.Text.Json.Nodes;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>Reads answers of the API.</summary>
internal static class Answers
{
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The message about a field of a problem.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected, string field)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.JsonAsync(expected))["errors"]![field]![0]!.GetValue<string>();
    }
}
