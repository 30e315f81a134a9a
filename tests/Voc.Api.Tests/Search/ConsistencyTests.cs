using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

/// <summary>Every answer is of one state of the archive, whoever writes meanwhile.</summary>
public sealed class ConsistencyTests
{
    [Fact]
    public async Task Readers_see_one_state_while_texts_come_go_and_are_read_anew()
    {
        await using var server = await VocServer.StartAsync();
        var ids = await server.StoreAsync([.. Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? "配送が遅い。" : "アプリが落ちる。")]);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(server, stop.Token))).ToList();

        for (var i = 0; i < 40; i++)
        {
            await server.Get<FeedbackDeletion>().DeleteAsync(ids[i], "somebody", default);
            await server.Get<Inbox>().AcceptAsync([Some.Feedback($"new-{i}", "配送が早い。")]);
        }
        await server.Get<Reindexer>().RunAsync(restart: true, progress: null);
        await server.DrainAsync();
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(readers), answers => Assert.True(answers > 0));
        Assert.Equal(300, server.Get<ArchiveSearch>().Search(new SearchRequest()).Total);
    }

    [Fact]
    public async Task Two_processes_see_each_others_commits()
    {
        await using var server = await VocServer.StartAsync();
        var ids = await server.StoreAsync("配送が遅い。", "配送が早い。");
        await using var other = new ServiceCollection().AddLogging().AddVoc(server.Options).BuildServiceProvider();
        int There(string query) => other.GetRequiredService<ArchiveSearch>().Search(new SearchRequest { Query = query }).Total;
        Assert.Equal(2, There("配送"));

        await server.StoreAsync("配送先を変えたい。");
        Assert.Equal(3, There("配送"));
        await server.Get<FeedbackDeletion>().DeleteAsync(ids[0], "somebody", default);
        Assert.Equal(2, There("配送"));
        Assert.True(await other.GetRequiredService<FeedbackDeletion>().DeleteAsync(ids[1], "somebody", default));
        Assert.Equal(1, server.Get<ArchiveSearch>().Search(new SearchRequest { Query = "配送" }).Total);
    }

    [Fact]
    public async Task Another_process_follows_when_synonyms_and_words_are_taught()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.StoreAsync("月影ドライ炊きが好き。", "炊飯が遅い。");
        var other = await VocServer.StartAsync(folder: server.Options.DataDirectory);
        int There(string query) => other.Get<ArchiveSearch>().Search(new SearchRequest { Query = query, Synonyms = true }).Total;
        Assert.Equal((1, 0), (There("遅い"), There("term:月影ドライ炊き")));

        var group = await (await client.PostAsJsonAsync("/api/v1/vocabulary/synonyms", new { words = new[] { "遅い", "好き" } })).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(2, There("遅い"));
        await client.DeleteAsync($"/api/v1/vocabulary/synonyms/{group["id"]}");
        Assert.Equal(1, There("遅い"));

        await (await client.PostAsJsonAsync("/api/v1/dictionary", new { surface = "月影ドライ炊き" })).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(1, There("月影ドライ炊き"));
        Assert.Equal(server.Get<CurrentReading>().Now.Version, other.Get<CurrentReading>().Now.Version);
        await other.StopAsync();
    }

    private static int Read(VocServer server, CancellationToken stop)
    {
        var answers = 0;
        for (; !stop.IsCancellationRequested; answers++)
        {
            using var found = server.Get<ArchiveSearch>().Find(new SearchRequest { Query = "配送 OR アプリ" }, CancellationToken.None);
            var ids = found.Texts.Ids(TextOrder.Newest).ToList();
            Assert.Equal(found.Texts.Total, ids.Count);
            Assert.All([Facet.Channel, Facet.Sentiment, Facet.Source, Facet.Day, Facet.Language], facet => Assert.Equal(ids.Count, found.Texts.Count(facet).Sum(v => v.Count)));
            Assert.All(ids, id => Assert.NotNull(HitText.Read(found.Connection, id)));
            Assert.Equal((long)found.Index.Find(Match.Everything, CancellationToken.None).Total, found.Connection.Scalar("SELECT count(*) FROM search_row"));
        }
        return answers;
    }
}
