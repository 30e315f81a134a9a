using System.Net;
using System.Net.Http.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class DetectionSettingTests
{
    [Fact]
    public async Task The_configuration_holds_until_somebody_sets_it_and_each_change_is_kept()
    {
        await using var server = await VocServer.StartAsync(options => options.FalseAlarmsPerYear = 6);
        using var client = await server.SignedInAsync("product");
        var before = await (await client.GetAsync("/api/v1/detection")).JsonAsync(HttpStatusCode.OK);

        await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = 2.5, replay = 7 });
        await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = 2.5 });
        var set = await (await client.GetAsync("/api/v1/detection")).JsonAsync(HttpStatusCode.OK);
        await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = (double?)null });
        var again = await (await client.GetAsync("/api/v1/detection")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal((6.0, 0), (before["falseAlarmsPerYear"]!.GetValue<double>(), before["changes"]!.AsArray().Count));
        Assert.Equal(2.5, set["falseAlarmsPerYear"]!.GetValue<double>());
        var change = Assert.Single(set["changes"]!.AsArray())!;
        Assert.Equal(("user-product", 6.0, 2.5, 7), (change["who"]!.GetValue<string>(), change["from"]!.GetValue<double>(), change["to"]!.GetValue<double>(), change["replay"]!.GetValue<int>()));
        Assert.Equal((6.0, 2), (again["falseAlarmsPerYear"]!.GetValue<double>(), again["changes"]!.AsArray().Count));
        await (await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = 0 })).ProblemAsync(HttpStatusCode.BadRequest, "falseAlarmsPerYear");
    }

    [Fact]
    public async Task The_running_detector_follows_without_a_restart_and_so_does_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var server = await VocServer.StartAsync(options => options.FalseAlarmsPerYear = 6, folder: folder);
        await server.StoreAsync("ミラーが格納できない。");
        using var client = await server.SignedInAsync("admin");
        await UntilInUseAsync(client, 6);

        await (await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = 1.5 })).JsonAsync(HttpStatusCode.OK);

        await UntilInUseAsync(client, 1.5);
        await server.StopAsync();
        await using var again = await VocServer.StartAsync(options => options.FalseAlarmsPerYear = 6, folder: folder);
        using var back = await again.WithKeyAsync("admin");
        await UntilInUseAsync(back, 1.5);
    }

    [Fact]
    public async Task While_the_detector_of_another_setting_is_made_what_comes_is_judged_at_the_setting_of_before_and_told_once()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        await using var server = await Rising.StartAsync(folder, texts: 8_000, options: o => o.FalseAlarmsPerYear = 6);
        using var client = await server.SignedInAsync("admin");
        await UntilInUseAsync(client, 6);

        await (await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = 5 })).JsonAsync(HttpStatusCode.OK);
        await Rising.SayAsync(server, "burst", "回やってもログインできない。", 12);
        var issue = await FoundAsync(client);
        var meanwhile = await (await client.GetAsync("/api/v1/detection")).JsonAsync(HttpStatusCode.OK);
        await UntilInUseAsync(client, 5);
        await Rising.SayAsync(server, "later-than-before!", "回やってもログインできない。", 5);
        await Rising.UntilAsync(client, issue, detail => detail["feedbackIds"]!.AsArray().Count >= 17);

        Assert.Equal((5, 6), (meanwhile["falseAlarmsPerYear"]!.GetValue<double>(), meanwhile["inUse"]!.GetValue<double>()));
        Assert.Equal(issue, await FoundAsync(client));
    }

    /// <summary>The one issue there is, once there is one.</summary>
    private static async Task<long> FoundAsync(HttpClient client)
    {
        for (var i = 0; ; i++)
        {
            if ((await (await client.GetAsync("/api/v1/issues?state=all")).JsonAsync(HttpStatusCode.OK))["items"]!.AsArray() is { Count: > 0 } items)
            {
                return Assert.Single(items)!["id"]!.GetValue<long>();
            }
            Assert.True(i < 300, "No issue was found within half a minute.");
            await Task.Delay(100);
        }
    }

    private static async Task UntilInUseAsync(HttpClient client, double perYear)
    {
        for (var i = 0; (await (await client.GetAsync("/api/v1/detection")).JsonAsync(HttpStatusCode.OK))["inUse"]?.GetValue<double>() != perYear; i++)
        {
            Assert.True(i < 1800, "The detector did not follow within three minutes.");
            await Task.Delay(100);
        }
    }
}
