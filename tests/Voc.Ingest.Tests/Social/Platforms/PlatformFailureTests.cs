using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;
using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class PlatformFailureTests
{
    [Theory]
    [InlineData(401, "{\"error\":\"The access token is invalid\"}", "refused access")]
    [InlineData(403, "<html>", "refused access")]
    [InlineData(500, "oops", "busy or broken")]
    [InlineData(400, "{\"error\":\"InvalidRequest\",\"message\":\"q is required\"}", "q is required")]
    [InlineData(302, "", "did not accept")]
    [InlineData(200, "<html>maintenance</html>", "not the JSON")]
    [InlineData(200, "{\"posts\":5}", "not the JSON")]
    [InlineData(200, "[]", "not the JSON")]
    [InlineData(200, "", "not the JSON")]
    public async Task Whatever_a_server_answers_is_said_in_plain_words(int status, string body, string words)
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer(status, body));

        var failure = await FailureAsync(site);

        Assert.Contains(words, failure.Problem.En, StringComparison.Ordinal);
        Assert.NotEqual(failure.Problem.En, failure.Problem.Ja);
    }

    [Fact]
    public async Task A_limit_is_told_with_its_end()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer(429, "{}", ("ratelimit-reset", $"{Samples.Now.AddMinutes(7).ToUnixTimeSeconds()}")));

        var failure = await FailureAsync(site);

        Assert.Equal(TimeSpan.FromMinutes(7), failure.RetryAfter);
        Assert.Contains("7 minutes", failure.Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_server_is_not_waited_for_without_end()
    {
        await using var site = await LocalSite.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        Assert.Contains("did not answer", (await FailureAsync(site, TimeSpan.FromMilliseconds(300))).Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_middle_is_told()
    {
        await using var site = await LocalSite.StartAsync(async context =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{\"posts\":[");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Contains("could not be reached", (await FailureAsync(site)).Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var site = await LocalSite.StartAsync(async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, CancellationToken.None);
            }
        });

        Assert.Contains("too large", (await FailureAsync(site)).Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_addresses_are_not_asked_neither_for_pages_nor_for_streams()
    {
        await using var site = await LocalSite.StartAsync(context => context.Response.WriteAsync("{}"));
        using var client = new SocialClient(new FetchOptions { AllowedPorts = [site.Address.Port] }, TimeProvider.System);
        var access = new PlatformAccess(new SocialSettings { Words = ["a"], Address = site.Address.ToString(), StreamAddress = $"ws://127.0.0.1:{site.Address.Port}" }, null);

        var page = await Assert.ThrowsAsync<SocialException>(() => new Bluesky(client).ReadAsync(access, "a", Recorded.Sweep(), default));
        var stream = await Assert.ThrowsAsync<SocialException>(async () => await new Jetstream(client).ReadAsync(access, null, () => { }, default).GetAsyncEnumerator().MoveNextAsync());

        Assert.Contains("private or reserved", page.Problem.En, StringComparison.Ordinal);
        Assert.Contains("private or reserved", stream.Problem.En, StringComparison.Ordinal);
        Assert.Empty(site.Paths);
    }

    [Fact]
    public async Task A_stream_that_is_refused_or_breaks_off_is_told()
    {
        var answer = Recorded.Answer(429, "", ("Retry-After", "30"));
        await using var site = await LocalSite.StartAsync(context => answer(context));
        using var client = Recorded.Client(site);
        var access = Recorded.Access(site, null, "a");
        access = access with { Settings = access.Settings with { StreamAddress = site.Address.ToString() } };

        var refused = await Assert.ThrowsAsync<SocialException>(async () => await new Jetstream(client).ReadAsync(access, null, () => { }, default).GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal((429, TimeSpan.FromSeconds(30)), (refused.Status, refused.RetryAfter));
    }

    private static async Task<SocialException> FailureAsync(LocalSite site, TimeSpan? timeout = null)
    {
        using var client = Recorded.Client(site, timeout);
        return await Assert.ThrowsAsync<SocialException>(() => new Bluesky(client).ReadAsync(Recorded.Access(site, null, "a"), "a", Recorded.Sweep(), default));
    }
}
