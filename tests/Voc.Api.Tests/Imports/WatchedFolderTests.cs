using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Voc.Api.Imports;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Imports;

public sealed class WatchedFolderTests
{
    private const string Good = "日付,感想\n2026/4/1,蓋が閉まりません\n2026/4/2,音が静かです\n";

    [Fact]
    public async Task A_file_is_taken_in_once_and_moved_with_a_report()
    {
        await using var server = await StartAsync();
        var folder = await FolderAsync(server, "survey");

        Put(folder, "四月.csv", Good + "2026/4/3,\n");
        var done = await MovedAsync(folder, "done", "四月.csv");
        Put(folder, "四月.csv", Good);
        await MovedAsync(folder, "done", "四月 (2).csv");

        Assert.Contains("登録 2 件、重複 0 件、不備 1 行（全 3 行）", await File.ReadAllTextAsync(done + ".report.txt"), StringComparison.Ordinal);
        Assert.Contains("4,\"感想\"", await File.ReadAllTextAsync(done + ".bad-rows.csv"), StringComparison.Ordinal);
        Assert.Contains("登録 0 件、重複 2 件、不備 0 行", await File.ReadAllTextAsync(Path.Combine(folder, "done", "四月 (2).csv.report.txt")), StringComparison.Ordinal);
        Assert.Equal(2, Texts(server).Count);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_moved_to_failed_and_the_source_says_why()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("admin");
        var folder = await FolderAsync(server, "survey", client);

        Put(folder, "壊れた.xlsx", "PK\u0003\u0004 no workbook");
        var failed = await MovedAsync(folder, "failed", "壊れた.xlsx");

        var source = await UntilAsync(async () => (await client.GetFromJsonAsync<JsonArray>("/api/v1/sources"))!.Single(s => s!["kind"]!.GetValue<string>() == "folder")!["lastError"]?.GetValue<string>());
        Assert.StartsWith("壊れた.xlsx: ", source, StringComparison.Ordinal);
        Assert.Contains("1 files", source, StringComparison.Ordinal);
        Assert.Contains("取り込めませんでした。", await File.ReadAllTextAsync(failed + ".report.txt"), StringComparison.Ordinal);
        File.Delete(failed);
        await UntilAsync(async () => (await client.GetFromJsonAsync<JsonArray>("/api/v1/sources"))!.Single(s => s!["kind"]!.GetValue<string>() == "folder")!["lastError"] is null ? "none" : null);
    }

