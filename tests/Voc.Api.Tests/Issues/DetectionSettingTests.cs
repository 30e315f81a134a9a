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

    private static async Task UntilInUseAsync(HttpClient client, double perYear)
    {
        for (var i = 0; (await (await client.GetAsync("/api/v1/detection")).JsonAsync(HttpStatusCode.OK))["inUse"]?.GetValue<double>() != perYear; i++)
        {
            Assert.True(i < 300, "The detector did not follow within half a minute.");
            await Task.Delay(100);
        }
    }
}
