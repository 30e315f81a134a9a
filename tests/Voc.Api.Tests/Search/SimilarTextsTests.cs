using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Corrections;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

public sealed class SimilarTextsTests
{
    [Fact]
    public async Task Texts_that_say_the_same_are_told_across_sources_the_newest_first()
    {
        await using var server = await VocServer.StartAsync();
        using var reader = await server.SignedInAsync("product");
        var ids = await StoreAsync(server, ("shop", "ミラーが格納できない。"), ("social", "ミラーが格納できません！"), ("social", "ﾐﾗｰが格納できない"), ("shop", "ミラーが格納できる。"));

        var answer = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{ids[0]}/similar");

        Assert.Equal([ids[2], ids[1]], answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64()));
        Assert.Equal((2, 2), (answer.GetProperty("total").GetInt32(), answer.GetProperty("sources").GetInt32()));
        Assert.Equal(0, Similar(server, ids[3]));
    }

    [Fact]
    public async Task A_text_that_nothing_is_like_has_an_empty_list_and_an_unknown_one_none()
    {
        await using var server = await VocServer.StartAsync();
        using var reader = await server.SignedInAsync("support");
        var id = (await server.StoreAsync("ミラーが格納できない。"))[0];

        var answer = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}/similar");

        Assert.Empty(answer.GetProperty("items").EnumerateArray());
        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/api/v1/feedback/1/similar")).StatusCode);
        using var anonymous = server.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync($"/api/v1/feedback/{id}/similar")).StatusCode);
    }

    [Fact]
    public async Task One_word_that_turns_the_meaning_round_is_no_repetition_in_a_long_text_either()
    {
        await using var server = await VocServer.StartAsync();
        using var reader = await server.SignedInAsync("researcher");
        const string Rest = "が走行中に何度も起きて、販売店に二回預けて部品も替えてもらいましたが";
        var ids = await StoreAsync(server, ("shop", $"エンジンの停止{Rest}直りました。"), ("social", $"エンジンの停止{Rest}直りません。"), ("social", $"エンジンの停止{Rest}、直りました"));

        var answer = await reader.GetFromJsonAsync<JsonElement>("/api/v1/search?q=エンジン&repetitions=true");

        Assert.Equal((3, 1), (answer.GetProperty("total").GetInt32(), answer.GetProperty("repetitions").GetInt32()));
        Assert.Equal((1, 0, 1), (Similar(server, ids[0]), Similar(server, ids[1]), Similar(server, ids[2])));
        Assert.Equal(JsonValueKind.Null, (await reader.GetFromJsonAsync<JsonElement>("/api/v1/search?q=エンジン")).GetProperty("repetitions").ValueKind);
    }

    [Fact]
    public async Task What_is_deleted_repeats_nothing_any_more()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var ids = await server.StoreAsync("ミラーが格納できない。", "ミラーが格納できません。");
        Assert.Equal(1, Similar(server, ids[1]));

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{ids[0]}")).StatusCode);

        Assert.Equal(0, Similar(server, ids[1]));
        var later = (await server.StoreAsync("ミラーが格納できないです。"))[0];
        Assert.Equal((1, 1), (Similar(server, later), Similar(server, ids[1])));
    }

    [Fact]
    public async Task Texts_stored_before_wordings_were_kept_get_theirs_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var before = await VocServer.StartAsync(folder: folder);
        // More than one step of the run, with the copies far apart.
        var ids = await before.StoreAsync([.. Enumerable.Range(0, 300).Select(i => $"部品番号{i}の在庫がない。"), "部品番号0の在庫がないです。", "部品番号0の在庫がない"]);
        await before.Get<GroupCommitWriter>().WriteAsync(connection =>
            connection.Execute("ALTER TABLE search_row DROP COLUMN Wording")
            + connection.Execute("DELETE FROM __EFMigrationsHistory WHERE MigrationId='0024_Wordings'"));
        await before.StopAsync();

        await using var server = await VocServer.StartAsync(folder: folder);
        for (var i = 0; i < 600 && Similar(server, ids[0]) < 2; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal((2, 2, 0), (Similar(server, ids[0]), Similar(server, ids[301]), Similar(server, ids[1])));
        using var connection = server.Get<Store>().Open();
        Assert.Equal(302L, connection.Scalar("SELECT count(*) FROM search_row WHERE Wording > 0"));
    }

    [Fact]
    public async Task Correcting_a_label_and_reading_anew_change_no_wording()
    {
        await using var server = await VocServer.StartAsync();
        var ids = await server.StoreAsync("ミラーが格納できない。", "ミラーが格納できません。");

        await server.Get<CorrectionBook>().CorrectAsync(ids[0], new LabelInput { Sentiment = "positive" }, "user-admin", default);
        Assert.Equal(1, Similar(server, ids[0]));
        await server.Get<CorrectionBook>().WithdrawAsync(ids[0], "user-admin", default);

        Assert.Equal((1, 1), (Similar(server, ids[0]), Similar(server, ids[1])));
    }

    private static async Task<IReadOnlyList<long>> StoreAsync(VocServer server, params (string Source, string Text)[] texts)
    {
        foreach (var source in texts.Select(t => t.Source).Distinct())
        {
            await server.SourceAsync(source);
        }
        var receipts = await server.Get<Inbox>().AcceptAsync([.. texts.Select((t, i) => Some.Feedback($"t-{i}", t.Text, t.Source) with { OccurredAt = Some.Time.AddHours(i) })]);
        await server.DrainAsync();
        return [.. receipts.Select(r => r.Id)];
    }

    private static int Similar(VocServer server, long id) => server.Get<SimilarReader>().Read(id)!.Total;
}