    [Fact]
    public async Task A_file_that_grows_waits_and_unfinished_hidden_and_linked_ones_stay()
    {
        await using var server = await StartAsync(interval: TimeSpan.FromSeconds(1));
        var folder = await FolderAsync(server, "survey");
        var elsewhere = Directory.CreateTempSubdirectory("voc-test").FullName;
        Put(elsewhere, "secret.csv", "感想\n見えてはいけません\n");
        File.CreateSymbolicLink(Path.Combine(folder, "link.csv"), Path.Combine(elsewhere, "secret.csv"));
        string[] left = [".hidden.csv", "half.csv.part", "~$open.xlsx"];
        foreach (var name in left)
        {
            Put(folder, name, Good);
        }
        var growing = Path.Combine(folder, "growing.csv");
        await File.WriteAllTextAsync(growing, "感想\n");
        for (var i = 0; i < 20; i++)
        {
            await File.AppendAllTextAsync(growing, $"{i} 回目の声です\n");
            await Task.Delay(100);
        }

        await MovedAsync(folder, "done", "growing.csv");

        Assert.Equal(20, Texts(server).Count);
        Assert.Equal([left[0], left[1], "link.csv", left[2]], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(elsewhere, "secret.csv")));
    }

    [Fact]
    public async Task After_a_stop_in_the_midst_of_an_import_its_file_is_moved_and_counted_once()
    {
        var data = Directory.CreateTempSubdirectory("voc-test").FullName;
        var server = await StartAsync(data, VocServer.WithoutWorkers);
        var folder = await FolderAsync(server, "survey");
        Put(folder, "大きい.csv", "感想\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i} 番目の感想です。\n")));
        await UntilAsync(async () => (await server.Get<ImportStore>().ListAsync(default)).FirstOrDefault(i => i.State == ImportState.Running));
        await server.StopAsync();
        Assert.NotEmpty(Directory.GetFiles(folder));

        await using var again = await StartAsync(data);
        await MovedAsync(folder, "done", "大きい.csv");
        await again.DrainAsync();

        Assert.Equal(3000, Texts(again).Count);
        await UntilAsync(async () => Assert.Single(await again.Get<ImportStore>().ListAsync(default)).Watched is null ? "moved" : null);
    }

    [Fact]
    public async Task What_is_put_under_the_name_of_a_file_that_is_being_read_is_read_next()
    {
        await using var server = await StartAsync(services: VocServer.WithoutWorkers);
        var folder = await FolderAsync(server, "survey");
        Put(folder, "声.csv", "感想\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i} 番目の感想です。\n")));
        await UntilAsync(async () => (await server.Get<ImportStore>().ListAsync(default)).FirstOrDefault(i => i.State == ImportState.Running));
        Put(folder, "声.csv", "感想\n後から置いた声です\n");
        using var workers = server.Workers();
        await workers.StartAsync(default);

        var done = await MovedAsync(folder, "done", "声.csv");
        await server.DrainAsync();

        Assert.Equal("感想\n後から置いた声です\n", await File.ReadAllTextAsync(done));
        Assert.Equal(3001, Texts(server).Count);
        await workers.StopAsync(default);
    }

    [Fact]
    public async Task A_paused_source_leaves_its_files_until_it_goes_on()
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("admin");
        var folder = await FolderAsync(server, "survey", client);
        var id = (await client.GetFromJsonAsync<JsonArray>("/api/v1/sources"))!.Single(s => s!["kind"]!.GetValue<string>() == "folder")!["id"]!.GetValue<int>();
        await (await client.PatchAsJsonAsync($"/api/v1/sources/{id}", new { enabled = false })).JsonAsync(HttpStatusCode.OK);
        await Task.Delay(server.Options.WatchInterval * 4); // A pass that had begun before has ended.

        Put(folder, "声.csv", Good);
        await Task.Delay(server.Options.WatchInterval * 10);
        Assert.True(File.Exists(Path.Combine(folder, "声.csv")));

        await (await client.PatchAsJsonAsync($"/api/v1/sources/{id}", new { enabled = true })).JsonAsync(HttpStatusCode.OK);
        await MovedAsync(folder, "done", "声.csv");
    }

    [Theory]
    [InlineData("""{"folder":"../etc"}""", "settings.folder")]
    [InlineData("""{"folder":".."}""", "settings.folder")]
    [InlineData("""{"folder":"a/b"}""", "settings.folder")]
    [InlineData("""{"folder":" "}""", "settings.folder")]
    [InlineData("""{}""", "settings.folder")]
    [InlineData("""{"folder":"Survey"}""", "settings.folder")]
    [InlineData("""{"folder":"a","preset":"nobody"}""", "settings.preset")]
    [InlineData("""{"folder":"a","mapping":{"title":"b"}}""", "settings.mapping")]
    [InlineData("""{"folder":"a","language":"fr"}""", "settings.language")]
    public async Task Settings_that_lead_elsewhere_or_say_nothing_are_refused(string settings, string field)
    {
        await using var server = await StartAsync();
        using var client = await server.SignedInAsync("admin");
        await FolderAsync(server, "survey", client);

        var answer = await client.PostAsJsonAsync("/api/v1/sources", new { name = "別", kind = "folder", settings = JsonNode.Parse(settings) });

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task Only_who_may_manage_sources_is_told_where_the_folders_are()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        using var researcher = await server.SignedInAsync("researcher");

        Assert.Equal(server.Options.WatchRoot, (await (await admin.GetAsync("/api/v1/sources/watched-folder")).JsonAsync(HttpStatusCode.OK))["path"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.GetAsync("/api/v1/sources/watched-folder")).StatusCode);
    }

    private static Task<VocServer> StartAsync(string? data = null, Action<WebApplicationBuilder>? services = null, TimeSpan? interval = null) =>
        VocServer.StartAsync(options => options.WatchInterval = interval ?? TimeSpan.FromMilliseconds(100), services, data);

    /// <summary>Makes a source with a folder and waits until that is there.</summary>
    private static async Task<string> FolderAsync(VocServer server, string name, HttpClient? client = null)
    {
        using var own = client is null ? await server.SignedInAsync("admin") : null;
        await (await (client ?? own!).PostAsJsonAsync("/api/v1/sources", new { name = "置き場所 " + name, kind = "folder", settings = new { folder = name } })).JsonAsync(HttpStatusCode.Created);
        var folder = Path.Combine(server.Options.WatchRoot, name);
        await UntilAsync(() => Task.FromResult(Directory.Exists(folder) ? folder : null));
        return folder;
    }

    private static void Put(string folder, string name, string content) => File.WriteAllText(Path.Combine(folder, name), content, new UTF8Encoding(false));

    /// <summary>Waits until a file was moved, reports first.</summary>
    private static Task<string> MovedAsync(string folder, string where, string name) => UntilAsync(() =>
    {
        var moved = Path.Combine(folder, where, name);
        return Task.FromResult(File.Exists(moved) ? moved : null);
    });

    private static IReadOnlyList<string> Texts(VocServer server)
    {
        using var context = server.Get<Store>().Context();
        return [.. context.Feedback.Select(f => f.Text)];
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> found)
        where T : class
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await found() is { } result)
            {
                return result;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("It did not come in a minute.");
    }
}
