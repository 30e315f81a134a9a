using System.Text.Json.Nodes;
using Voc.Api.Mining;

namespace Voc.Api.Tests.Mining;

/// <summary>What a view counts is what its query finds: each row's query, added to the search, finds exactly the texts of the row.</summary>
public sealed class DrillDownTests(MiningArchive archive) : IClassFixture<MiningArchive>
{
    public static TheoryData<string> Searches { get; } =
    [
        "",
        "q=配送",
        "q=アプリ OR サポート&channel=review,call-note",
        "q=画面 -遅い&from=2026-04-10&to=2026-08-20",
        "product=ホシアプリ",
        "segment=法人&language=ja",
        "attribute=地域=関西&topic=delivery",
        "sentiment=negative",
        "q='です'",
        "to=1999-01-01",
    ];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_words_query_finds_the_texts_that_hold_it(string search)
    {
        foreach (var parts in new[] { "", "&parts=true" })
        {
            var answer = await archive.GetAsync("keywords", search + "&stop=none&limit=1000" + parts);
            foreach (var row in answer["rows"]!.AsArray())
            {
                await SameAsync(search, row!, Of(row!));
                Assert.Equal(row!["texts"]!.GetValue<int>(), new[] { "positive", "neutral", "negative" }.Sum(s => row[s]!.GetValue<int>()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task An_opinions_query_finds_the_texts_that_hold_it(string search)
    {
        var answer = await archive.GetAsync("opinions", search + "&limit=1000");

        foreach (var row in answer["pairs"]!.AsArray().Concat(answer["targets"]!.AsArray()))
        {
            await SameAsync(search, row!, Of(row!));
            Assert.Equal(1, await archive.CountAsync(search, Of(row!), $"id:{row!["exampleId"]}"));
        }
        foreach (var target in answer["targets"]!.AsArray())
        {
            foreach (var polarity in new[] { "positive", "neutral", "negative" })
            {
                Assert.Equal(target![polarity]!.GetValue<int>(), await archive.CountAsync(search, target[polarity + "Query"]!.GetValue<string>()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_groups_query_and_a_words_query_find_the_texts_of_both(string search)
    {
        foreach (var by in new[] { "segment", "topic", "month", "attribute:地域" })
        {
            var answer = await archive.GetAsync("characteristic", $"{search}&by={by}&sign=both&minimum=1&limit=5");
            foreach (var group in answer["groups"]!.AsArray())
            {
                await SameAsync(search, group!, Of(group!));
                foreach (var row in group!["rows"]!.AsArray())
                {
                    await SameAsync(search, row!, Of(group), Of(row!));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_nodes_query_and_an_edges_query_find_their_texts(string search)
    {
        var answer = await archive.GetAsync("network", search + "&nodes=30&edges=40");

        foreach (var row in answer["nodes"]!.AsArray().Concat(answer["edges"]!.AsArray()))
        {
            await SameAsync(search, row!, Of(row!));
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_rows_query_and_a_columns_query_find_the_texts_of_the_cell(string search)
    {
        foreach (var (rows, columns) in new[] { ("topic", "segment"), ("product", "month"), ("intent", "channel"), ("sentiment", "topic"), ("source", "language"), ("product", "attribute:地域") })
        {
            var answer = await archive.GetAsync("heatmap", $"{search}&rows={rows}&columns={columns}");
            foreach (var value in answer["rows"]!.AsArray().Concat(answer["columns"]!.AsArray()))
            {
                await SameAsync(search, value!, Of(value!));
            }
            for (var r = 0; r < answer["rows"]!.AsArray().Count; r++)
            {
                for (var c = 0; c < answer["columns"]!.AsArray().Count; c++)
                {
                    Assert.Equal(
                        answer["counts"]![r]![c]!.GetValue<int>(),
                        await archive.CountAsync(search, answer["rows"]![r]!["clause"]!.GetValue<string>(), answer["columns"]![c]!["clause"]!.GetValue<string>()));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_points_query_finds_its_texts(string search)
    {
        foreach (var own in new[] { "columns=segment", "columns=product", "rows=topic&columns=segment", "rows=product&columns=attribute:地域" })
        {
            var answer = await archive.GetAsync("correspondence", $"{search}&{own}");
            foreach (var point in answer["rows"]!.AsArray().Concat(answer["columns"]!.AsArray()))
            {
                await SameAsync(search, point!, Of(point!));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_series_query_and_an_intervals_query_find_the_texts_of_the_point(string search)
    {
        foreach (var own in new[] { "terms=配送,\"画面が真っ白\",遅い OR 早い&interval=month", "top=3&interval=week" })
        {
            var answer = await archive.GetAsync("timeline", $"{search}&{own}");
            foreach (var (interval, i) in answer["intervals"]!.AsArray().Select((interval, i) => (interval!, i)))
            {
                await SameAsync(search, interval, Of(interval));
                foreach (var series in answer["series"]!.AsArray())
                {
                    Assert.Equal(series!["counts"]![i]!.GetValue<int>(), await archive.CountAsync(search, Of(series), Of(interval)));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task The_texts_of_a_concordance_are_those_that_the_keyword_finds(string search)
    {
        foreach (var word in new[] { "配送", "\"配送が遅い\"", "'面が'", "アプリ*", "はい" })
        {
            var answer = await archive.GetAsync("kwic", $"{search}&word={word}&limit=200");
            Assert.Equal(answer["texts"]!.GetValue<int>(), await archive.CountAsync(search, word));
            foreach (var line in answer["lines"]!.AsArray())
            {
                Assert.Equal(1, await archive.CountAsync(search, Of(line!)));
            }
        }
    }

    [Theory]
    [InlineData("画面", "word:\"画面\"")]
    [InlineData("a\"b", "word:「a\"b」")]
    [InlineData("a”「b」", "word:『a”「b」』")]
    public void A_word_is_quoted_by_what_does_not_end_inside_it(string word, string query) => Assert.Equal(query, DrillDown.Word(word));

    [Fact]
    public void What_no_query_can_name_has_none()
    {
        Assert.Null(DrillDown.Term("\"」』"));
        Assert.Null(DrillDown.Term(new string('長', 1001)));
        Assert.Null(DrillDown.And("q", DrillDown.Term("\"」』")));
    }

    private static string Of(JsonNode row) => row["query"]!.GetValue<string>();

    private async Task SameAsync(string search, JsonNode row, params string[] queries)
    {
        var found = await archive.CountAsync(search, queries);
        Assert.True(row["texts"]!.GetValue<int>() == found, $"{string.Join(' ', queries)} finds {found} in {search}; the row is {row.ToJsonString()}");
    }
}
