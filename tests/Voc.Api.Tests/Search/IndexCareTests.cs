using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Voc.Analysis.Retrieval;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

public sealed class IndexCareTests : IAsyncLifetime
{
    private VocServer _server = null!;
    private List<long> _ids = null!;

    public async Task InitializeAsync()
    {
        _server = await VocServer.StartAsync();
        await _server.SourceAsync("shop");
        var feedback = Enumerable.Range(0, 600).Select(i => Some.Feedback($"{i}", i % 2 == 0 ? "配送が遅い" : "アプリが落ちる") with { OccurredAt = Some.Time.AddHours(i), Product = $"P-{i % 3}" }).ToList();
        _ids = [.. (await _server.Get<Inbox>().AcceptAsync(feedback)).Select(r => r.Id)];
        await _server.DrainAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_deleted_is_no_longer_found_or_counted()
    {
        Assert.Equal(300, Count("配送"));

        await DeleteAsync(_ids[0]);
        await DeleteAsync(_ids[1]);

        Assert.Equal((299, 299, 598), (Count("配送"), Count("アプリ"), Count("")));
        Assert.Equal(598, Sum(Facet.Product));
    }

    [Fact]
    public async Task A_search_that_fails_leaves_its_connection_fit_for_others()
    {
        await WriteAsync(connection => connection.Execute("ALTER TABLE feedback RENAME TO away"));
        Assert.Throws<SqliteException>(() => Count("配送") + Search(new SearchRequest { Query = "配送" }).Hits.Count);
        await WriteAsync(connection => connection.Execute("ALTER TABLE away RENAME TO feedback"));

        Assert.Equal((300, 20), (Count("配送"), Search(new SearchRequest { Query = "配送" }).Hits.Count));
        Assert.True(await _server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE source SET LastError=NULL")) >= 0);
    }

    [Fact]
    public async Task What_was_acknowledged_and_analysed_is_found_at_once_without_a_restart()
    {
        Assert.Equal(0, Count("加湿器"));

        await _server.Get<Inbox>().AcceptAsync([Some.Feedback("new", "加湿器から水が漏れる") with { Product = "M-2", OccurredAt = Some.Time.AddDays(-400) }]);
        await _server.DrainAsync();

        var found = _server.Get<ArchiveSearch>().Search(new SearchRequest { Query = "加湿器", Facets = [Facet.Product, Facet.Month] });
        Assert.Equal(("M-2", "2025-02"), (found.Facets["product"].Single().Value, found.Facets["month"].Single().Value));
    }

    [Fact]
    public async Task Rebuilding_repairs_an_index_that_lost_entries_holds_stray_ones_and_wrong_readings()
    {
        Assert.Equal(300, Count("配送"));
        await WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM search_row WHERE Id IN (SELECT Id FROM feedback LIMIT 200)");
            connection.Execute("INSERT INTO search_row SELECT 17, Terms, Opinions, Wording FROM search_row LIMIT 1");
            connection.Execute("UPDATE search_row SET Terms=x'78' WHERE Id IN (SELECT Id FROM search_row ORDER BY Id DESC LIMIT 50)");
            connection.Execute("UPDATE feedback SET Sentiment=1, Reading='{}'");
        });
        Assert.Equal((175, 400), await AfterRestartAsync());

        Assert.Equal(600, await _server.Get<Reindexer>().RunAsync(restart: false, progress: null));

        Assert.Equal((300, 300, 600), (Count("配送"), Count("アプリ"), Count("")));
        Assert.Equal(600, Sum(Facet.Product));
        Assert.Equal((300, 600), await AfterRestartAsync());
        using var connection = _server.Get<Store>().Open();
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM feedback WHERE Sentiment=1 OR Reading='{}'"));
        Assert.Equal(600L, connection.Scalar("SELECT count(*) FROM search_row"));
    }

    [Fact]
    public async Task Rebuilding_goes_on_where_it_was_interrupted_and_search_keeps_serving()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<long>();
        var reindexer = _server.Get<Reindexer>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reindexer.RunAsync(false, new Steps(p =>
        {
            seen.Add(p.Done);
            Assert.Equal((300, 600), (Count("配送"), Count("")));
            if (p.Done > 0)
            {
                stop.Cancel();
            }
        }), stop.Token));
        Assert.Equal(600, await reindexer.RunAsync(false, new Steps(p => seen.Add(p.Done))));

        // The step after the interruption was committed before it stopped, so it is told once more and not done once more.
        Assert.Equal([0, 256, 512, 600], seen.Distinct());
        Assert.Equal((300, 600, 600), (Count("配送"), Count(""), Sum(Facet.Channel)));
        Assert.Equal(600, await reindexer.RunAsync(false, null));
    }

    [Fact]
    public async Task A_rebuilding_by_another_process_is_seen_in_the_facets()
    {
        Assert.Equal(600, Sum(Facet.Product));
        await WriteAsync(connection => connection.Execute("UPDATE feedback SET Product='Q' WHERE Product='P-0'"));

        var other = new Store(_server.Options);
        using (var writer = new GroupCommitWriter(other))
        {
            await new Reindexer(other, writer, _server.Get<CurrentReading>(), _server.Get<CurrentIndex>(), TimeProvider.System).RunAsync(restart: true, progress: null);
        }

        var products = _server.Get<ArchiveSearch>().Search(new SearchRequest { Facets = [Facet.Product] }).Facets["product"];
        Assert.Equal("P-1:200 P-2:200 Q:200", string.Join(' ', products.OrderBy(p => p.Value, StringComparer.Ordinal).Select(p => $"{p.Value}:{p.Count}")));
        Assert.Equal(200, Count("product:q"));
    }

    /// <summary>How many texts a service that starts now finds: with 配送, and all.</summary>
    private async Task<(int Word, int All)> AfterRestartAsync()
    {
        await using var services = new ServiceCollection().AddLogging().AddVoc(_server.Options).BuildServiceProvider();
        var search = services.GetRequiredService<ArchiveSearch>();
        return (search.Search(new SearchRequest { Query = "配送" }).Total, search.Search(new SearchRequest()).Total);
    }

    private int Count(string query) => Search(new SearchRequest { Query = query }).Total;

    private int Sum(Facet facet) => Search(new SearchRequest { Facets = [facet] }).Facets[SearchFacet.NameOf(facet)].Sum(v => v.Count);

    private SearchResult Search(SearchRequest request) => _server.Get<ArchiveSearch>().Search(request);

    private Task<bool> DeleteAsync(long id) => _server.Get<FeedbackDeletion>().DeleteAsync(id, "somebody", default);

    private Task<bool> WriteAsync(Action<StoreConnection> work) => _server.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        work(connection);
        return true;
    });

    private sealed class Steps(Action<ReindexProgress> step) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value) => step(value);
    }
}
