using System.Net;
using System.Net.Http.Json;
using Voc.Analysis.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class DetectionSliceTests
{
    private static readonly string[] Regions = ["大阪府", "東京都", "愛知県", "福岡県"];

    private static readonly string[] Ordinary =
    [
        "配送が早くて助かりました。", "説明書の字が小さい。", "色が写真と違う気がする。", "使い方を教えてください。", "毎日使っています。満足です。",
        "箱がつぶれていた。", "音が少し気になる。", "電話がつながりにくい。", "値段の割に良い。", "部品を追加で買えますか。",
    ];

    [Fact]
    public async Task The_detector_chooses_until_somebody_does_and_each_choice_is_kept()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var before = await (await client.GetAsync("/api/v1/detection/slices")).JsonAsync(HttpStatusCode.OK);

        await client.PutAsJsonAsync("/api/v1/detection/slices", new { fields = new[] { "region", "source", "region" } });
        await client.PutAsJsonAsync("/api/v1/detection/slices", new { fields = new[] { "source", "region" } });
        var chosen = await (await client.GetAsync("/api/v1/detection/slices")).JsonAsync(HttpStatusCode.OK);
        await client.PutAsJsonAsync("/api/v1/detection/slices", new { fields = (string[]?)null });
        var again = await (await client.GetAsync("/api/v1/detection/slices")).JsonAsync(HttpStatusCode.OK);

        Assert.Null(before["chosen"]);
        Assert.Equal(["region", "source"], chosen["chosen"]!.AsArray().Select(f => f!.GetValue<string>()));
        Assert.Equal("user-product", Assert.Single(chosen["changes"]!.AsArray())!["who"]!.GetValue<string>());
        Assert.Null(again["chosen"]);
        Assert.Equal(2, again["changes"]!.AsArray().Count);
        await (await client.PutAsJsonAsync("/api/v1/detection/slices", new { fields = Enumerable.Range(0, 9).Select(i => $"f{i}") })).ProblemAsync(HttpStatusCode.BadRequest, "fields");
    }

    [Fact]
    public async Task What_rises_in_one_region_is_told_with_the_region_and_found_by_it_on_the_board()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection, folder: folder);
        await SendAsync(server);
        await server.StopAsync();
        await using var judging = await VocServer.StartAsync(folder: folder);
        using var client = await judging.WithKeyAsync("read");
        for (var i = 0; !judging.Issues().Any(IsOurs); i++)
        {
            Assert.True(i < 600, "Nothing was found within a minute.");
            await Task.Delay(100);
        }

        var issue = Assert.Single(judging.Issues(), IsOurs);
        Assert.Equal(new Slice("region", "大阪府"), issue.Slice);
        Assert.StartsWith("大阪府で「", issue.Title, StringComparison.Ordinal);
        async Task<int> TotalAsync(string slice) =>
            (await (await client.GetAsync($"/api/v1/issues?slice={Uri.EscapeDataString(slice)}")).JsonAsync(HttpStatusCode.OK))["total"]!.GetValue<int>();
        Assert.Equal((1, 0, 0), (await TotalAsync("region:大阪府"), await TotalAsync("region:東京都"), await TotalAsync("source:shop")));
        var list = await (await client.GetAsync("/api/v1/issues")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("大阪府", Assert.Single(list["slices"]!.AsArray())!["value"]!.GetValue<string>());
    }

    private static bool IsOurs(Voc.Dashboard.Live.IssueSummary issue) => issue.Title.Contains("決済", StringComparison.Ordinal) || issue.Title.Contains("会計", StringComparison.Ordinal);

    private static async Task SendAsync(VocServer server)
    {
        await server.SourceAsync("shop");
        var now = TimeProvider.System.GetUtcNow();
        string[] told = ["決済端末が止まって会計ができません", "レジで決済端末が動かず会計に時間がかかった", "決済端末の画面が固まり支払いができない", "会計のとき決済端末が反応しない"];
        Feedback At(string id, string text, DateTimeOffset at, string product, string region) =>
            Some.Feedback(id, text) with { OccurredAt = at, Product = product, Attributes = new Dictionary<string, string> { ["region"] = region } };
        var feedback = Enumerable.Range(0, 600)
            .Select(i => At($"o{i}", $"{Ordinary[i * 7 % 10]}{i}回目です。", now.AddHours(-3 * (i + 3)), $"製品{i % 6}", Regions[i % 4]))
            .Concat(Enumerable.Range(0, 12).Select(i => At($"r{i}", $"{told[i % 4]}（{i}）", now.AddMinutes(-i - 1), $"製品{i % 6}", "大阪府")));
        foreach (var batch in feedback.Chunk(200))
        {
            await server.Get<Inbox>().AcceptAsync(batch);
        }
        await server.DrainAsync();
    }
}
