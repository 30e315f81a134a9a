using System.Net.Http.Json;

namespace Voc.Api.Tests.Sources.Social;

public sealed class SocialStreamTests
{
    [Theory]
    [InlineData("bluesky")]
    [InlineData("mastodon")]
    public async Task Posts_come_in_as_they_are_written_edited_and_deleted(string kind)
    {
        await using var social = await SocialServer.StartAsync(kind, new { stream = true }, secret: "token");
        await ConnectedAsync(social, kind);

        var (edited, deleted) = (social.Platform.Write("#ホシゾラ が壊れた"), social.Platform.Write("#ホシゾラ がうるさい"));
        social.Platform.Write("何の関係もない話");
        await UntilAsync(social, "#ホシゾラ が壊れた", "#ホシゾラ がうるさい");
        social.Platform.Edit(edited, "#ホシゾラ が直った");
        social.Platform.Delete(deleted);
        await UntilAsync(social, "#ホシゾラ が直った");
    }

    [Fact]
    public async Task An_account_that_is_deleted_takes_its_posts_with_it()
    {
        await using var social = await SocialServer.StartAsync("bluesky", new { stream = true });
        await ConnectedAsync(social, "bluesky");
        social.Platform.Write("ホシゾラ 1", author: "did:plc:one");
        social.Platform.Write("ホシゾラ 2", author: "did:plc:one");
        social.Platform.Write("ホシゾラ 3", author: "did:plc:two");
        await UntilAsync(social, "ホシゾラ 1", "ホシゾラ 2", "ホシゾラ 3");

        social.Platform.DeleteAccount("did:plc:one");

        await UntilAsync(social, "ホシゾラ 3");
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_gone_on_with_where_it_was()
    {
        await using var social = await SocialServer.StartAsync("bluesky", new { stream = true });
        await ConnectedAsync(social, "bluesky");
        social.Platform.Write("ホシゾラ 前");
        await UntilAsync(social, "ホシゾラ 前");

        // From now on it hangs up after a few events, and the search knows nothing: only the cursor of the stream helps.
        social.Platform.Trouble = async context =>
        {
            if (!context.Request.Path.Value!.Contains("searchPosts", StringComparison.Ordinal))
            {
                return false;
            }
            context.Response.StatusCode = 500;
            await context.Response.CompleteAsync();
            return true;
        };
        var patience = 3;
        social.Platform.Patience = () => patience += 4;
        social.Platform.HangUp();
        var expected = Enumerable.Range(0, 20).Select(i => social.Platform.Write($"ホシゾラ {i}").Text).ToList();

        await UntilAsync(social, ["ホシゾラ 前", .. expected]);
    }

    [Fact]
    public async Task A_paused_source_hangs_up()
    {
        await using var social = await SocialServer.StartAsync("mastodon", new { stream = true }, secret: "token");
        await ConnectedAsync(social, "mastodon");
        using var admin = await social.Voc.SignedInAsync("admin");

        (await admin.PatchAsJsonAsync($"/api/v1/sources/{social.Source}", new { enabled = false })).EnsureSuccessStatusCode();
        social.Platform.Write("#ホシゾラ が壊れた");
        await Task.Delay(TimeSpan.FromSeconds(4));

        Assert.Empty(await social.TextsAsync());
    }

    private static async Task ConnectedAsync(SocialServer social, string kind)
    {
        var path = kind == "bluesky" ? "/subscribe" : "/api/v1/streaming";
        await WaitAsync(() => Task.FromResult(social.Platform.Asked.Any(a => a.StartsWith(path, StringComparison.Ordinal)) && social.Platform.Asked.Any(a => a.Contains("search", StringComparison.Ordinal) || a.Contains("timelines", StringComparison.Ordinal))));
    }

    private static async Task UntilAsync(SocialServer social, params string[] texts)
    {
        List<string> stored = [];
        await WaitAsync(async () =>
        {
            stored = await social.TextsAsync();
            return stored.Order().SequenceEqual(texts.Order());
        }, () => string.Join(" / ", stored));
    }

    private static async Task WaitAsync(Func<Task<bool>> condition, Func<string>? seen = null)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await condition())
            {
                return;
            }
            await Task.Delay(100);
        }
        Assert.Fail("It did not come about. " + seen?.Invoke());
    }
}
