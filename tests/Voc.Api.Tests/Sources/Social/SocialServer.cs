using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Sources;
using Voc.Api.Sources.Social;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Sources.Social;

/// <summary>The real service with a source of a platform on this machine.</summary>
internal sealed class SocialServer(VocServer server, FakePlatform platform) : IAsyncDisposable
{
    public VocServer Voc { get; } = server;

    public FakePlatform Platform => platform;

    public int Source { get; private set; }

    public static async Task<SocialServer> StartAsync(string kind, object? settings = null, string? secret = null, string name = "SNS")
    {
        var social = new SocialServer(await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"]), await FakePlatform.StartAsync());
        social.Source = await social.AddAsync(kind, settings, secret, name);
        return social;
    }

    public async Task<int> AddAsync(string kind, object? settings, string? secret, string name)
    {
        using var admin = await Voc.SignedInAsync("admin");
        secret ??= kind is "x" or "youtube" ? "token" : null;
        var merged = new JsonObject { ["words"] = new JsonArray("ホシゾラ"), ["address"] = platform.Address, ["streamAddress"] = platform.Address };
        if (kind == "youtube")
        {
            merged["videos"] = new JsonArray("aaaaaaaaaaa");
        }
        foreach (var (field, value) in JsonSerializer(settings))
        {
            merged[field] = value?.DeepClone();
        }
        return (await (await admin.PostAsJsonAsync("/api/v1/sources", new { name, kind, settings = merged, secret })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();
    }

    public Task<RunAnswer> RunAsync(CancellationToken cancellationToken = default) => Voc.Get<SourceRuns>().RunAsync(Source, cancellationToken);

    /// <summary>The texts that are stored, in the order of their writing.</summary>
    public async Task<List<string>> TextsAsync()
    {
        await Voc.DrainAsync();
        using var db = Voc.Get<Store>().Context();
        return [.. db.Feedback.OrderBy(f => f.OccurredAt).ThenBy(f => f.ExternalId).Select(f => f.Text)];
    }

    /// <summary>Makes the pause the platform asked for, or the checks that are due later, due now.</summary>
    public Task SkipAheadAsync() => Voc.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        connection.Execute("UPDATE social_post SET DueAt=0 WHERE DueAt IS NOT NULL");
        var state = (string?)connection.Scalar("SELECT State FROM source WHERE Id=$id", ("$id", Source));
        connection.Execute("UPDATE source SET State=$state WHERE Id=$id", ("$id", Source), ("$state", SocialState.WithoutPause(state)));
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await Voc.DisposeAsync();
        await platform.DisposeAsync();
    }

    private static JsonObject JsonSerializer(object? settings) => System.Text.Json.JsonSerializer.SerializeToNode(settings ?? new { })!.AsObject();
}
