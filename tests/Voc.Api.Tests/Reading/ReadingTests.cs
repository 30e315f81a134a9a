using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Analysis.Retrieval;
using Voc.Api.Backups;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Reading;

public sealed class ReadingTests
{
    private const string Path = "/api/v1/reading";
    private const string Word = "/api/v1/lexicon";
    private const string Stamps = "ぽんぽこスタンプが貯まらない。";
    private const string InStamps = "topic:own-1";

    [Fact]
    public async Task After_a_change_older_texts_are_stale_until_they_are_read_anew()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.StoreAsync(Stamps, "配送が遅い。");
        var before = await client.GetFromJsonAsync<JsonElement>(Path);
        Assert.Equal((0, 2), (before.GetProperty("stale").GetInt32(), before.GetProperty("total").GetInt32()));

        await AddStampsAsync(client);
        await server.StoreAsync("新しい。");
        var changed = await client.GetFromJsonAsync<JsonElement>(Path);
        Assert.Equal((2, 3, before.GetProperty("version").GetInt32() + 1), (changed.GetProperty("stale").GetInt32(), changed.GetProperty("total").GetInt32(), changed.GetProperty("version").GetInt32()));
        Assert.Equal(0, Count(server, InStamps));

        await (await client.PostAsync($"{Path}/relabel", null)).JsonAsync(HttpStatusCode.Accepted);
        var run = await DoneAsync(client);

