using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Vocabulary;

namespace Voc.Api.Tests.Search;

/// <summary>A word of the company changes how texts and queries are cut; the texts that hold it are indexed anew, and only those.</summary>
public sealed class DictionaryChangeTests
{
    private const string Word = "月影ドライ炊き";
    private static readonly WordInput Input = new() { Surface = Word };

    [Fact]
    public async Task A_new_word_indexes_anew_exactly_the_texts_that_hold_it_and_says_how_many()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await FillAsync(server, holding: 300, others: 500);

        var preview = await (await client.PostAsJsonAsync("/api/v1/dictionary/preview", new WordPreview(null, Input))).JsonAsync(HttpStatusCode.OK);
        await (await client.PostAsJsonAsync("/api/v1/dictionary", Input)).JsonAsync(HttpStatusCode.Created);
        var run = await FinishedAsync(client);

        Assert.Equal(300, preview["touched"]!.GetValue<int>());
        Assert.Equal(("touched", Word, 300, 300, "user-product"), (run.GetProperty("scope").GetString(), run.GetProperty("word").GetString(), run.GetProperty("done").GetInt32(), run.GetProperty("total").GetInt32(), run.GetProperty("by").GetString()));
        Assert.Equal((300, 300), (Count(server, Word), Count(server, $"term:{Word}")));
        using var connection = server.Get<Store>().Open();
        Assert.Equal(500L, connection.Scalar("SELECT count(*) FROM feedback WHERE ReadingVersion < $version", ("$version", server.Get<CurrentReading>().Now.Version)));
    }

    [Fact]
    public async Task Until_that_is_done_the_new_word_finds_texts_indexed_by_the_old_ones_and_so_do_those()
    {
        await using var server = await VocServer.StartAsync(services: WithoutRelabeller);
        using var client = await server.SignedInAsync("product");
        await FillAsync(server, holding: 40, others: 20);
        var before = (Count(server, Word), Count(server, $"\"{Word}\""), Count(server, "炊き"), Count(server, $"-{Word}"));

        await (await client.PostAsJsonAsync("/api/v1/dictionary", Input)).JsonAsync(HttpStatusCode.Created);
        await server.Get<Inbox>().AcceptAsync([Some.Feedback("later", $"{Word}を使った")]);
        await server.DrainAsync();

        Assert.Equal((40, 40, 40, 20), before);
        Assert.Equal((41, 41, 40, 20), (Count(server, Word), Count(server, $"\"{Word}\""), Count(server, "炊き"), Count(server, $"-{Word}")));
        using var connection = server.Get<Store>().Open();
        Assert.Equal(41, Count(server, Word));
        Assert.Equal(1, Count(server, $"term:{Word}"));

        var run = ReindexRun.OfService(connection)!;
        Assert.Equal(40, await server.Get<Reindexer>().ContinueAsync(run, progress: null, default));

        Assert.Equal((41, 41), (Count(server, Word), Count(server, $"term:{Word}")));
        Assert.Empty(ReindexRun.Changing(connection));
    }

    [Fact]
    public async Task What_was_analysed_before_the_change_and_is_stored_after_it_is_indexed_anew_too()
    {
        await using var server = await VocServer.StartAsync(services: WithoutRelabeller);
        using var client = await server.SignedInAsync("product");
        await FillAsync(server, holding: 3, others: 1);
        var old = server.Get<CurrentReading>().Now;
        await (await client.PostAsJsonAsync("/api/v1/dictionary", Input)).JsonAsync(HttpStatusCode.Created);
        using var connection = server.Get<Store>().Open();
        Assert.Equal(3, await server.Get<Reindexer>().ContinueAsync(ReindexRun.OfService(connection)!, progress: null, default));

        await StoreAsync(server, old, $"{Word}を試した");

        Assert.True(ReindexRun.OfService(connection)!.IsOpen);
        Assert.Equal(4, Count(server, Word));
        Assert.Equal(4, await server.Get<Reindexer>().ContinueAsync(ReindexRun.OfService(connection)!, progress: null, default));
        Assert.Equal(4, Count(server, $"term:{Word}"));
    }

    private static async Task FillAsync(VocServer server, int holding, int others)
    {
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, holding + others).Select(i => Some.Feedback($"{i}", i < holding ? $"{Word}の設定が分からない。" : "配送が遅い。") with { OccurredAt = Some.Time.AddMinutes(i * 7 % 1000) })]);
        await server.DrainAsync();
    }

    /// <summary>Stores a text that was read with a reading which is no longer in use.</summary>
    private static async Task StoreAsync(VocServer server, ReadingSnapshot reading, string text)
    {
        var source = await server.SourceAsync("shop");
        var feedback = Some.Feedback("late", text);
        await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            connection.Execute(StoreSql.InsertInbox, ("$id", 99L), ("$source", source), ("$external", "late"), ("$payload", Array.Empty<byte>()), ("$received", 0L));
            var item = new InboxItem((long)connection.Scalar("SELECT last_insert_rowid()")!, 99, source, "late", [], Some.Time, 0);
            return FeedbackCommit.Apply(connection, [(item, new AnalyzedFeedback(99, feedback, reading.Analyzer.Analyze(text)))], reading.Version, server.Options.Zone, Some.Time);
        });
    }

    private static void WithoutRelabeller(WebApplicationBuilder builder)
    {
        var hosted = builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(Relabeller)).ToList();
        Assert.Single(hosted);
        hosted.ForEach(s => builder.Services.Remove(s));
    }

    private static async Task<JsonElement> FinishedAsync(HttpClient client)
    {
        for (var i = 0; i < 600; i++)
        {
            var run = (await client.GetFromJsonAsync<JsonElement>("/api/v1/reading")).GetProperty("relabel");
            if (run.ValueKind == JsonValueKind.Object && run.GetProperty("state").GetString() == "done")
            {
                return run;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("Reading anew did not end.");
    }

    private static int Count(VocServer server, string query) => server.Get<ArchiveSearch>().Search(new SearchRequest { Query = query }).Total;
}
