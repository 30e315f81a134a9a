using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Webhooks;

namespace Voc.Api.Tests.Alerts;

public sealed class AlertDeliveryTests
{
    [Fact]
    public async Task A_receiver_that_hangs_breaks_off_or_fails_gets_the_alert_all_the_same_under_one_identifier()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = async (before, context) =>
        {
            switch (before)
            {
                case 0:
                    await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    break;
                case 1:
                    context.Abort();
                    break;
                case 2:
                    context.Response.StatusCode = 500;
                    break;
            }
        };
        await using var voc = await AlertingServer.StartAsync();
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address, "slack"));

        await voc.FoundAsync();
        var came = await receiver.WaitAsync(4);
        var delivery = await voc.DeliveryAsync("delivered");

        Assert.Equal(4, delivery["attempts"]!.GetValue<int>());
        Assert.Single(came.Select(h => h.Headers[WebhookSender.DeliveryHeader]).Distinct());
        Assert.Single(came.Select(h => h.Body).Distinct());
        Assert.Equal("header", JsonNode.Parse(came[0].Body)!["blocks"]![0]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_answers_429_is_left_alone_as_long_as_it_asks()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (before, context) =>
        {
            context.Response.StatusCode = before == 0 ? 429 : 200;
            context.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };
        await using var voc = await AlertingServer.StartAsync(time);
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address, "teams"));

        await voc.FoundAsync();
        await receiver.WaitAsync(1);
        await AlertingServer.SettleAsync();
        var waiting = await voc.DeliveryAsync("waiting");
        Assert.Single(receiver.Received);
        time.Forward(TimeSpan.FromMinutes(11));
        await voc.DeliveryAsync("delivered");

        Assert.Contains("429", waiting["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(
            DateTimeOffset.Parse(waiting["nextAttemptAt"]!.GetValue<string>(), CultureInfo.InvariantCulture) - DateTimeOffset.Parse(waiting["lastAttemptAt"]!.GetValue<string>(), CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(599), TimeSpan.FromSeconds(601));
    }

    [Fact]
    public async Task What_was_given_up_is_listed_with_its_reason_and_all_of_it_is_sent_again_at_once()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        await using var voc = await AlertingServer.StartAsync(time);
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address, "slack"));
        await voc.FoundAsync();
        await receiver.WaitAsync(1);
        time.Forward(TimeSpan.FromHours(25));
        await voc.DeliveryAsync("failed");

        var failed = await voc.DeliveriesAsync("failed");
        receiver.Answer = (_, _) => Task.CompletedTask;
        using var product = await voc.Server.SignedInAsync("product");
        var again = await (await product.PostAsync("/api/v1/deliveries/resend", null)).JsonAsync(HttpStatusCode.OK);
        await voc.DeliveryAsync("delivered");

        Assert.Contains("nothing at this address", Assert.Single(failed)!["delivery"]!["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, again["count"]!.GetValue<int>());
        Assert.Single(receiver.Received.Select(h => h.Headers[WebhookSender.DeliveryHeader]).Distinct());
    }

    [Fact]
    public async Task Addresses_are_encrypted_also_those_an_earlier_version_kept_in_the_clear()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        await using var receiver = await WebhookReceiver.StartAsync();
        var first = await AlertingServer.StartAsync(folder: folder);
        var channel = await first.ChannelAsync(receiver.Address + "/token");
        Assert.DoesNotContain("token", Stored(first), StringComparison.Ordinal);
        await first.Server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE webhook SET Url = $url", ("$url", receiver.Address + "/token")));
        await first.Server.StopAsync();

        await using var second = await AlertingServer.StartAsync(folder: folder);

        for (var i = 0; i < 100 && Stored(second).Contains("token", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
        }
        Assert.DoesNotContain("token", Stored(second), StringComparison.Ordinal);
        var sent = await (await second.Admin.PostAsync($"/api/v1/webhooks/{channel}/test", null)).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("delivered", sent["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_kind_of_a_channel_stays_for_messages_in_its_form_may_wait()
    {
        await using var voc = await AlertingServer.StartAsync();
        var channel = await voc.ChannelAsync("https://hooks.example.com/x", "slack");

        var answer = await voc.Admin.PutAsJsonAsync($"/api/v1/webhooks/{channel}", new { kind = "teams" });

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, "kind"));
    }

    private static string Stored(AlertingServer voc)
    {
        using var connection = voc.Server.Get<Store>().Open();
        return (string)connection.Scalar("SELECT Url FROM webhook")!;
    }
}
