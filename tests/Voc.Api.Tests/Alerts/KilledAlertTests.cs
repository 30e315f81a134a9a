using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Voc.Api.Access;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Webhooks;

namespace Voc.Api.Tests.Alerts;

/// <summary>The service is killed while it tells of issues: each is told, and every message of an alert has one identifier.</summary>
public sealed class KilledAlertTests : IDisposable
{
    private const int Rounds = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-crash").FullName;

    [Fact]
    public async Task An_alert_that_was_committed_or_not_even_decided_before_a_kill_arrives_after_the_next_start()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        // Whoever is asked never answers before the last round: what is under way at a kill is never done.
        receiver.Answer = (_, context) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        var key = await PrepareAsync(receiver.Address);
        var random = new Random(20_261_122);
        var issues = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var (process, _) = await StartAsync();
            using (process)
            {
                var came = receiver.Received.Count;
                issues.Add(Found());
                if (round % 2 == 0)
                {
                    await receiver.WaitAsync(came + 1); // Under way, and never answered.
                }
                else
                {
                    await Task.Delay(random.Next(0, 1_500));
                }
                process.Kill();
            }
        }
        receiver.Answer = (_, _) => Task.CompletedTask;
        var before = receiver.Received.Count;

        var (last, address) = await StartAsync();
        using (last)
        {
            using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
            await DeliveredAsync(client, issues.Count);
        }

        var told = receiver.Received.Skip(before).Select(h => (Body: JsonNode.Parse(h.Body)!["issues"]![0]!, Key: h.Headers[WebhookSender.DeliveryHeader])).ToList();
        Assert.Equal(issues.Order(), told.Select(t => t.Body["id"]!.GetValue<long>()).Distinct().Order());
        Assert.All(told.GroupBy(t => t.Body["id"]!.GetValue<long>()), g => Assert.Single(g.Select(t => t.Key).Distinct()));
        Assert.All(told, t => Assert.Equal(1, t.Body["revision"]!.GetValue<int>()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Voc__FetchHosts__0"] = "127.0.0.1",
        ["Voc__WebhookTimeout"] = "00:00:10",
        ["Voc__WebhookRetryDelay"] = "00:00:00.100",
    };

    private Task<(VocProcess Process, Uri Address)> StartAsync() => VocProcess.ServeAsync(_folder, Settings);

    /// <summary>A channel and a rule, and a key to look at what became of messages.</summary>
    private async Task<string> PrepareAsync(string receiver)
    {
        var voc = await AlertingServer.StartAsync(folder: _folder);
        await voc.RuleAsync(await voc.ChannelAsync(receiver));
        var key = (await voc.Server.Get<ApiKeys>().CreateAsync("test", Policies.Admin, null)).Key;
        await voc.Server.StopAsync();
        return key;
    }

    /// <summary>An issue is found: the detector's transaction, from another process.</summary>
    private long Found()
    {
        var options = new VocOptions { DataDirectory = _folder };
        using var connection = new Store(options).Open();
        connection.Execute("BEGIN IMMEDIATE");
        var id = AlertingServer.Found(connection, TimeProvider.System.GetUtcNow(), options.Zone);
        connection.Execute("COMMIT");
        return id;
    }

    private static async Task DeliveredAsync(HttpClient client, int count)
    {
        for (var i = 0; ; i++)
        {
            var delivered = (await (await client.GetAsync("/api/v1/deliveries?state=delivered")).JsonAsync(HttpStatusCode.OK)).AsArray();
            if (delivered.Count == count)
            {
                return;
            }
            Assert.True(i < 400, $"{delivered.Count} of {count} were delivered.");
            await Task.Delay(50);
        }
    }
}
