using System.Globalization;
using System.Net;
using System.Text.Json;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>Asks the service over HTTP for all there is to an answer, page by page.</summary>
internal static class HttpSearch
{
    /// <summary>The answer, or null where the query is refused.</summary>
    public static async Task<WholeAnswer?> AskAsync(HttpClient client, SearchRequest request)
    {
        var address = Address(request);
        var ids = new List<long>();
        JsonElement? first = null;
        while (true)
        {
            using var answer = await client.GetAsync($"{address}&limit={SearchRequest.MaxLimit}&offset={ids.Count}");
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.BadRequest && JsonDocument.Parse(text).RootElement.GetProperty("code").GetString() == "query")
            {
                return null;
            }
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {address}: {text}");
            var page = JsonDocument.Parse(text).RootElement;
            first ??= page;
            ids.AddRange(page.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetInt64()));
            Assert.All(page.GetProperty("hits").EnumerateArray(), HighlightsAreInside);
            if (page.GetProperty("hits").GetArrayLength() < SearchRequest.MaxLimit)
            {
                break;
            }
        }
        return new WholeAnswer(
            ids,
            first.Value.GetProperty("total").GetInt32(),
            first.Value.GetProperty("customers").GetInt32(),
            first.Value.GetProperty("facets").EnumerateObject().ToDictionary(
                f => f.Name, IReadOnlyDictionary<string, int> (f) => f.Value.EnumerateArray().ToDictionary(v => v.GetProperty("value").GetString()!, v => v.GetProperty("count").GetInt32())));
    }

    public static string Address(SearchRequest request)
    {
        var parameters = new List<(string, string)> { ("q", request.Query ?? ""), ("sort", NameOf(request.Sort)), ("customers", "true"), ("facet", string.Join(',', WholeAnswer.AllFacets.Select(f => f.Name))) };
        parameters.AddRange(request.Filters.SelectMany(f => f.Values.Select(v => (f.Field.Name(), v))));
        parameters.AddRange(request.Without.Select(w => ("without", w)));
        if (request.Synonyms)
        {
            parameters.Add(("synonyms", "true"));
        }
        foreach (var (name, day) in new[] { ("from", request.From), ("to", request.To) })
        {
            if (day is { } date)
            {
                parameters.Add((name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }
        return "/api/v1/search?" + string.Join('&', parameters.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
    }

    private static string NameOf(TextOrder order) => order switch
    {
        TextOrder.MostNegative => "negative",
        TextOrder.MostTypical => "typical",
        _ => order.ToString().ToLowerInvariant(),
    };

    private static void HighlightsAreInside(JsonElement hit)
    {
        var length = hit.GetProperty("text").GetString()!.Length;
        Assert.All(hit.GetProperty("highlights").EnumerateArray(), span =>
            Assert.InRange(span.GetProperty("start").GetInt32() + span.GetProperty("length").GetInt32(), span.GetProperty("start").GetInt32() + 1, length));
    }
}
