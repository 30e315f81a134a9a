using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Mining;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Mining;

public sealed class KwicTests(MiningArchive archive) : IClassFixture<MiningArchive>
{
    [Theory]
    [InlineData("'配送'", "配送")]
    [InlineData("'はい'", "はい")]
    [InlineData("'。'", "。")]
    public async Task Every_occurrence_is_a_line_as_often_as_it_stands_in_the_texts(string word, string text)
    {
        var answer = await archive.GetAsync("kwic", $"word={word}&limit=200");

        var expected = MiningArchive.Texts.Sum(t => t.Text.Split(text).Length - 1);
        Assert.Equal(expected, answer["occurrences"]!.GetValue<int>());
        Assert.Equal(Math.Min(200, expected), answer["lines"]!.AsArray().Count);
        Assert.Equal(MiningArchive.Texts.Count(t => t.Text.Contains(text, StringComparison.Ordinal)), answer["texts"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_line_is_a_stretch_of_its_text_with_as_many_characters_around_as_asked()
    {
        var answer = await archive.GetAsync("kwic", "word='配送'&context=2&limit=200");

        Assert.Contains(answer["lines"]!.AsArray(), l => l!["left"]!.GetValue<string>() == "。👍🏽");
        foreach (var line in answer["lines"]!.AsArray())
        {
            var text = (await JsonAsync($"/api/v1/feedback/{line!["id"]}"))["text"]!.GetValue<string>();
            var (start, length) = (line["start"]!.GetValue<int>(), line["length"]!.GetValue<int>());
            var (left, right) = (line["left"]!.GetValue<string>(), line["right"]!.GetValue<string>());
            Assert.Equal(line["keyword"]!.GetValue<string>(), text.Substring(start, length));
            Assert.EndsWith(left, text[..start], StringComparison.Ordinal);
            Assert.StartsWith(right, text[(start + length)..], StringComparison.Ordinal);
            Assert.Equal(start > left.Length, line["leftCut"]!.GetValue<bool>());
            Assert.InRange(new System.Globalization.StringInfo(left).LengthInTextElements, 0, 2);
        }
    }

    [Theory]
    [InlineData("left")]
    [InlineData("right")]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("score")]
    public async Task Lines_are_in_the_order_that_was_asked_for_across_pages(string sort)
    {
        var whole = (await archive.GetAsync("kwic", $"word=画面&sort={sort}&limit=200"))["lines"]!.AsArray();
        var pages = new List<JsonNode?>();
        while (pages.Count < whole.Count)
        {
            pages.AddRange((await archive.GetAsync("kwic", $"word=画面&sort={sort}&limit=7&offset={pages.Count}"))["lines"]!.AsArray());
        }

        Assert.Equal(whole.Select(l => l!.ToJsonString()), pages.Select(l => l!.ToJsonString()));
        Func<JsonNode, JsonNode, int> compare = sort switch
        {
            "left" => (a, b) => string.CompareOrdinal(Reversed(a), Reversed(b)),
            "right" => (a, b) => string.CompareOrdinal(a["right"]!.GetValue<string>(), b["right"]!.GetValue<string>()),
            "score" => (a, b) => a["score"]!.GetValue<double>().CompareTo(b["score"]!.GetValue<double>()),
            _ => (a, b) => (sort == "oldest" ? 1 : -1) * a["id"]!.GetValue<long>().CompareTo(b["id"]!.GetValue<long>()),
        };
        Assert.All(whole.Zip(whole.Skip(1)), pair => Assert.True(compare(pair.First!, pair.Second!) <= 0));
    }

    [Fact]
    public async Task Without_a_word_it_shows_the_words_of_the_search()
    {
        var answer = await archive.GetAsync("kwic", "q=配送 -遅い&limit=200");

        Assert.All(answer["lines"]!.AsArray(), l => Assert.Equal("配送", l!["keyword"]!.GetValue<string>()));
        Assert.Equal(await archive.CountAsync("q=配送 -遅い"), answer["texts"]!.GetValue<int>());
    }

    [Fact]
    public async Task More_texts_than_can_be_read_are_told_of_by_the_index()
    {
        await using var server = await VocServer.StartAsync(services: builder =>
            builder.Services.AddSingleton(services => new Concordances(services.GetRequiredService<CurrentReading>()) { MostRead = 3 }));
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync(MiningArchive.Texts);
        await server.DrainAsync();
        using var client = await server.WithKeyAsync("read");
        async Task<JsonNode> Large(string parameters) => JsonNode.Parse(await client.GetStringAsync(MiningArchive.Address("mining/kwic", parameters)))!;

        foreach (var word in new[] { "画面", "配送", "炊飯器", "炊飯", "\"配送が遅い\"", "アプリ*", "'です'", "word:炊飯", "zq-1x299 OR zq*" })
        {
            foreach (var sort in new[] { "newest", "oldest", "score" })
            {
                var (read, large) = (await archive.GetAsync("kwic", $"word={word}&sort={sort}&limit=200"), await Large($"word={word}&sort={sort}&limit=200"));
                Assert.Equal(Shown(read), Shown(large));
                Assert.Equal((read["texts"]!.GetValue<int>(), read["occurrences"]!.GetValue<int>()), (large["texts"]!.GetValue<int>(), large["occurrences"]!.GetValue<int>()));
            }
            var byContext = Shown(await Large($"word={word}&sort=right&limit=200"));
            Assert.Equal(Shown(await archive.GetAsync("kwic", $"word={word}&limit=200")).Order(), byContext.Order());
            Assert.Equal(byContext.Skip(2).Take(3), Shown(await Large($"word={word}&sort=right&limit=3&offset=2")));
        }
        Assert.Contains((await Large("word=画面&sort=left"))["notes"]!.AsArray(), n => n!["code"]!.GetValue<string>() == "sorted-by-terms");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(MiningArchive.Address("mining/kwic", "word=配送 OR 'です'"))).StatusCode);
    }

    /// <summary>Texts are the same in both archives, their identifiers are not.</summary>
    private static List<string> Shown(JsonNode answer) =>
        [.. answer["lines"]!.AsArray().Select(l => $"{l!["occurredAt"]} {l["left"]}[{l["keyword"]}]{l["right"]} {l["start"]}")];

    [Fact]
    public async Task A_word_is_shown_in_whatever_form_it_stands()
    {
        var forms = (await archive.GetAsync("kwic", "word=助かる&limit=200"))["lines"]!.AsArray().Select(l => l!["keyword"]!.GetValue<string>()).Distinct();

        Assert.Equal(["助かり", "助かる"], forms.Order(StringComparer.Ordinal));
    }

    private static string Reversed(JsonNode line) => Voc.Analysis.Mining.KeywordContext.Outwards(line["left"]!.GetValue<string>());

    private async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse(await archive.Client.GetStringAsync(address))!;
}
