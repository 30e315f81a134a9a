using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Webhooks;

namespace Voc.Api.Tests.Webhooks;

public sealed class OutgoingWebhookTests
{
    private const string Path = "/api/v1/webhooks";

    [Fact]
    public async Task A_test_message_arrives_signed_with_the_secret_that_was_shown_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address + "/in");

        var sent = await (await admin.PostAsync($"{Path}/{made["id"]}/test", null)).JsonAsync(HttpStatusCode.OK);

        var hook = Assert.Single(receiver.Received);
        Assert.Equal(("delivered", 200), (sent["state"]!.GetValue<string>(), sent["status"]!.GetValue<int>()));
        Assert.Equal((sent["id"]!.GetValue<string>(), "test"), (hook.Headers[WebhookSender.DeliveryHeader], hook.Headers[WebhookSender.EventHeader]));
        Assert.Equal("application/json; charset=utf-8", hook.Headers["Content-Type"]);
        AssertSigned(made["secret"]!.GetValue<string>(), hook);
        var listed = await (await admin.GetAsync($"{Path}/{made["id"]}")).JsonAsync(HttpStatusCode.OK);
        Assert.Null(listed["secret"]);
        Assert.Equal("delivered", listed["last"]!["state"]!.GetValue<string>());
        Assert.DoesNotContain(made["secret"]!.GetValue<string>(), await ColumnAsync(server, "SELECT Secret FROM webhook"));
    }

    [Fact]
    public async Task Another_secret_signs_from_then_on()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);

        var renewed = await (await admin.PostAsync($"{Path}/{made["id"]}/secret", null)).JsonAsync(HttpStatusCode.OK);
        await admin.PostAsync($"{Path}/{made["id"]}/test", null);

        Assert.NotEqual(made["secret"]!.GetValue<string>(), renewed["secret"]!.GetValue<string>());
        AssertSigned(renewed["secret"]!.GetValue<string>(), receiver.Received.Single());
    }

    [Fact]
    public async Task What_a_receiver_refuses_or_leaves_unanswered_is_sent_again_under_the_same_identifier_until_it_arrives()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = async (before, context) =>
        {
            if (before == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            context.Response.StatusCode = before < 2 ? 500 : 204;
        };
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);

        var key = await QueueAsync(server, made["id"]!.GetValue<int>());
        var came = await receiver.WaitAsync(3);
        var delivery = await DeliveryAsync(admin, made, key, "delivered");

        Assert.All(came, hook => Assert.Equal(key, hook.Headers[WebhookSender.DeliveryHeader]));
        Assert.All(came, hook => AssertSigned(made["secret"]!.GetValue<string>(), hook));
        Assert.Equal((3, 204), (delivery["attempts"]!.GetValue<int>(), delivery["status"]!.GetValue<int>()));
        Assert.Single(came.Select(c => c.Body).Distinct());
    }

    [Fact]
    public async Task After_a_day_a_message_is_given_up_and_says_why_until_somebody_sends_it_again()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await using var server = await StartAsync(time);
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);

        var key = await QueueAsync(server, made["id"]!.GetValue<int>());
        await receiver.WaitAsync(1);
        time.Forward(TimeSpan.FromHours(24));
        var failed = await DeliveryAsync(admin, made, key, "failed");
        receiver.Answer = (_, _) => Task.CompletedTask;
        await (await admin.PostAsync($"{Path}/{made["id"]}/deliveries/{key}/resend", null)).JsonAsync(HttpStatusCode.Accepted);
        var delivered = await DeliveryAsync(admin, made, key, "delivered");

        Assert.Contains("503", failed["error"]!.GetValue<string>());
        Assert.Null(failed["nextAttemptAt"]);
        Assert.Null(delivered["error"]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var inside = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = inside.Address;
            return Task.CompletedTask;
        };
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);

        var sent = await (await admin.PostAsync($"{Path}/{made["id"]}/test", null)).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("failed", 307), (sent["state"]!.GetValue<string>(), sent["status"]!.GetValue<int>()));
        Assert.Contains("Redirects are not followed", sent["error"]!.GetValue<string>());
        Assert.Empty(inside.Received);
    }

    [Fact]
    public async Task A_private_address_is_not_connected_to_whatever_was_allowed_when_it_was_entered()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE webhook SET Url = 'https://localhost/'"));

        var sent = await (await admin.PostAsync($"{Path}/{made["id"]}/test", null)).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("failed", sent["state"]!.GetValue<string>());
        Assert.Contains("private", sent["error"]!.GetValue<string>());
        Assert.Empty(receiver.Received);
    }

    [Theory]
    [InlineData("""{"name":"x","url":"http://example.com/"}""", "url")]
    [InlineData("""{"name":"x","url":"https://example.com:8080/"}""", "url")]
    [InlineData("""{"name":"x","url":"https://user:secret@example.com/"}""", "url")]
    [InlineData("""{"name":"x","url":"ftp://example.com/"}""", "url")]
    [InlineData("""{"name":"x","url":"nonsense"}""", "url")]
    [InlineData("""{"url":"https://example.com/"}""", "name")]
    [InlineData("""{"name":"x","url":"https://example.com/","kind":"pigeon"}""", "kind")]
    public async Task Settings_that_cannot_work_are_refused_by_field(string body, string field)
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");

        var answer = await admin.PostAsync(Path, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task A_webhook_that_is_switched_off_is_sent_nothing_until_it_is_switched_on()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);
        var address = $"{Path}/{made["id"]}";

        await (await admin.PutAsJsonAsync(address, new { enabled = false })).JsonAsync(HttpStatusCode.OK);
        var key = await QueueAsync(server, made["id"]!.GetValue<int>());
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Empty(receiver.Received);
        await (await admin.PutAsJsonAsync(address, new { enabled = true })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(key, (await receiver.WaitAsync(1))[0].Headers[WebhookSender.DeliveryHeader]);
    }

    [Fact]
    public async Task Only_administrators_see_a_whole_address()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        using var product = await server.SignedInAsync("product");
        await MakeAsync(admin, "https://hooks.example.com/services/T0/SECRET");

        var seen = (await (await product.GetAsync(Path)).JsonAsync(HttpStatusCode.OK))[0]!;
        var known = (await (await admin.GetAsync(Path)).JsonAsync(HttpStatusCode.OK))[0]!;

        Assert.Equal("https://hooks.example.com/…", seen["url"]!.GetValue<string>());
        Assert.Equal("https://hooks.example.com/services/T0/SECRET", known["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_message_that_waited_when_the_service_stopped_is_sent_after_it_starts()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        await using var receiver = await WebhookReceiver.StartAsync();
        var first = await StartAsync(folder: folder);
        using var admin = await first.SignedInAsync("admin");
        var made = await MakeAsync(admin, receiver.Address);
        await admin.PutAsJsonAsync($"{Path}/{made["id"]}", new { enabled = false });
        var key = await QueueAsync(first, made["id"]!.GetValue<int>());
        await first.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE webhook SET Enabled = 1"));
        await first.StopAsync();

        await using var second = await StartAsync(folder: folder);

        var came = await receiver.WaitAsync(1);
        Assert.All(came, hook => Assert.Equal(key, hook.Headers[WebhookSender.DeliveryHeader]));
        Assert.All(came, hook => AssertSigned(made["secret"]!.GetValue<string>(), hook));
    }

    private static Task<VocServer> StartAsync(TimeProvider? time = null, string? folder = null) => VocServer.StartAsync(
        o =>
        {
            o.FetchHosts = ["127.0.0.1"];
            (o.WebhookTimeout, o.WebhookRetryDelay) = (TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100));
        },
        time is null ? null : b => b.Services.AddSingleton(time),
        folder);

    private static async Task<JsonNode> MakeAsync(HttpClient admin, string url) =>
        await (await admin.PostAsJsonAsync(Path, new { name = "先方", url })).JsonAsync(HttpStatusCode.Created);

    /// <summary>Puts a message into the queue as an alert does.</summary>
    private static Task<string> QueueAsync(VocServer server, int webhook) => server.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        using var context = connection.Context();
        var now = server.Get<TimeProvider>().GetUtcNow();
        var row = WebhookQueue.Add(context, context.Set<WebhookRow>().Single(w => w.Id == webhook), new WebhookMessage(WebhookEvents.Test, now, new("何か", "something")), now);
        context.SaveChanges();
        return row.Key;
    });

    private static async Task<JsonNode> DeliveryAsync(HttpClient admin, JsonNode webhook, string key, string state)
    {
        for (var i = 0; ; i++)
        {
            var all = (await (await admin.GetAsync($"{Path}/{webhook["id"]}/deliveries")).JsonAsync(HttpStatusCode.OK)).AsArray();
            var delivery = all.Single(d => d!["id"]!.GetValue<string>() == key)!;
            if (delivery["state"]!.GetValue<string>() == state)
            {
                return delivery;
            }
            Assert.True(i < 200, $"Still {delivery.ToJsonString()}");
            await Task.Delay(50);
        }
    }

    private static Task<string> ColumnAsync(VocServer server, string sql)
    {
        using var connection = server.Get<Store>().Open();
        return Task.FromResult((string)connection.Scalar(sql)!);
    }

    private static void AssertSigned(string secret, ReceivedHook hook)
    {
        var parts = hook.Headers[WebhookSignature.Header].Split(',').ToDictionary(p => p.Split('=')[0], p => p.Split('=')[1]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(parts["t"] + "." + hook.Body));
        Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
        Assert.InRange(long.Parse(parts["t"], CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds(), long.MaxValue);
    }
}
