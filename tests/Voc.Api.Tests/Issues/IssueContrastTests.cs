using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class IssueContrastTests
{
    private static readonly Dictionary<string, string> Kinki = new() { ["region"] = "近畿" };
    private static readonly Dictionary<string, string> Kanto = new() { ["region"] = "関東" };

    [Fact]
    public async Task What_the_reports_have_more_often_than_the_rest_of_the_product_is_told_with_counts_and_a_test()
    {
        await using var server = await VocServer.StartAsync();
        var here = await BoardIssues.ReportAsync(server, [.. Of("here", 4, Kinki), .. Of("here-kanto", 1, Kanto), .. Of("here-unknown", 1, [])]);
        await BoardIssues.ReportAsync(server, [.. Of("rest", 2, Kinki), .. Of("rest-kanto", 18, Kanto), .. Of("rest-unknown", 5, []),
            // Another product and another time are no comparison.
            .. Of("other", 30, Kinki, product: "Q"), .. Of("old", 30, Kinki, daysAgo: 90)]);
        var row = BoardIssues.Some("鍵");
        row.Product = "P";
        var id = (await BoardIssues.AddAsync(server, [(row, here)]))[0];
        using var client = await server.WithKeyAsync("read");

        var contrasts = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}/contrasts");

        Assert.Equal((6, 25, "P"), (contrasts.GetProperty("reports").GetInt32(), contrasts.GetProperty("elsewhere").GetInt32(), contrasts.GetProperty("product").GetString()));
        // Everything came through one channel, which sets nothing apart.
        Assert.Equal(["attribute"], contrasts.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("field").GetString()));
        var region = contrasts.GetProperty("fields")[0];
        Assert.Equal("region", region.GetProperty("attribute").GetString());
        var kinki = region.GetProperty("values")[0];
        Assert.Equal(("近畿", 4, 5, 2, 20), (kinki.GetProperty("value").GetString()!, Int(kinki, "count"), Int(kinki, "total"), Int(kinki, "elsewhereCount"), Int(kinki, "elsewhereTotal")));
        Assert.Equal([0.8, 0.1, 8], new[] { "share", "elsewhereShare", "ratio" }.Select(n => kinki.GetProperty(n).GetDouble()));
        // Fisher: (C(6,4) C(19,1) + C(6,5)) / C(25,5); of two values tested, the least: times two.
        Assert.Equal(291.0 / 53130, kinki.GetProperty("p").GetDouble(), 9);
        Assert.Equal(2, Int(contrasts, "tested"));
        Assert.Equal(2 * 291.0 / 53130, kinki.GetProperty("q").GetDouble(), 9);
        Assert.True(kinki.GetProperty("isOver").GetBoolean());
        Assert.InRange(kinki.GetProperty("low").GetDouble(), 1.967, 1.969);
        Assert.InRange(kinki.GetProperty("high").GetDouble(), 22.86, 22.89);
        Assert.False(region.GetProperty("values")[1].GetProperty("isOver").GetBoolean());
    }

    [Fact]
    public async Task Issues_across_products_are_compared_by_product_and_serial_numbers_are_left_out()
    {
        await using var server = await VocServer.StartAsync();
        var here = await BoardIssues.ReportAsync(server, [.. Enumerable.Range(0, 10).SelectMany(i => Of($"here{i}", 1, new() { ["serial"] = $"S{i}" }, product: i < 9 ? "P" : "Q"))]);
        await BoardIssues.ReportAsync(server, Of("rest", 20, [], product: "Q"));
        var id = (await BoardIssues.AddAsync(server, [(BoardIssues.Some("鍵"), here)]))[0];
        using var client = await server.WithKeyAsync("read");

        var fields = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}/contrasts")).GetProperty("fields");

        Assert.Equal(["product"], fields.EnumerateArray().Select(f => f.GetProperty("field").GetString()));
        Assert.Equal("P", fields[0].GetProperty("values")[0].GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, fields[0].GetProperty("values")[0].GetProperty("ratio").ValueKind);
    }

    [Fact]
    public async Task A_customer_who_writes_often_counts_once_and_on_the_side_of_the_issue()
    {
        await using var server = await VocServer.StartAsync();
        var here = await BoardIssues.ReportAsync(server, [.. Of("a", 6, Kinki, customer: "c-1"), .. Of("b", 1, Kanto, customer: "c-2"), .. Of("unknown", 2, Kanto)]);
        await BoardIssues.ReportAsync(server, [.. Of("c", 9, Kanto, customer: "c-3"), .. Of("d", 3, Kinki, customer: "c-1"), .. Of("e", 1, Kinki, customer: "c-4")]);
        var id = (await BoardIssues.AddAsync(server, [(BoardIssues.Some("鍵"), here)]))[0];
        using var client = await server.WithKeyAsync("read");

        var contrasts = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}/contrasts");

        Assert.Equal((4, 2), (Int(contrasts, "reports"), Int(contrasts, "elsewhere")));
        var regions = contrasts.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "attribute").GetProperty("values").EnumerateArray();
        Assert.Equal([("関東", 3, 1), ("近畿", 1, 1)], regions.Select(v => (v.GetProperty("value").GetString()!, Int(v, "count"), Int(v, "elsewhereCount"))));
    }

    [Fact]
    public async Task An_issue_without_reports_has_nothing_to_compare_and_one_that_is_not_there_is_not_found()
    {
        await using var server = await VocServer.StartAsync();
        var id = (await BoardIssues.AddAsync(server, [(BoardIssues.Some("鍵"), [])]))[0];
        using var client = await server.WithKeyAsync("read");

        Assert.Empty((await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}/contrasts")).GetProperty("fields").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/issues/999/contrasts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/issues/999/similar")).StatusCode);
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static List<Feedback> Of(string id, int count, Dictionary<string, string> attributes, string product = "P", int daysAgo = 1, string? customer = null) =>
        [.. Enumerable.Range(0, count).Select(i => Infrastructure.Some.Feedback($"{id}-{i}", $"{id}の{i}件目です。") with { OccurredAt = BoardIssues.Now.AddDays(-daysAgo).AddMinutes(-i), Product = product, Customer = customer, Attributes = attributes })];
}
