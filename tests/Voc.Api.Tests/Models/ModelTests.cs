using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voc.Analysis;
using Voc.Api.Models;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Models;

public sealed class ModelTests : IDisposable
{
    private const int Part = 12;
    private const string Path = "/api/v1/models";

    private readonly string _corpus = Directory.CreateTempSubdirectory("voc-corpus").FullName;

    [Fact]
    public async Task The_shipped_model_is_there_and_in_use()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("support");

        var models = await client.GetFromJsonAsync<JsonElement>(Path);

        var shipped = models.GetProperty("versions").EnumerateArray().Single();
        Assert.Equal((0, true, 0), (shipped.GetProperty("number").GetInt32(), shipped.GetProperty("active").GetBoolean(), models.GetProperty("active").GetInt32()));
    }

    [Fact]
    public async Task What_was_corrected_is_learned_once_the_model_is_activated_and_forgotten_with_an_older_one()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("product");
        var ids = await server.StoreAsync([.. Enumerable.Range(0, 60).Select(i => $"ミョルニル{i}番がくるりと回りました。")]);
        foreach (var id in ids)
        {
            await (await client.PutAsJsonAsync($"/api/v1/feedback/{id}/labels", new { sentiment = "positive", intents = new[] { "praise" }, topics = new[] { "travel.bath" } })).JsonAsync(HttpStatusCode.OK);
        }
        var heldOut = ids.Count(ModelTrainer.IsHeldOut);
        Assert.InRange(heldOut, 1, 30);
        Assert.DoesNotContain("travel.bath", await TopicsAsync(server, client));

        await (await client.PostAsJsonAsync(Path, new { })).JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsJsonAsync(Path, new { })).StatusCode);
        var training = await DoneAsync(client);

        Assert.Equal(("done", 1, 1.0), (training.GetProperty("state").GetString(), training.GetProperty("number").GetInt32(), training.GetProperty("progress").GetDouble()));
        var models = await client.GetFromJsonAsync<JsonElement>(Path);
        var made = models.GetProperty("versions")[0];
        Assert.Equal((0, 1, 60 - heldOut, "user-product"), (models.GetProperty("active").GetInt32(), made.GetProperty("number").GetInt32(), made.GetProperty("corrections").GetInt32(), made.GetProperty("by").GetString()));
        Assert.InRange(made.GetProperty("after").GetProperty("sentiment").GetProperty("macroF1").GetDouble(), 0.5, 1);
        Assert.InRange(made.GetProperty("after").GetProperty("intents").GetProperty("labels").GetArrayLength(), 4, 6);
        Assert.True(Of(made, "after", "travel.bath") > Of(made, "before", "travel.bath"));
        Assert.DoesNotContain("travel.bath", await TopicsAsync(server, client));

        await (await client.PostAsync($"{Path}/1/activate", null)).JsonAsync(HttpStatusCode.OK);
        Assert.Contains("travel.bath", await TopicsAsync(server, client));
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("newCorrections").GetInt32());

        await (await client.PostAsync($"{Path}/0/activate", null)).JsonAsync(HttpStatusCode.OK);
        Assert.DoesNotContain("travel.bath", await TopicsAsync(server, client));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Path}/9/activate", null)).StatusCode);
    }

    [Fact]
    public async Task An_active_model_is_read_with_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await StartAsync(folder);
        using (var client = await first.SignedInAsync("product"))
        {
            await (await client.PostAsJsonAsync(Path, new { })).JsonAsync(HttpStatusCode.Accepted);
            await DoneAsync(client);
            await (await client.PostAsync($"{Path}/1/activate", null)).JsonAsync(HttpStatusCode.OK);
        }
        await first.StopAsync();

        await using var second = await StartAsync(folder);
        using var again = await second.SignedInAsync("product");

        Assert.Equal(1, (await again.GetFromJsonAsync<JsonElement>(Path)).GetProperty("active").GetInt32());
        Assert.Empty((await again.GetFromJsonAsync<JsonElement>("/api/v1/reading")).GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task The_last_versions_are_kept_and_the_active_one_for_as_long_as_it_is_active()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("product");
        await (await client.PostAsJsonAsync(Path, new { })).JsonAsync(HttpStatusCode.Accepted);
        await DoneAsync(client);
        await (await client.PostAsync($"{Path}/1/activate", null)).JsonAsync(HttpStatusCode.OK);
        for (var i = 0; i < ModelBook.Kept + 3; i++)
        {
            await server.Get<ModelBook>().AddAsync(new ModelRow { By = "", Before = "null", After = "null", Data = [0] }, default);
        }

        var models = await client.GetFromJsonAsync<JsonElement>(Path);
        var numbers = models.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("number").GetInt32()).ToList();
        Assert.Equal([.. Enumerable.Range(5, ModelBook.Kept).Reverse(), 1, 0], numbers);
        Assert.False(models.GetProperty("outdated").GetBoolean());
        Assert.Equal("unusable", (await (await client.PostAsync($"{Path}/24/activate", null)).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("active").GetInt32());
    }

    [Fact]
    public async Task A_training_can_be_cancelled_and_makes_no_version()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("product");
        Assert.Equal("not-running", (await (await client.PostAsync($"{Path}/training/cancel", null)).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());

        await (await client.PostAsJsonAsync(Path, new { })).JsonAsync(HttpStatusCode.Accepted);
        await (await client.PostAsync($"{Path}/training/cancel", null)).JsonAsync(HttpStatusCode.OK);
        var training = await DoneAsync(client);

        Assert.Equal("cancelled", training.GetProperty("state").GetString());
        Assert.Single((await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("versions").EnumerateArray());
    }

    [Fact]
    public async Task A_version_that_is_no_better_is_not_activated_by_itself()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("product");

        await (await client.PostAsJsonAsync(Path, new { activateIfBetter = true })).JsonAsync(HttpStatusCode.Accepted);
        var training = await DoneAsync(client);

        var models = await client.GetFromJsonAsync<JsonElement>(Path);
        var made = models.GetProperty("versions")[0];
        var better = Mean(made, "after") > Mean(made, "before");
        Assert.Equal((better, better ? 1 : 0), (training.GetProperty("activated").GetBoolean(), models.GetProperty("active").GetInt32()));
    }

    public void Dispose() => Directory.Delete(_corpus, recursive: true);

    /// <summary>A service that learns from a part of the sentences, which takes a part of the time.</summary>
    private Task<VocServer> StartAsync(string? folder = null)
    {
        if (Directory.GetFileSystemEntries(_corpus).Length == 0)
        {
            foreach (var file in new[] { "training", "held-out" }.SelectMany(side => Directory.GetFiles(ShippedData.Folder("corpus", side), "*.jsonl")))
            {
                var part = System.IO.Path.Combine(_corpus, System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)!));
                Directory.CreateDirectory(part);
                File.WriteAllLines(System.IO.Path.Combine(part, System.IO.Path.GetFileName(file)), File.ReadLines(file).Where((_, line) => line % Part == 0));
            }
        }
        return VocServer.StartAsync(services: builder => builder.Services.AddSingleton(new CorpusFolder(_corpus)), folder: folder);
    }

    private static double Mean(JsonElement version, string scores) =>
        new[] { "sentiment", "intents", "topics" }.Average(task => version.GetProperty(scores).GetProperty(task).GetProperty("macroF1").GetDouble());

    private static double Of(JsonElement version, string scores, string topic) =>
        version.GetProperty(scores).GetProperty("topics").GetProperty("labels").EnumerateArray().Single(l => l.GetProperty("label").GetString() == topic).GetProperty("recall").GetDouble();

    private static async Task<IEnumerable<string?>> TopicsAsync(VocServer server, HttpClient client)
    {
        var id = (await server.StoreAsync("ミョルニル99番がくるりと回りました。"))[0];
        return (await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}")).GetProperty("topics").EnumerateArray().Select(t => t.GetProperty("label").GetString()).ToList();
    }

    private static async Task<JsonElement> DoneAsync(HttpClient client)
    {
        for (var i = 0; i < 1200; i++)
        {
            var training = (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("training");
            if (training.GetProperty("state").GetString() != "running")
            {
                return training;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The training does not end.");
    }
}
