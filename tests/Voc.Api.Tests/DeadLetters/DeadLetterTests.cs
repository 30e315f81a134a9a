using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.DeadLetters;

public sealed class DeadLetterTests
{
    private const string Path = "/api/v1/dead-letters";

    [Fact]
    public async Task What_keeps_failing_is_listed_and_analysed_once_it_is_mended_and_requeued()
    {
        await using var server = await VocServer.StartAsync(o => (o.MaxAttempts, o.RetryDelay) = (2, TimeSpan.FromMilliseconds(10)), VocServer.WithoutWorkers);
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync([Some.Feedback("a"), Some.Feedback("b"), Some.Feedback("good")]);
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE inbox SET Payload = x'7B' WHERE ExternalId IN ('a', 'b')"));
        var workers = server.Workers();
        await workers.StartAsync(default);
        await server.DrainAsync();
        using var admin = await server.SignedInAsync("admin");

        var letters = (await admin.GetFromJsonAsync<JsonArray>(Path))!;
        Assert.Equal(["a", "b"], letters.Select(l => l!["externalId"]!.GetValue<string>()).Order());
        Assert.All(letters, l => Assert.Equal((2, false), (l!["attempts"]!.GetValue<int>(), string.IsNullOrEmpty(l["error"]!.GetValue<string>()))));

        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute(
            "UPDATE inbox SET Payload = $payload", ("$payload", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Some.Feedback("a"), StoredJson.Default.Feedback))));
        var one = await admin.PostAsync($"{Path}/{letters[0]!["id"]}/requeue", null);
        Assert.Equal(1, (await one.Content.ReadFromJsonAsync<JsonObject>())!["count"]!.GetValue<int>());
        await server.DrainAsync();
        Assert.Single((await admin.GetFromJsonAsync<JsonArray>(Path))!);

        await admin.PostAsync(Path + "/requeue", null);
        await server.DrainAsync();
        await workers.StopAsync(default);
        Assert.Empty((await admin.GetFromJsonAsync<JsonArray>(Path))!);
        Assert.Equal(3, server.Get<EventLog>().Read(0, 10).Count);
    }

    [Fact]
    public async Task Only_administrators_see_them_and_one_that_is_not_there_is_not_found()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        using var product = await server.SignedInAsync("product");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{Path}/5/requeue", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.GetAsync(Path)).StatusCode);
    }
}
