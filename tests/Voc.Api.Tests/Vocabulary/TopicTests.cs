using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Vocabulary;

public sealed class TopicTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Path = "/api/v1/taxonomy";
    private static readonly object Stamps = new { ja = "スタンプ特典", en = "Stamp card", parent = "", keywords = new[] { new { word = "ぽんぽこスタンプ", weight = 5 } } };

    [Fact]
    public async Task An_own_topic_is_found_named_counted_and_after_its_deletion_still_named()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var topic = await (await client.PostAsJsonAsync(Path, Stamps)).JsonAsync(HttpStatusCode.Created);
        var id = topic["id"]!.GetValue<string>();

        var feedback = (await server.StoreAsync("ぽんぽこスタンプが貯まらない。"))[0];

        Assert.Contains($"{id}:スタンプ特典", await TopicsAsync(client, feedback));
        Assert.Equal((1, "own"), ((await NodeAsync(client, id))!.Value.GetProperty("count").GetInt32(), (await NodeAsync(client, id))!.Value.GetProperty("origin").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Null(await NodeAsync(client, id));
        Assert.Contains($"{id}:スタンプ特典", await TopicsAsync(client, feedback));
        Assert.DoesNotContain($"{id}:スタンプ特典", await TopicsAsync(client, (await server.StoreAsync("ぽんぽこスタンプが貯まらない。"))[0]));
    }

    [Fact]
    public async Task A_shipped_topic_can_be_renamed_moved_hidden_and_had_back()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        await (await client.PatchAsJsonAsync($"{Path}/app.login", new { ja = "サインイン", parent = "support" })).JsonAsync(HttpStatusCode.OK);
        var moved = (await NodeAsync(client, "app.login"))!.Value;
        Assert.Equal(("サインイン", "support", "changed", "user-product"), (moved.GetProperty("ja").GetString(), moved.GetProperty("parent").GetString(), moved.GetProperty("origin").GetString(), moved.GetProperty("changedBy").GetString()));
        Assert.Contains("app.login:サインイン", await TopicsAsync(client, (await server.StoreAsync("ログインできない。"))[0]));

        await (await client.PatchAsJsonAsync($"{Path}/app.login", new { hidden = true })).JsonAsync(HttpStatusCode.OK);
        Assert.True((await NodeAsync(client, "app.login"))!.Value.GetProperty("hidden").GetBoolean());
        Assert.DoesNotContain(await TopicsAsync(client, (await server.StoreAsync("ログインできない。"))[0]), t => t.StartsWith("app.login:", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/app.login")).StatusCode);
        Assert.Equal(("shipped", "app", false), ((await NodeAsync(client, "app.login"))!.Value.GetProperty("origin").GetString(), (await NodeAsync(client, "app.login"))!.Value.GetProperty("parent").GetString(), (await NodeAsync(client, "app.login"))!.Value.GetProperty("hidden").GetBoolean()));
        Assert.Equal("shipped", (await (await client.DeleteAsync($"{Path}/app.login")).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Hiding_a_topic_hides_those_below_it_but_keeps_the_names_of_what_is_in_them()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var feedback = (await server.StoreAsync("ログインできない。"))[0];
        var before = await TopicsAsync(client, feedback);

        await (await client.PatchAsJsonAsync($"{Path}/app", new { hidden = true })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(before, await TopicsAsync(client, feedback));
        Assert.DoesNotContain("app.login", (await client.GetFromJsonAsync<JsonElement[]>("/api/v1/topics"))!.Select(t => t.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("", """{"en":"x","keywords":[{"word":"あ","weight":1}]}""", "ja")]
    [InlineData("", """{"ja":"x","en":" ","keywords":[{"word":"あ","weight":1}]}""", "en")]
    [InlineData("", """{"ja":"x","en":"x"}""", "keywords")]
    [InlineData("", """{"ja":"x","en":"x","keywords":[]}""", "keywords")]
    [InlineData("", """{"ja":"x","en":"x","keywords":[{"word":" ","weight":1}]}""", "keywords[0].word")]
    [InlineData("", """{"ja":"x","en":"x","keywords":[{"word":"あ","weight":1},{"word":"あ","weight":11}]}""", "keywords[1].weight")]
    [InlineData("", """{"ja":"x","en":"x","keywords":[{"word":"ア","weight":1},{"word":"ｱ","weight":1}]}""", "keywords[1].word")]
    [InlineData("", """{"ja":"x","en":"x","parent":"nowhere","keywords":[{"word":"あ","weight":1}]}""", "parent")]
    [InlineData("", """{"ja":"x","en":"x","parent":"app.login","keywords":[{"word":"あ","weight":1}]}""", "parent")]
    [InlineData("/app", """{"parent":"support"}""", "parent")]
    [InlineData("/app", """{"en":"sign-in"}""", "en")]
    [InlineData("/app", """{"parent":"app"}""", "parent")]
    public async Task A_topic_that_cannot_be_is_refused_with_the_field_that_is_wrong(string at, string body, string field)
    {
        using var json = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = at.Length == 0 ? await one.Client.PostAsync(Path, json) : await one.Client.PatchAsync(Path + at, json);

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task A_topic_with_others_below_it_is_not_deleted()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var top = (await (await client.PostAsJsonAsync(Path, Stamps)).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<string>();
        var below = (await (await client.PostAsJsonAsync(Path, new { ja = "期限", en = "Expiry", parent = top, keywords = new[] { new { word = "失効", weight = 3 } } })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<string>();

        Assert.Equal("children", (await (await client.DeleteAsync($"{Path}/{top}")).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/{below}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/{top}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PatchAsJsonAsync($"{Path}/{top}", new { ja = "x" })).StatusCode);
    }

    [Fact]
    public async Task A_preview_tells_which_texts_would_come_into_a_topic_and_out_of_a_hidden_one()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");
        var ids = await server.StoreAsync("ログインできない。", "ぽんぽこスタンプが貯まらない。");

        var added = await (await client.PostAsJsonAsync($"{Path}/preview", new { topic = Stamps })).JsonAsync(HttpStatusCode.OK);
        var hidden = await (await client.PostAsJsonAsync($"{Path}/preview", new { id = "app.login", topic = new { hidden = true } })).JsonAsync(HttpStatusCode.OK);
        var renamed = await (await client.PostAsJsonAsync($"{Path}/preview", new { id = "app.login", topic = new { ja = "サインイン" } })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal((1, ids[1]), (added["topics"]!.GetValue<int>(), added["examples"]![0]!["id"]!.GetValue<long>()));
        Assert.Contains("スタンプ特典", added["examples"]![0]!["after"]!["topics"]!.AsArray().Select(t => t!["name"]!.GetValue<string>()));
        Assert.Equal((1, ids[0]), (hidden["topics"]!.GetValue<int>(), hidden["examples"]![0]!["id"]!.GetValue<long>()));
        Assert.Equal(0, renamed["changed"]!.GetValue<int>());
    }

    private static async Task<List<string>> TopicsAsync(HttpClient client, long id) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}")).GetProperty("topics").EnumerateArray().Select(t => $"{t.GetProperty("label")}:{t.GetProperty("name")}")];

    private static async Task<JsonElement?> NodeAsync(HttpClient client, string id)
    {
        foreach (var branch in (await client.GetFromJsonAsync<JsonElement>(Path)).EnumerateArray())
        {
            foreach (var node in branch.GetProperty("children").EnumerateArray().Prepend(branch.GetProperty("topic")))
            {
                if (node.GetProperty("id").GetString() == id)
                {
                    return node;
                }
            }
        }
        return null;
    }
}
