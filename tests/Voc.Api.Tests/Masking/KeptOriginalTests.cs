using System.Net;
using System.Net.Http.Json;
using System.Text;
using Voc.Api.Masking;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Masking;

public sealed class KeptOriginalTests
{
    private const string Text = "鈴木さんの電話は090-1234-5678です";

    [Fact]
    public async Task A_source_keeps_originals_only_if_it_says_so_and_reading_one_needs_a_reason_that_is_kept()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var source = await server.SourceAsync("shop");
        var before = await MaskingRuleTests.IdAsync(server, admin, Text);
        await KeepAsync(admin, source, true);
        var id = await MaskingRuleTests.IdAsync(server, admin, Text);
        var plain = await MaskingRuleTests.IdAsync(server, admin, "ミラーが格納できない。");

        Assert.Equal("[氏名]さんの電話は[電話番号]です", await MaskingRuleTests.TextAsync(admin, id));
        await (await Original(admin, id, "短い")).ProblemAsync(HttpStatusCode.BadRequest, "reason");
        Assert.Equal(Text, (await (await Original(admin, id, "お客様からの開示請求")).JsonAsync(HttpStatusCode.OK))["text"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await Original(admin, before, "お客様からの開示請求")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Original(admin, plain, "お客様からの開示請求")).StatusCode);

        var access = Assert.Single((await (await admin.GetAsync("/api/v1/masking/accesses")).JsonAsync(HttpStatusCode.OK)).AsArray())!;
        Assert.Equal((id, "user-admin", "お客様からの開示請求"), (access["feedbackId"]!.GetValue<long>(), access["by"]!.GetValue<string>(), access["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nothing_of_an_original_lies_in_the_clear_in_the_data_folder()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        await KeepAsync(admin, await server.SourceAsync("shop"), true);
        await MaskingRuleTests.IdAsync(server, admin, Text);
        foreach (var file in Directory.EnumerateFiles(server.Options.DataDirectory, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "pipeline.lock"))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await open.CopyToAsync(content);
            Assert.True(content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(Encoding.UTF8.GetBytes("090-1234-5678")) < 0, file);
        }
    }

    [Fact]
    public async Task Of_an_original_the_text_is_made_anew_when_something_is_allowed()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        await KeepAsync(admin, await server.SourceAsync("shop"), true);
        var id = await MaskingRuleTests.IdAsync(server, admin, Text);
        await (await admin.PostAsJsonAsync("/api/v1/masking/allowed", new { text = "090-1234-5678" })).JsonAsync(HttpStatusCode.Created);
        await admin.PostAsync("/api/v1/masking/run", null);
        await MaskingRuleTests.EndedAsync(admin);
        Assert.Equal("[氏名]さんの電話は090-1234-5678です", await MaskingRuleTests.TextAsync(admin, id));
    }

    [Fact]
    public async Task Originals_go_with_their_feedback_and_with_the_sources_leave_to_keep_them()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var source = await server.SourceAsync("shop");
        await KeepAsync(admin, source, true);
        var first = await MaskingRuleTests.IdAsync(server, admin, Text);
        await MaskingRuleTests.IdAsync(server, admin, Text);
        Assert.Equal(2L, Kept(server));
        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{first}")).StatusCode);
        Assert.Equal(1L, Kept(server));
        await KeepAsync(admin, source, false);
        Assert.Equal(0L, Kept(server));
        Assert.Null(server.Get<OriginalVault>().Keep("shop", Text));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PutAsJsonAsync("/api/v1/masking/sources/99", new { keep = true })).StatusCode);
    }

    private static Task<HttpResponseMessage> Original(HttpClient client, long id, string reason) => client.PostAsJsonAsync($"/api/v1/feedback/{id}/original", new { reason });

    private static async Task KeepAsync(HttpClient admin, int source, bool keep) =>
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PutAsJsonAsync($"/api/v1/masking/sources/{source}", new { keep })).StatusCode);

    private static object? Kept(VocServer server)
    {
        using var connection = server.Get<Store>().Open();
        return connection.Scalar("SELECT count(*) FROM feedback_original");
    }
}
