using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Sources.Social;

/// <summary>A run is given up at random instants while people write, edit and delete, on a platform that is limiting, broken and slow by turns; in the end nothing is missing and nothing is there twice.</summary>
public sealed class SocialKillTests
{
    private const int Rounds = 120;

    [Theory]
    [InlineData("bluesky")]
    [InlineData("mastodon")]
    [InlineData("youtube")]
    public async Task Whenever_a_run_is_cut_off_every_post_is_stored_once_in_its_last_text(string kind)
    {
        var random = new Random(20_261_122);
        await using var social = await SocialServer.StartAsync(kind);
        social.Platform.Trouble = context => TroubleAsync(context, random);
        for (var round = 0; round < Rounds; round++)
        {
            People(social.Platform, random, round);
            await social.SkipAheadAsync();
            await CutOffAsync(social, random);
        }

        social.Platform.Trouble = _ => Task.FromResult(false);
        for (var round = 0; round < 20; round++)
        {
            if (round % 10 == 0)
            {
                await social.SkipAheadAsync(); // What is not mentioned is asked about a second time.
            }
            Assert.Null((await social.RunAsync()).Error);
        }

        var expected = social.Platform.Posts.Where(p => p.Text.Contains("#ホシゾラ", StringComparison.Ordinal)).Select(p => p.Text).Order().ToList();
        Assert.InRange(expected.Count, 100, 1_000);
        Assert.Equal(expected, (await social.TextsAsync()).Order());
    }

    [Fact]
    public async Task What_was_read_before_the_service_went_down_is_not_read_again_after_it_came_up()
    {
        var folder = Directory.CreateTempSubdirectory("voc-social").FullName;
        await using var platform = await FakePlatform.StartAsync();
        var random = new Random(7);
        var server = await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"], folder: folder);
        var id = await new SocialServer(server, platform).AddAsync("bluesky", null, null, "SNS");
        for (var life = 0; life < 8; life++)
        {
            for (var i = 0; i < 9; i++)
            {
                platform.Write($"ホシゾラ {life}-{i}");
            }
            using var cut = new CancellationTokenSource(random.Next(1, 40));
            var run = server.Get<SourceRuns>().RunAsync(id, cut.Token);
            await Task.WhenAny(run, Task.Delay(random.Next(0, 30)));
            await server.StopAsync();
            await Task.WhenAny(run);
            server = await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"], folder: folder);
        }

        await server.Get<SourceRuns>().RunAsync(id, default);
        await server.Get<SourceRuns>().RunAsync(id, default);
        await server.DrainAsync();

        using (var db = server.Get<Store>().Context())
        {
            Assert.Equal(platform.Posts.Select(p => p.Text).Order(), db.Feedback.Select(f => f.Text).ToList().Order());
        }
        await server.DisposeAsync();
    }

    private static void People(FakePlatform platform, Random random, int round)
    {
        for (var i = random.Next(0, 8); i > 0; i--)
        {
            platform.Write($"#ホシゾラ の声 {round}-{i}", TimeProvider.System.GetUtcNow().AddMinutes(-1));
        }
        platform.Write($"関係のない話 {round}");
        foreach (var post in platform.Posts.Where(p => p.Text.Contains('声', StringComparison.Ordinal)).OrderBy(_ => random.Next()).Take(2).ToList())
        {
            if (random.Next(2) == 0)
            {
                platform.Edit(post, post.Text + "（追記）");
            }
            else if (random.Next(2) == 0)
            {
                platform.Delete(post);
            }
        }
    }

    private static async Task CutOffAsync(SocialServer social, Random random)
    {
        using var cut = new CancellationTokenSource();
        cut.CancelAfter(TimeSpan.FromMilliseconds(random.Next(0, 40)));
        try
        {
            await social.RunAsync(cut.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task<bool> TroubleAsync(Microsoft.AspNetCore.Http.HttpContext context, Random random)
    {
        int dice;
        lock (random)
        {
            dice = random.Next(20);
        }
        switch (dice)
        {
            case 0:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "60";
                await context.Response.CompleteAsync();
                return true;
            case 1:
                await context.Response.Body.WriteAsync("{\"posts\":[{"u8.ToArray());
                return true;
            case 2:
                context.Abort();
                return true;
            case 3:
                await Task.Delay(20);
                return false;
            default:
                return false;
        }
    }
}
