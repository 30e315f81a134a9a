using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Reviews;

/// <summary>A list of more pages than are read in one go, whose newest reviews stand first.</summary>
public sealed class LongListTests
{
    private const int PageLength = 2;
    private int _reviews = 24;
    private int? _broken;

    [Fact]
    public async Task A_reading_goes_on_where_the_last_one_stopped_and_ends_with_the_list()
    {
        await using var site = await ListAsync();
        var (state, texts) = (ReviewState.None, new List<string>());
        var pages = new List<int>();
        for (var run = 0; run < 4; run++)
        {
            var reading = await ReadAsync(site, state);
            Assert.Empty(reading.Problems);
            (state, _) = (reading.State, pages);
            pages.Add(reading.Pages);
            texts.AddRange(reading.Rows.Accepted().Select(f => f.Text));
        }

        Assert.Equal([5, 5, 2, 0], pages);
        Assert.Equal(Enumerable.Range(1, 24).Reverse().Select(Text), texts);
        Assert.Null(state.Next);
    }

    [Fact]
    public async Task What_is_new_at_the_top_meanwhile_is_read_too_and_a_list_begun_anew_ends_where_it_is_known()
    {
        await using var site = await ListAsync();
        var first = await ReadAsync(site, ReviewState.None);
        _reviews += 1;
        var second = await ReadAsync(site, first.State);
        Assert.Equal(Text(25), second.Rows.Accepted()[0].Text);
        var third = await ReadAsync(site, second.State);
        Assert.Null(third.State.Next);

        _reviews += 11;
        var anew = await ReadAsync(site, third.State);
        var rest = await ReadAsync(site, anew.State);

        Assert.NotNull(anew.State.Next);
        Assert.Null(rest.State.Next);
        var all = new[] { first, second, third, anew, rest }.SelectMany(r => r.Rows.Accepted()).Select(f => f.Text).ToHashSet();
        Assert.Equal(36, all.Count);
    }

    [Fact]
    public async Task After_a_page_that_failed_the_next_reading_goes_on_there_and_a_list_that_became_shorter_is_at_its_end()
    {
        await using var site = await ListAsync();
        _broken = 3;
        var failed = await ReadAsync(site, ReviewState.None);
        _broken = null;
        var mended = await ReadAsync(site, failed.State);
        _reviews = 4;
        var shorter = await ReadAsync(site, mended.State with { Next = site.At("/list?p=9").AbsoluteUri });

        Assert.Equal((2, 1), (failed.Pages, failed.Problems.Count));
        Assert.False(failed.IsWhole);
        Assert.Equal(Text(20), mended.Rows.Accepted().Select(f => f.Text).First(text => text != Text(24) && text != Text(23)));
        Assert.Null(shorter.State.Next);
        Assert.Empty(shorter.Problems);
    }

    [Fact]
    public async Task More_than_a_page_that_is_new_while_a_list_is_under_way_is_read_after_it_though_the_first_page_stays_the_same()
    {
        await using var site = await ListAsync();
        var first = await ReadAsync(site, ReviewState.None);
        _reviews += 7;
        var (state, texts) = (first.State, first.Rows.Accepted().Select(f => f.Text).ToHashSet());
        for (var run = 0; run < 4; run++)
        {
            var reading = await ReadAsync(site, state);
            Assert.Empty(reading.Problems);
            state = reading.State;
            texts.UnionWith(reading.Rows.Accepted().Select(f => f.Text));
        }

        Assert.Equal(Enumerable.Range(1, 31).Select(Text).Order(), texts.Order());
        Assert.Null(state.Next);
        Assert.Equal(0, (await ReadAsync(site, state)).Pages);
    }

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 番目の声です");

    private Task<LocalSite> ListAsync() => LocalSite.StartAsync(PageFetcherTests.Page(context =>
    {
        var page = int.Parse(context.Request.Query["p"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        var begin = _reviews - ((page - 1) * PageLength);
        var version = $"\"{_reviews}\"";
        context.Response.Headers.ETag = version;
        if (context.Request.Headers.IfNoneMatch == version || begin <= 0 || page == _broken)
        {
            context.Response.StatusCode = begin <= 0 ? 404 : page == _broken ? 403 : 304;
            return Task.CompletedTask;
        }

        var items = Enumerable.Range(0, Math.Min(PageLength, begin)).Select(i => $"<li id=r{begin - i}>{Text(begin - i)}</li>");
        return context.Response.WriteAsync($"<html>{string.Concat(items)}{(begin > PageLength ? $"<a href='/list?p={page + 1}'>次</a>" : "")}");
    }));

    private static async Task<ReviewPageReading> ReadAsync(LocalSite site, ReviewState state)
    {
        using var fetcher = new PageFetcher(Fetchers.For(site), TimeProvider.System);
        var settings = new ReviewPageSettings { Url = site.At("/list").AbsoluteUri, Profile = new() { Item = "li", Text = ".", Id = "@id", Next = "a" }, MaximumPages = 5 };
        return await new ReviewPageReader(fetcher, Samples.Context).ReadAsync("口コミ", settings, state, CancellationToken.None);
    }
}