        Assert.Equal((2, 2, "user-product"), (run.GetProperty("done").GetInt32(), run.GetProperty("total").GetInt32(), run.GetProperty("by").GetString()));
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("stale").GetInt32());
        Assert.Equal(1, Count(server, InStamps));
        Assert.Equal(1, server.Get<ArchiveSearch>().Search(new SearchRequest { Facets = [Facet.Topic] }).Facets["topic"].Single(f => f.Value == "own-1").Count);
    }

    [Fact]
    public async Task Who_changed_what_is_on_record()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.StoreAsync("配送が遅い。");
        var made = await (await client.PostAsJsonAsync(Word, new { expression = "ほわほわする", strength = -0.9 })).JsonAsync(HttpStatusCode.Created);
        await client.DeleteAsync($"{Word}/{made["id"]}");

        var changes = (await client.GetFromJsonAsync<JsonElement[]>($"{Path}/changes"))!;

        Assert.Equal(
            ["lexicon:deleted:user-product", "lexicon:added:user-product", "product:changed:"],
            changes.Select(c => $"{c.GetProperty("kind")}:{c.GetProperty("action")}:{c.GetProperty("by")}"));
        Assert.Single((await client.GetFromJsonAsync<JsonElement[]>($"{Path}/changes?before={changes[1].GetProperty("version")}"))!);
    }

    [Fact]
    public async Task Reading_anew_goes_on_after_a_restart_and_can_be_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        await using var second = await RestartedAsync(folder);
        using var client = await second.SignedInAsync("product");

        var run = await DoneAsync(client);

        Assert.Equal(300, run.GetProperty("done").GetInt32());
        Assert.Equal((300, 0), (Count(second, InStamps), (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("stale").GetInt32()));
        Assert.Equal("not-running", (await (await client.PostAsync($"{Path}/relabel/cancel", null)).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
    }

    /// <summary>A server whose predecessor stopped after the first part of reading anew.</summary>
    private static async Task<VocServer> RestartedAsync(string folder)
    {
        var first = await VocServer.StartAsync(folder: folder);
        using (var client = await first.SignedInAsync("admin"))
        {
            await first.StoreAsync([.. Enumerable.Range(0, 300).Select(i => $"{Stamps}{i}")]);
            await AddStampsAsync(client);
        }
        using var stop = new CancellationTokenSource();
        var reindexer = first.Get<Reindexer>();
        var run = await reindexer.StartAsync(ReindexScope.Stale, restart: false, "somebody", default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reindexer.ContinueAsync(run, new Steps(p => stop.CancelAfter(p.Done > 0 ? 0 : Timeout.Infinite), stop), stop.Token));
        await first.StopAsync();
        return await VocServer.StartAsync(folder: folder);
    }

    [Fact]
    public async Task A_cancelled_run_stops_and_keeps_what_it_did()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.StoreAsync([.. Enumerable.Range(0, 2000).Select(i => $"{Stamps}{i}")]);
        await AddStampsAsync(client);
        await (await client.PostAsync($"{Path}/relabel", null)).JsonAsync(HttpStatusCode.Accepted);
        // Nothing is written for a moment, so that the run cannot be over before it is cancelled.
        using var gate = new ManualResetEventSlim();
        var held = server.Get<GroupCommitWriter>().WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)));
        var cancel = client.PostAsync($"{Path}/relabel/cancel", null);
        gate.Set();
        await held;

        Assert.Equal("cancelled", (await (await cancel).JsonAsync(HttpStatusCode.OK))["state"]!.GetValue<string>());
        var status = await client.GetFromJsonAsync<JsonElement>(Path);
        Assert.InRange(status.GetProperty("stale").GetInt32(), 1, 2000);
        await (await client.PostAsync($"{Path}/relabel", null)).JsonAsync(HttpStatusCode.Accepted);
        var run = await DoneAsync(client);
        Assert.InRange(run.GetProperty("total").GetInt32(), 1, 2000);
        Assert.Equal(2000, Count(server, InStamps));
    }

    [Fact]
    public async Task Stored_data_that_cannot_be_used_is_named_and_keeps_nothing_from_running()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await VocServer.StartAsync(folder: folder);
        await first.Get<GroupCommitWriter>().WriteAsync(c =>
        {
            c.Execute("INSERT INTO dictionary_word (Surface, \"Key\", Segments, Readings, PartOfSpeech, ChangedBy, ChangedAt) VALUES ('壊れた', '壊れた', 'no json', '[]', '名詞', '', 0), ('ほしぞら便', 'ほしぞら便', '[]', '[]', '名詞-一般', '', 0)");
            c.Execute("INSERT INTO lexicon_expression (Expression, \"Key\", Target, Kind, Strength, ChangedBy, ChangedAt) VALUES ('変', '変', 'gone', 'word', 1, '', 0), ('妙', '妙', '', 'unheard', 1, '', 0)");
            c.Execute("INSERT INTO topic (Id, Own, Ja, En, Parent, Keywords, Hidden, Deleted, ChangedBy, ChangedAt) VALUES ('own-1', 1, '話', 'Talk', 'gone', '{\"話\":2}', 0, 0, '', 0), ('own-2', 1, '星', 'Star', NULL, '{\"ほしぞら便\":3}', 0, 0, '', 0)");
            return c.Execute("INSERT INTO reading_model (Number, CreatedAt, \"By\", Texts, Corrections, HeldOut, \"Before\", \"After\", Active, Data) VALUES (1, 0, '', 0, 0, 0, 'null', 'null', 1, x'00')");
        });
        await first.StopAsync();

        await using var server = await VocServer.StartAsync(folder: folder);
        using var client = await server.SignedInAsync("product");
        var id = (await server.StoreAsync("ほしぞら便が遅い。"))[0];

        var status = await client.GetFromJsonAsync<JsonElement>(Path);
        Assert.Equal(5, status.GetProperty("problems").GetArrayLength());
        Assert.Equal(0, status.GetProperty("model").GetInt32());
        Assert.Contains("own-2", (await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}")).GetProperty("topics").EnumerateArray().Select(t => t.GetProperty("label").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/taxonomy")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/models")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Word)).StatusCode);
    }

    [Fact]
    public async Task The_command_line_reads_as_the_company_taught_and_a_backup_carries_it()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await AddStampsAsync(client);
        var restored = Directory.CreateTempSubdirectory("voc-test");
        try
        {
            var backup = System.IO.Path.Combine(restored.FullName, "b.zip");
            await new Backup(server.Options, server.Get<Store>(), TimeProvider.System).WriteAsync(backup, new Progress<double>(), default);
            using (var restore = VocProcess.Start("restore", backup, "--data", System.IO.Path.Combine(restored.FullName, "data")))
            {
                Assert.Equal(0, (await restore.EndAsync()).ExitCode);
            }

            using var analyze = VocProcess.Start("analyze", "--data", System.IO.Path.Combine(restored.FullName, "data"));
            var (_, output, _) = await analyze.EndAsync(Stamps + "\n");

            Assert.Contains("own-1", JsonSerializer.Deserialize<JsonElement>(output).GetProperty("topics").EnumerateArray().Select(t => t.GetProperty("label").GetString()));
        }
        finally
        {
            restored.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Analyzing_lines_makes_no_data_folder_where_there_is_none()
    {
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        using var analyze = VocProcess.Start("analyze", "--data", folder);

        var (exit, output, _) = await analyze.EndAsync("配送が遅い。\n");

        Assert.Equal(0, exit);
        Assert.Contains("negative", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Analyzing_lines_goes_on_beside_a_database_it_cannot_read_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test");
        try
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(folder.FullName, "voc.db"), "no database");
            using var analyze = VocProcess.Start("analyze", "--data", folder.FullName);

            var (exit, output, errors) = await analyze.EndAsync("配送が遅い。\n");

            Assert.Equal(0, exit);
            Assert.Contains("negative", output, StringComparison.Ordinal);
            Assert.NotEmpty(errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Texts_read_while_the_reading_changes_are_all_read_whole()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.SourceAsync("shop");
        var feeding = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 50).Select(n => Some.Feedback($"{i}-{n}", "画面がほわほわする。"))]);
            }
        });
        for (var i = 0; i < 10; i++)
        {
            await (await client.PostAsJsonAsync(Word, new { expression = $"ほわほわする{i}", strength = -0.9 })).JsonAsync(HttpStatusCode.Created);
        }
        await feeding;
        await server.DrainAsync();

        Assert.Equal(2000, Count(server, "ほわほわ"));
        using var connection = server.Get<Store>().Open();
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM feedback WHERE ReadingVersion < 1 OR ReadingVersion > $now", ("$now", server.Get<CurrentReading>().Now.Version)));
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM inbox"));
    }

    private static async Task AddStampsAsync(HttpClient client) => await (await client.PostAsJsonAsync(
        "/api/v1/taxonomy", new { ja = "スタンプ特典", en = "Stamp card", keywords = new[] { new { word = "ぽんぽこスタンプ", weight = 9 } } })).JsonAsync(HttpStatusCode.Created);

    private static int Count(VocServer server, string query) => server.Get<ArchiveSearch>().Search(new SearchRequest { Query = query }).Total;

    private static async Task<JsonElement> DoneAsync(HttpClient client)
    {
        for (var i = 0; i < 600; i++)
        {
            var run = (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("relabel");
            if (run.GetProperty("state").GetString() == "done")
            {
                return run;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("Reading anew does not end.");
    }

    private sealed class Steps(Action<ReindexProgress> step, CancellationTokenSource stop) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value)
        {
            step(value);
            if (value.Done > 0)
            {
                stop.Cancel();
            }
        }
    }
}
