using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Imports;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest;
using Voc.Ingest.Files;

namespace Voc.Api.Tests.Imports;

public sealed class ImportTests
{
    private const string Path = "/api/v1/imports";
    private const string Mapping = """{"text":"感想","occurredAt":"日付","product":"製品","customer":null,"attributes":null}""";
    private const string Good = "日付,製品,感想\n2026/4/1,ポット,同じ文です\n2026/4/1,ポット,同じ文です\n";

    [Fact]
    public async Task A_file_is_imported_in_the_background_and_again_adds_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        var first = await ImportAsync(client, Good);
        var second = await ImportAsync(client, Good);

        Assert.Equal("done 2/2 2 0 0 2", Say(first));
        Assert.Equal("done 2/2 0 2 0 0", Say(second));
        Assert.Equal(2, server.Get<EventLog>().Read(0, 10).Count);
        var list = await client.GetFromJsonAsync<JsonArray>(Path);
        Assert.Equal([2, 1], list!.Select(i => i!["id"]!.GetValue<int>()));
        Assert.Empty(Directory.GetFiles(server.Get<ImportStore>().Folder));
    }

    [Fact]
    public async Task A_mailbox_is_imported_mail_by_mail_into_a_source_of_the_usual_channel()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        const string Start = "From a@example.jp Wed Apr 1 00:00:00 2026\nFrom: a@example.jp\nDate: Wed, 1 Apr 2026 09:00:00 +0900\n";
        using var form = new MultipartFormDataContent
        {
            { new StringContent("メール"), "source" },
            { new StringContent($"{Start}Message-ID: <1@a>\n\n電源が入りません\n\n{Start}Auto-Submitted: auto-replied\n\n不在です\n"), "file", "inbox.mbox" },
        };

        var started = await (await client.PostAsync(Path, form)).JsonAsync(HttpStatusCode.Accepted);
        var import = await EndAsync(client, started["id"]!.GetValue<int>());

        Assert.Equal("done 2/ 1 0 1 1", Say(import));
        Assert.Equal("2 Auto-Submitted", $"{import["problems"]![0]!["line"]} {import["problems"]![0]!["column"]}");
        Assert.Equal(Channel.ContactForm, (await server.Get<SourceDirectory>().FindAsync("メール"))!.Channel);
    }

    [Fact]
    public async Task Bad_rows_are_shown_and_can_be_downloaded()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        var import = await ImportAsync(client, Good + "明日,ポット,いつの話\n2026/4/1,ポット,\n");

        Assert.Equal("done 4/4 2 0 2 2", Say(import));
        Assert.Equal(["4 日付", "5 感想"], import["problems"]!.AsArray().Select(p => $"{p!["line"]} {p["column"]}"));
        var report = await client.GetAsync($"{Path}/{import["id"]}/report");
        Assert.Equal("text/csv", report.Content.Headers.ContentType!.MediaType);
        var lines = (await report.Content.ReadAsStringAsync()).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(["line,column,message", "4,\"日付\"", "5,\"感想\""], lines.Select((line, i) => i == 0 ? line : string.Join(',', line.Split(',')[..2])));
    }

    [Fact]
    public async Task An_import_is_undone_as_a_whole_and_what_was_there_before_stays()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await ImportAsync(client, Good);
        var wrong = await ImportAsync(client, Good + "2026/4/2,ポット,蓋が割れて届きました\n2026/4/3,ポット,取っ手が熱いです\n");

        var begun = await client.PostAsync($"{Path}/{wrong["id"]}/undo", null);
        var undone = await EndAsync(client, wrong["id"]!.GetValue<int>(), "undone");
        var again = await client.PostAsync($"{Path}/{wrong["id"]}/undo", null);

        Assert.True(wrong["canUndo"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        Assert.Equal((2, false), (undone["removed"]!.GetValue<int>(), undone["canUndo"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(0, await TotalAsync(client, "割れて"));
        Assert.Equal(2, await TotalAsync(client, "product:ポット"));
        var repeated = await ImportAsync(client, Good + "2026/4/2,ポット,蓋が割れて届きました\n");
        Assert.Equal("done 3/3 1 2 0 1", Say(repeated));
    }

    [Fact]
    public async Task An_undo_that_a_stop_interrupted_goes_on_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var server = await VocServer.StartAsync(folder: folder);
        using (var client = await server.SignedInAsync("product"))
        {
            await ImportAsync(client, Good);
        }
        await server.Get<ImportStore>().ChangeAsync(1, row => row.State = ImportState.Undoing);
        await server.StopAsync();

        await using var restarted = await VocServer.StartAsync(folder: folder);
        using var admin = await restarted.SignedInAsync("admin");

        Assert.Equal(2, (await EndAsync(admin, 1, "undone"))["removed"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("file", "line 2", "another encoding")]
    [InlineData("file", "感想", "a missing column")]
    [InlineData("file", "delimiter", "another delimiter")]
    [InlineData("file", "empty", "nothing in it")]
    [InlineData("file", "There is no preset", "an unknown preset")]
    [InlineData("file", "line 1", "a broken mapping")]
    [InlineData("file", "no file", "no file")]
    [InlineData("file", "multipart/form-data", "no multipart")]
    [InlineData("source", "source name", "no source")]
    public async Task What_cannot_be_imported_is_told_at_once_with_place_and_remedy(string field, string said, string what)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        byte[] file = what switch
        {
            "another encoding" => [.. "日付,製品,感想\n2026/4/1,ポット,"u8, 0xFF, 0xFE, 0x80, (byte)'\n'],
            "a missing column" => Encoding.UTF8.GetBytes(Good.Replace("感想", "意見", StringComparison.Ordinal)),
            "another delimiter" => Encoding.UTF8.GetBytes(Good.Replace(',', '|')),
            "nothing in it" => [],
            _ => Encoding.UTF8.GetBytes(Good),
        };
        var form = new MultipartFormDataContent();
        if (what != "no source")
        {
            form.Add(new StringContent("survey"), "source");
        }
        form.Add(new StringContent(what == "a broken mapping" ? "{\"text\":" : Mapping), what == "an unknown preset" ? "other" : "mapping");
        if (what == "an unknown preset")
        {
            form.Add(new StringContent("abacus"), "preset");
        }
        if (what != "no file")
        {
            form.Add(new ByteArrayContent(file), "file", "a.csv");
        }

        var answer = await client.PostAsync(Path, what == "no multipart" ? new StringContent(Good, Encoding.UTF8, "text/csv") : form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Contains(said, problem!["errors"]![field]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await client.GetFromJsonAsync<JsonArray>(Path))!);
        Assert.Empty(Directory.GetFiles(server.Get<ImportStore>().Folder));
    }

    [Fact]
    public async Task What_stands_before_the_damage_goes_in()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("survey");
        var counts = new ImportCounts();

        await Assert.ThrowsAsync<UnreadableFileException>(() => server.Get<RowImport>().RunAsync(Rows(), counts, _ => { }, default));

        Assert.Equal((300, 300), (counts.Rows, counts.Accepted));

        static IEnumerable<IngestedRow> Rows()
        {
            for (var i = 0; i < 300; i++)
            {
                yield return new AcceptedRow(i, Some.Feedback($"{i}", source: "survey"));
            }
            throw new UnreadableFileException(new("壊れています。", "It is damaged."));
        }
    }

    [Fact]
    public async Task A_file_that_a_failed_commit_left_behind_does_not_keep_the_next_import_out()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await File.WriteAllTextAsync(server.Get<ImportStore>().Upload(1), "left behind");

        Assert.Equal("done 2/2 2 0 0 2", Say(await ImportAsync(client, Good)));
    }

    [Fact]
    public async Task Files_that_a_crash_left_behind_are_deleted_and_those_of_waiting_imports_are_not()
    {
        await using var server = await VocServer.StartAsync();
        var store = server.Get<ImportStore>();
        var now = TimeProvider.System.GetUtcNow();
        var (old, young, waiting) = (store.Incoming(), store.Incoming(), store.Upload(7));
        foreach (var file in new[] { old, young, waiting, store.Upload(8) })
        {
            await File.WriteAllTextAsync(file, "x");
            File.SetLastWriteTimeUtc(file, now.UtcDateTime.AddDays(file == young ? 0 : -2));
        }
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute(
            "INSERT INTO import (Id, FileName, Source, Channel, Culture, State, RowsRead, Accepted, Duplicates, Rejected, Analysed, CreatedAt) VALUES (7, 'a', 's', 0, 'ja', 0, 0, 0, 0, 0, 0, 0)"));

        await store.TidyAsync(now, default);

        Assert.Equal(new[] { young, waiting }.Order(), Directory.GetFiles(store.Folder).Order());
    }

    [Fact]
    public async Task Odd_uploads_are_refused_with_a_reason()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        var longBoundary = new StringContent(Good) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + new string('b', 5000)) } };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(Path + "/preview", longBoundary)).StatusCode);
        foreach (var (mapping, file) in new[] { ("""{"\ud800 x":1}""", Good), ("", """{"\ud800 x":1,"text":"本文"}""") })
        {
            var form = new MultipartFormDataContent { { new StringContent("survey"), "source" } };
            if (mapping.Length > 0)
            {
                form.Add(new StringContent(mapping), "mapping");
            }
            form.Add(new StringContent(file), "file", "a");
            Assert.InRange((int)(await client.PostAsync(Path + "/preview", form)).StatusCode, 200, 400);
        }
    }

    [Fact]
    public void A_report_holds_no_formula()
    {
        var path = System.IO.Path.GetTempFileName();
        using (var report = new BadRows(path, System.Globalization.CultureInfo.InvariantCulture))
        {
            report.Add(new RejectedRow(1, "=cmd|' /C calc'!A0", new("", "bad")));
            report.Add(new RejectedRow(2, "＝HYPERLINK(1)", new("", "bad")));
        }
        Assert.Equal(["1,\"'=cmd|' /C calc'!A0\",\"bad\"", "2,\"'＝HYPERLINK(1)\",\"bad\""], File.ReadAllLines(path)[1..]);
        File.Delete(path);
    }

    [Fact]
    public async Task A_preview_shows_what_would_become_of_the_rows_and_keeps_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var form = new MultipartFormDataContent { { new StringContent(Mapping), "mapping" } };
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        form.Add(new ByteArrayContent(Encoding.GetEncoding(932).GetBytes("日付;製品;感想\n2026/4/1;ポット;電話は090-1234-5678\n昨日;ポット;古い\n")), "file", "a.csv");

        var answer = await client.PostAsync(Path + "/preview", form);

        var preview = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(("CP932", ";"), (preview["encoding"]!.GetValue<string>(), preview["delimiter"]!.GetValue<string>()));
        Assert.Equal("感想", preview["suggestedMapping"]!["text"]!.GetValue<string>());
        Assert.Equal("電話は[電話番号]", preview["rows"]![0]!["text"]!.GetValue<string>());
        Assert.StartsWith("日付: ", preview["rows"]![1]!["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(server.Get<ImportStore>().Folder));
        Assert.Empty(server.Get<EventLog>().Read(0, 10));
    }

    [Fact]
    public async Task An_import_that_a_stop_interrupted_goes_on_at_the_next_start_and_adds_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var rows = string.Concat(Enumerable.Range(0, 400).Select(i => $"2026/4/1,ポット,{i} 回目の感想です\n"));
        var before = await VocServer.StartAsync(o => o.InboxCapacity = 300, NoWorkers, folder);
        using (var client = await before.SignedInAsync("product"))
        {
            await StartAsync(client, "日付,製品,感想\n" + rows);
            for (var i = 0; i < 100 && before.Get<Inbox>().Pending == 0; i++)
            {
                await Task.Delay(50);
            }
        }
        Assert.InRange(before.Get<Inbox>().Pending, 1, 300);
        await before.StopAsync();

        await using var after = await VocServer.StartAsync(folder: folder);
        using var again = await after.SignedInAsync("product");
        Assert.Equal("done", (await EndAsync(again, 1))["state"]!.GetValue<string>());

        Assert.Equal(400, after.Get<EventLog>().Read(0, 1000).Count);
    }

    [Fact]
    public async Task A_cancelled_import_stops_and_says_so()
    {
        await using var server = await VocServer.StartAsync(o => o.InboxCapacity = 10, NoWorkers);
        using var client = await server.SignedInAsync("product");
        var import = await StartAsync(client, "日付,製品,感想\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"2026/4/1,ポット,{i} 回目の感想です\n")));

        var answer = await client.PostAsync($"{Path}/{import["id"]}/cancel", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("cancelled", (await EndAsync(client, 1))["state"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Path}/99/cancel", null)).StatusCode);
    }

    [Fact]
    public async Task Support_may_not_import()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(Path, Form(Good))).StatusCode);
    }

    private static void NoWorkers(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => VocServer.WithoutWorkers(builder);

    private static async Task<JsonObject> ImportAsync(HttpClient client, string csv) =>
        await EndAsync(client, (await StartAsync(client, csv))["id"]!.GetValue<int>());

    private static async Task<JsonObject> StartAsync(HttpClient client, string csv)
    {
        var answer = await client.PostAsync(Path, Form(csv));
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static MultipartFormDataContent Form(string csv) => new()
    {
        { new StringContent("survey"), "source" },
        { new StringContent(Mapping), "mapping" },
        { new StringContent(csv), "file", "a.csv" },
    };

    private static async Task<JsonObject> EndAsync(HttpClient client, int id, string? state = null)
    {
        for (var i = 0; i < 600; i++)
        {
            var import = (await client.GetFromJsonAsync<JsonObject>($"{Path}/{id}"))!;
            if (state is null ? import["finishedAt"] is not null : import["state"]!.GetValue<string>() == state)
            {
                return import;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The import did not end.");
    }

    private static async Task<int> TotalAsync(HttpClient client, string word) =>
        (await client.GetFromJsonAsync<JsonObject>("/api/v1/search?q=" + Uri.EscapeDataString(word)))!["total"]!.GetValue<int>();

    private static string Say(JsonObject i) => $"{i["state"]} {i["rowsRead"]}/{i["rowsTotal"]} {i["accepted"]} {i["duplicates"]} {i["rejected"]} {i["analysed"]}";
}
