using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Voc.Api.Sources.Social;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Sources.Social;

public sealed class SocialRunTests
{
    public static TheoryData<string> Kinds => ["bluesky", "mastodon", "x", "youtube"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task All_pages_are_read_once_and_then_only_what_is_new(string kind)
    {
        await using var social = await SocialServer.StartAsync(kind);
        for (var i = 0; i < 17; i++)
        {
            social.Platform.Write($"#ホシゾラ が壊れた {i:D2}");
        }
        social.Platform.Write("#ホシゾラ の古い話", TimeProvider.System.GetUtcNow().AddDays(-20));
        social.Platform.Write("関係のない話");

        var first = await social.RunAsync();
        social.Platform.Write("#ホシゾラ が直った 99");
        var second = await social.RunAsync();

        Assert.Equal((17, null), (first.Accepted, first.Error));
        Assert.Equal((1, null), (second.Accepted, second.Error));
        Assert.Equal(18, (await social.TextsAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_deleted_at_its_origin_is_deleted_here_and_stays_away(string kind)
    {
        await using var social = await SocialServer.StartAsync(kind);
        var (kept, gone) = (social.Platform.Write("#ホシゾラ は静か"), social.Platform.Write("#ホシゾラ はうるさい"));
        await social.RunAsync();
        Assert.Equal(2, (await social.TextsAsync()).Count);

        social.Platform.Delete(gone, silently: true);
        await social.SkipAheadAsync();
        // An answer that merely does not mention it may be a faulty one: it takes two. X says it in so many words.
        Assert.Equal(kind == "x" ? 1 : 0, (await social.RunAsync()).Removed);
        await social.SkipAheadAsync();
        Assert.Equal(kind == "x" ? 0 : 1, (await social.RunAsync()).Removed);

        Assert.Equal([$"{kept.Text}"], await social.TextsAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_edited_post_takes_the_place_of_what_it_was(string kind)
    {
        await using var social = await SocialServer.StartAsync(kind);
        var (found, checkedLater) = (social.Platform.Write("#ホシゾラ が壊れた"), social.Platform.Write("#ホシゾラ が重い", TimeProvider.System.GetUtcNow().AddDays(-2)));
        await social.RunAsync();
        await social.TextsAsync();

        social.Platform.Edit(found, "#ホシゾラ が壊れた（追記: 直った）");
        social.Platform.Edit(checkedLater, "#ホシゾラ が軽い");
        var again = await social.RunAsync();
        await social.SkipAheadAsync();
        await social.RunAsync();

        Assert.Equal(0, again.Accepted);
        Assert.InRange(again.Edited, 1, 2);
        Assert.Equal(["#ホシゾラ が軽い", "#ホシゾラ が壊れた（追記: 直った）"], await social.TextsAsync());
    }

    [Fact]
    public async Task What_somebody_deleted_here_is_not_taken_in_again()
    {
        await using var social = await SocialServer.StartAsync("bluesky");
        var post = social.Platform.Write("ホシゾラの山田さんの電話番号は…");
        await social.RunAsync();
        await social.TextsAsync();
        using var admin = await social.Voc.SignedInAsync("admin");
        long id;
        using (var db = social.Voc.Get<Store>().Context())
        {
            id = db.Feedback.Single().Id;
        }

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{id}")).StatusCode);
        Assert.Equal(0, (await social.RunAsync()).Accepted);
        social.Platform.Edit(post, "ホシゾラの山田さんの電話番号");
        await social.RunAsync();

        Assert.Empty(await social.TextsAsync());
    }

    [Fact]
    public async Task Only_what_the_words_match_is_stored_and_no_author_is_named()
    {
        await using var social = await SocialServer.StartAsync("bluesky", new { words = new[] { "ink" }, exclude = new[] { "求人" } });
        social.Platform.Write("このinkはすぐ乾く", author: "did:plc:secretperson");
        social.Platform.Write("I think so");
        social.Platform.Write("inkの求人です");

        await social.RunAsync();

        Assert.Equal(["このinkはすぐ乾く"], await social.TextsAsync());
        using var connection = social.Voc.Get<Store>().Open();
        foreach (var (table, columns) in new[] { ("feedback", "Text||ExternalId||Customer||Attributes"), ("social_post", "ExternalId||Reference"), ("source", "Settings||State") })
        {
            Assert.DoesNotContain("secretperson", (string)connection.Scalar($"SELECT group_concat({columns}) FROM {table}")!);
        }
    }

    [Fact]
    public async Task A_limit_is_kept_across_a_restart_and_the_sweep_goes_on_where_it_was()
    {
        await using var social = await SocialServer.StartAsync("bluesky");
        for (var i = 0; i < 12; i++)
        {
            social.Platform.Write($"ホシゾラ {i}");
        }
        social.Platform.Trouble = async context =>
        {
            if (context.Request.Query["cursor"] != "10")
            {
                return false;
            }
            context.Response.StatusCode = 429;
            context.Response.Headers["ratelimit-reset"] = $"{TimeProvider.System.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds()}";
            await context.Response.WriteAsync("{\"error\":\"RateLimitExceeded\"}");
            return true;
        };

        var limited = await social.RunAsync();
        var asked = social.Platform.Asked.Count;
        var resting = await social.RunAsync();
        Assert.Equal(asked, social.Platform.Asked.Count);
        social.Platform.Trouble = _ => Task.FromResult(false);
        await social.SkipAheadAsync();
        var finished = await social.RunAsync();

        Assert.Equal(10, limited.Accepted);
        Assert.Contains("limit", limited.Error!);
        Assert.Contains("Resting", resting.Error!);
        Assert.Equal(2, finished.Accepted);
        Assert.Equal("cursor=10", social.Platform.Asked.ElementAt(asked).Split('&')[^1]);
        Assert.Equal(12, (await social.TextsAsync()).Count);
    }

    [Fact]
    public async Task A_platform_that_fails_is_asked_at_growing_intervals_and_then_nothing_is_missing()
    {
        await using var social = await SocialServer.StartAsync("mastodon");
        social.Platform.Write("#ホシゾラ が壊れた");
        social.Platform.Trouble = async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("<html>");
            return true;
        };
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 4; i++)
        {
            await social.Voc.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE source SET State=json_remove(State, '$.NotBefore') WHERE State IS NOT NULL"));
            Assert.Contains("busy or broken", (await social.RunAsync()).Error!);
            using var db = social.Voc.Get<Store>().Context();
            waits.Add(SocialState.Read(db.Sources.Single(s => s.Id == social.Source).State).NotBefore!.Value - TimeProvider.System.GetUtcNow());
        }
        social.Platform.Trouble = _ => Task.FromResult(false);
        await social.SkipAheadAsync();

        Assert.Equal(waits.Order(), waits);
        Assert.True(waits[^1] > 4 * waits[0]);
        Assert.Equal(1, (await social.RunAsync()).Accepted);
    }

    [Fact]
    public async Task A_page_the_platform_no_longer_knows_starts_the_sweep_over_and_stops_no_other_search()
    {
        await using var social = await SocialServer.StartAsync("bluesky", new { words = new[] { "ホシゾラ", "ヒカリ" } });
        for (var i = 0; i < 8; i++)
        {
            social.Platform.Write($"ホシゾラ {i}");
        }
        social.Platform.Write("ヒカリ");
        social.Platform.Trouble = async context =>
        {
            if (context.Request.Query["cursor"] != "5")
            {
                return false;
            }
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("{\"error\":\"InvalidCursor\",\"message\":\"cursor is gone\"}");
            return true;
        };

        var broken = await social.RunAsync();
        social.Platform.Trouble = _ => Task.FromResult(false);
        var whole = await social.RunAsync();

        Assert.Equal(6, broken.Accepted);
        Assert.Contains("cursor is gone", broken.Error!);
        Assert.Equal((3, null), (whole.Accepted, whole.Error));
    }

    [Fact]
    public async Task A_paused_source_asks_nothing_and_one_with_other_words_starts_anew()
    {
        await using var social = await SocialServer.StartAsync("bluesky");
        social.Platform.Write("ホシゾラ");
        social.Platform.Write("ヒカリ");
        using var admin = await social.Voc.SignedInAsync("product");
        await social.RunAsync();

        await (await admin.PatchAsJsonAsync($"/api/v1/sources/{social.Source}", new { enabled = false })).JsonAsync(HttpStatusCode.OK);
        var asked = social.Platform.Asked.Count;
        Assert.Contains("switched off", (await social.RunAsync()).Error!);
        Assert.Equal(asked, social.Platform.Asked.Count);

        await (await admin.PatchAsJsonAsync($"/api/v1/sources/{social.Source}", new { enabled = true, settings = new { words = new[] { "ヒカリ" }, address = social.Platform.Address, streamAddress = social.Platform.Address } })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, (await social.RunAsync()).Accepted);
        Assert.Equal(2, (await social.TextsAsync()).Count);
    }
}
