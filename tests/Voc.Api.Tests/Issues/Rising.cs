using System.Net;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

/// <summary>Issues that the running detector finds.</summary>
internal static class Rising
{
    private static readonly string[] Ordinary =
    [
        "配送が早くて助かりました。", "説明書の字が小さい。", "色が写真と違う気がする。", "使い方を教えてください。", "毎日使っています。満足です。",
        "箱がつぶれていた。", "音が少し気になる。", "電話がつながりにくい。", "値段の割に良い。", "部品を追加で買えますか。",
    ];

    /// <summary>A server that has judged ordinary feedback, ten a day.</summary>
    public static async Task<VocServer> StartAsync(string folder, int texts = 700, Action<VocOptions>? options = null)
    {
        var server = await VocServer.StartAsync(options, folder: folder);
        await server.SourceAsync("shop");
        var now = TimeProvider.System.GetUtcNow();
        var days = texts / 10;
        var ordinary = Enumerable.Range(0, texts).Select(i => Some.Feedback($"a-{i}", Ordinary[i % 10] + (i / 10)) with { OccurredAt = now.AddDays((i / 10) - days).AddMinutes(-i % 10), Product = "P" });
        foreach (var batch in ordinary.Chunk(1000))
        {
            await server.Get<Inbox>().AcceptAsync(batch);
        }
        await server.DrainAsync();
        var last = server.Get<Voc.Api.Storage.EventLog>().LastSequence();
        using var connection = server.Get<Store>().Open();
        for (var i = 0; ((long?)connection.Scalar("SELECT Cursor FROM detection") ?? 0) < last; i++)
        {
            Assert.True(i < 900, "The archive was not judged within a minute and a half.");
            await Task.Delay(100);
        }
        return server;
    }

    /// <summary>Says something until the detector makes an issue of it and no more of what was said comes to it; returns the issue.</summary>
    public static async Task<long> BurstAsync(VocServer server, HttpClient client, params string[] texts)
    {
        for (var i = 0; i < 30; i++)
        {
            foreach (var text in texts)
            {
                await SayAsync(server, $"burst-{i}", text, 2);
            }
            var listed = await (await client.GetAsync("/api/v1/issues?state=all")).JsonAsync(HttpStatusCode.OK);
            if (listed["items"]!.AsArray() is [{ } issue, ..] && i > 4)
            {
                var id = issue["id"]!.GetValue<long>();
                await RestingAsync(client, id);
                return id;
            }
            await Task.Delay(700);
        }
        throw new TimeoutException("No issue was found.");
    }

    private static async Task RestingAsync(HttpClient client, long issue)
    {
        for (var (reports, same) = (0, 0); same < 6;)
        {
            await Task.Delay(300);
            var now = (await (await client.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK))["feedbackIds"]!.AsArray().Count;
            (reports, same) = (now, now == reports ? same + 1 : 0);
        }
    }

    /// <summary>Has customers say something now, each with a number before it.</summary>
    public static async Task SayAsync(VocServer server, string id, string text, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, count).Select(i => Some.Feedback($"{id}-{text}-{i}", (i + id.Length) + text, channel: Channel.Social) with { OccurredAt = now.AddSeconds(-i), Product = "P" })]);
        await server.DrainAsync();
    }

    /// <summary>Waits until an issue is as it should be.</summary>
    public static async Task<JsonNode> UntilAsync(HttpClient client, long issue, Func<JsonNode, bool> ready)
    {
        for (var i = 0; ; i++)
        {
            var detail = await (await client.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK);
            if (ready(detail))
            {
                return detail;
            }
            Assert.True(i < 300, "The issue did not come to that within half a minute: " + detail["feedbackIds"]!.ToJsonString());
            await Task.Delay(100);
        }
    }
}
