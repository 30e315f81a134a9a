using System.Text.Json.Nodes;

namespace Voc.Api.Tests.Mining;

public sealed class MiningViewTests(MiningArchive archive) : IClassFixture<MiningArchive>
{
    private static readonly int All = MiningArchive.Texts.Length;

    [Fact]
    public async Task Keywords_come_most_frequent_first_and_can_be_chosen_by_kind()
    {
        var all = await archive.GetAsync("keywords", "limit=1000");
        var verbs = await archive.GetAsync("keywords", "limit=1000&pos=verb&minimum=2");
        var byOccurrences = await archive.GetAsync("keywords", "sort=occurrences&limit=5");

        Assert.Equal(All, all["total"]!.GetValue<int>());
        var texts = Numbers(all, "rows", "texts");
        Assert.Equal(texts.OrderDescending(), texts);
        Assert.All(Strings(verbs, "rows", "kind"), kind => Assert.Equal("verb", kind));
        Assert.Contains("助かる", Strings(verbs, "rows", "term"));
        Assert.DoesNotContain("配送", Strings(verbs, "rows", "term"));
        Assert.All(Numbers(verbs, "rows", "texts"), count => Assert.True(count >= 2));
        Assert.Equal(5, byOccurrences["rows"]!.AsArray().Count);
        var occurrences = Numbers(byOccurrences, "rows", "occurrences");
        Assert.Equal(occurrences.OrderDescending(), occurrences);
    }

    [Fact]
    public async Task Stop_words_are_left_out_unless_they_are_wanted()
    {
        var shipped = Strings(await archive.GetAsync("keywords", "limit=1000"), "rows", "term");
        var none = Strings(await archive.GetAsync("keywords", "limit=1000&stop=none"), "rows", "term");

        Assert.DoesNotContain("の", none);
        Assert.DoesNotContain("できる", shipped);
        Assert.Contains("できる", none);
        Assert.Empty(shipped.Except(none));
    }

    [Theory]
    [InlineData("keywords", "stop=shipped", "rows")]
    [InlineData("network", "nodes=150", "nodes")]
    [InlineData("characteristic", "product=炊飯器&minimum=1&sign=both&limit=500", "groups")]
    public async Task A_word_is_counted_as_it_is_written_and_by_its_parts_only_where_these_are_wanted(string view, string parameters, string rows)
    {
        var words = Terms(await archive.GetAsync(view, parameters), rows);
        var parts = Terms(await archive.GetAsync(view, parameters + "&parts=true"), rows);

        Assert.Empty(((string[])["炊飯器", "説明書", "再起動", "炊飯"]).Except(words));
        Assert.Empty(words.Intersect(["器", "書", "再", "起動", "説明"]));
        Assert.Empty(((string[])["炊飯器", "炊飯", "器", "説明", "書", "起動"]).Except(parts));
    }

    [Fact]
    public async Task A_part_counts_where_it_stands_alone()
    {
        var rows = (await archive.GetAsync("keywords", "limit=1000"))["rows"]!.AsArray();
        int Texts(string term) => rows.Single(r => r!["term"]!.GetValue<string>() == term)!["texts"]!.GetValue<int>();

        Assert.True(Texts("炊飯") < Texts("炊飯器"));
        Assert.Equal(await archive.CountAsync("", "炊飯"), await archive.CountAsync("", "word:炊飯 OR word:炊飯器"));
        Assert.Equal(Texts("炊飯器"), await archive.CountAsync("", "炊飯器"));
    }

    [Fact]
    public async Task Numbers_are_no_words()
    {
        var words = Strings(await archive.GetAsync("keywords", "limit=1000&q=炊飯器"), "rows", "term");

        Assert.Empty(words.Intersect(["三", "二", "十", "回", "分"]));
    }

    private static HashSet<string> Terms(JsonNode answer, string rows) =>
        [.. (rows == "groups" ? answer["groups"]![0]!["rows"] : answer[rows])!.AsArray().Select(r => r!["term"]!.GetValue<string>())];

    [Fact]
    public async Task Shares_are_of_the_result()
    {
        var answer = await archive.GetAsync("keywords", "q=配送");
        var row = answer["rows"]!.AsArray().Single(r => r!["term"]!.GetValue<string>() == "配送")!;

        Assert.Equal(answer["total"]!.GetValue<int>(), row["texts"]!.GetValue<int>());
        Assert.Equal(1, row["share"]!.GetValue<double>());
    }

    [Fact]
    public async Task The_four_counts_of_a_characteristic_word_are_those_of_the_archive()
    {
        var answer = await archive.GetAsync("characteristic", "product=ホシ便&sign=both&minimum=1&limit=500");
        var group = answer["groups"]![0]!;

        Assert.Equal(All, group["texts"]!.GetValue<int>() + group["rest"]!.GetValue<int>());
        foreach (var row in group["rows"]!.AsArray().Take(40))
        {
            var (with, rest) = (row!["texts"]!.GetValue<int>(), row["rest"]!.GetValue<int>());
            Assert.Equal(group["texts"]!.GetValue<int>(), with + row["without"]!.GetValue<int>());
            Assert.Equal(group["rest"]!.GetValue<int>(), rest + row["restWithout"]!.GetValue<int>());
            Assert.Equal(with + rest, await archive.CountAsync("", row["query"]!.GetValue<string>()));
            Assert.True(row["q"]!.GetValue<double>() >= row["p"]!.GetValue<double>());
        }
        Assert.Equal("配送", group["rows"]![0]!["term"]!.GetValue<string>());
        Assert.True(group["rows"]![0]!["over"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_result_can_be_set_against_another_without_the_texts_they_share()
    {
        var answer = await archive.GetAsync("characteristic", "q=配送&against=遅い OR 配送&minimum=1");
        var group = answer["groups"]![0]!;
        var (delivery, slow) = (await archive.CountAsync("q=配送"), await archive.CountAsync("q=遅い -配送"));

        Assert.Equal((delivery, slow), (group["texts"]!.GetValue<int>(), group["rest"]!.GetValue<int>()));
        Assert.Contains("overlap", Strings(answer, "notes", "code"));
        Assert.Equal("遅い OR 配送", answer["against"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_anything_to_compare_with_it_says_so()
    {
        Assert.Contains("no-rest", Strings(await archive.GetAsync("characteristic"), "notes", "code"));
        Assert.Contains("no-texts", Strings(await archive.GetAsync("characteristic", "to=1999-01-01"), "notes", "code"));
        Assert.Contains("no-rest", Strings(await archive.GetAsync("characteristic", "q=product:ホシ便&by=product"), "notes", "code"));
    }

    [Fact]
    public async Task Groups_are_each_set_against_the_others()
    {
        var answer = await archive.GetAsync("characteristic", "by=segment&minimum=1&limit=3");

        Assert.Equal(["個人", "法人"], Strings(answer, "groups", "value").Order());
        var known = await archive.CountAsync("", "segment:*");
        Assert.All(answer["groups"]!.AsArray(), g => Assert.Equal(known, g!["texts"]!.GetValue<int>() + g["rest"]!.GetValue<int>()));
        Assert.Contains("unknown-value", Strings(answer, "notes", "code"));
    }

    [Fact]
    public async Task A_network_has_the_strongest_ties_between_its_words()
    {
        var answer = await archive.GetAsync("network", "nodes=20&edges=15&threshold=0.1&least=3");
        var terms = Strings(answer, "nodes", "term");

        Assert.Equal(20, terms.Count);
        Assert.InRange(answer["edges"]!.AsArray().Count, 1, 15);
        foreach (var edge in answer["edges"]!.AsArray())
        {
            Assert.Contains(edge!["source"]!.GetValue<string>(), terms);
            Assert.Contains(edge["target"]!.GetValue<string>(), terms);
            Assert.True(edge["jaccard"]!.GetValue<double>() >= 0.1 && edge["texts"]!.GetValue<int>() >= 3);
            int Texts(string end) => answer["nodes"]![terms.IndexOf(edge![end]!.GetValue<string>())]!["texts"]!.GetValue<int>();
            var both = edge["texts"]!.GetValue<int>();
            Assert.Equal((double)both / (Texts("source") + Texts("target") - both), edge["jaccard"]!.GetValue<double>(), 9);
        }
        Assert.Equal(terms.Order(), answer["communities"]!.AsArray().SelectMany(c => c!["terms"]!.AsArray()).Select(t => t!.GetValue<string>()).Order());
        Assert.Equal(answer["edges"]!.AsArray().Count * 2, Numbers(answer, "nodes", "degree").Sum());
    }

    [Fact]
    public async Task A_network_of_characteristic_words_has_what_the_result_is_about()
    {
        var terms = Strings(await archive.GetAsync("network", "q=product:ホシ便&choose=characteristic&nodes=5"), "nodes", "term");

        Assert.Contains("配送", terms);
        Assert.DoesNotContain("アプリ", terms);
    }

    [Fact]
    public async Task The_margins_of_a_heat_map_are_the_facets_of_the_search()
    {
        var answer = await archive.GetAsync("heatmap", "rows=channel&columns=sentiment");
        var search = System.Text.Json.Nodes.JsonNode.Parse(await archive.Client.GetStringAsync(MiningArchive.Address("search", "q=&limit=0&facet=channel,sentiment")))!;

        foreach (var (side, facet) in new[] { ("rows", "channel"), ("columns", "sentiment") })
        {
            string[] Pairs(JsonNode? list, string count) => [.. list!.AsArray().Select(v => $"{v!["value"]} {v[count]}").Order()];
            Assert.Equal(Pairs(search["facets"]![facet], "count"), Pairs(answer[side], "texts"));
        }
        Assert.Equal(All, answer["base"]!.GetValue<int>());
        Assert.Equal(All, answer["counts"]!.AsArray().Sum(row => row!.AsArray().Sum(c => c!.GetValue<int>())));
        Assert.NotNull(answer["test"]);
    }

    [Fact]
    public async Task A_heat_map_of_fewer_values_keeps_the_margins_and_tests_of_all()
    {
        var whole = await archive.GetAsync("heatmap", "rows=product&columns=month");
        var part = await archive.GetAsync("heatmap", "rows=product&columns=month&rowLimit=2&columnLimit=3");

        Assert.Equal(2, part["rows"]!.AsArray().Count);
        Assert.Equal(whole["rows"]![0]!["texts"]!.GetValue<int>(), part["rows"]![0]!["texts"]!.GetValue<int>());
        Assert.Equal(whole["base"]!.GetValue<int>(), part["base"]!.GetValue<int>());
        var last = whole["columns"]!.AsArray().Count - 1;
        Assert.Equal(whole["residuals"]![0]![last]!.GetValue<double>(), part["residuals"]![0]![2]!.GetValue<double>(), 9);
        Assert.Contains("cut", Strings(part, "notes", "code"));
    }

    [Fact]
    public async Task Where_a_text_can_have_several_values_each_is_tested_by_itself()
    {
        var answer = await archive.GetAsync("heatmap", "rows=topic&columns=segment");

        Assert.Null(answer["test"]);
        Assert.All(answer["rows"]!.AsArray(), r => Assert.NotNull(r!["test"]));
        Assert.All(answer["columns"]!.AsArray(), c => Assert.Null(c!["test"]));
        Assert.Contains("several-values", Strings(answer, "notes", "code"));
    }

    [Fact]
    public async Task A_map_has_the_words_and_the_groups_with_the_table_it_is_made_of()
    {
        var answer = await archive.GetAsync("correspondence", "columns=channel&limit=30&dimensions=2");

        Assert.False(answer["degenerate"]!.GetValue<bool>());
        Assert.Equal((30, 5), (answer["rows"]!.AsArray().Count, answer["columns"]!.AsArray().Count));
        Assert.Equal(1, answer["axes"]!.AsArray().Sum(a => a!["share"]!.GetValue<double>()), 9);
        Assert.Equal(answer["sum"]!.GetValue<int>(), answer["counts"]!.AsArray().Sum(row => row!.AsArray().Sum(c => c!.GetValue<int>())));
        Assert.Equal(answer["inertia"]!.GetValue<double>() * answer["sum"]!.GetValue<int>(), answer["chiSquare"]!.GetValue<double>(), 9);
        Assert.All(answer["rows"]!.AsArray(), p => Assert.Equal(2, p!["coordinates"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("rows=topic&columns=source", "degenerate")]
    [InlineData("q=product:ホシ便&columns=product", "degenerate")]
    [InlineData("to=1999-01-01&columns=channel", "degenerate")]
    public async Task A_table_with_nothing_to_map_says_so(string parameters, string note)
    {
        var answer = await archive.GetAsync("correspondence", parameters);

        Assert.True(answer["degenerate"]!.GetValue<bool>());
        Assert.Contains(note, Strings(answer, "notes", "code"));
        Assert.Empty(answer["axes"]!.AsArray());
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("month")]
    public async Task A_timeline_counts_every_text_once_and_has_no_gaps(string interval)
    {
        var answer = await archive.GetAsync("timeline", $"terms=配送&interval={interval}");

        Assert.Equal(All, Numbers(answer, "intervals", "texts").Sum());
        Assert.Equal(await archive.CountAsync("q=配送"), answer["series"]![0]!["texts"]!.GetValue<int>());
        var days = answer["intervals"]!.AsArray().Select(i => (First: Day(i!["start"]), Last: Day(i["end"]))).ToList();
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.Last.AddDays(1), pair.Second.First));
        if (interval == "day")
        {
            Assert.Contains(0, Numbers(answer, "intervals", "texts"));
            Assert.Contains(answer["series"]![0]!["shares"]!.AsArray(), share => share is null);
        }
    }

    [Fact]
    public async Task A_timeline_begins_and_ends_where_the_search_does_and_marks_what_is_cut()
    {
        var answer = await archive.GetAsync("timeline", "from=2026-02-10&to=2026-05-20&interval=month");

        var intervals = answer["intervals"]!.AsArray();
        Assert.Equal(["2026-02", "2026-03", "2026-04", "2026-05"], Strings(answer, "intervals", "label"));
        Assert.Equal([true, false, false, true], intervals.Select(i => i!["partial"]!.GetValue<bool>()));
        Assert.Equal([0, 0], Numbers(answer, "intervals", "texts").Take(2));
    }

    private static DateOnly Day(JsonNode? day) => DateOnly.ParseExact(day!.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Strings(JsonNode answer, string list, string name) => [.. answer[list]!.AsArray().Select(r => r![name]!.GetValue<string>())];

    private static List<int> Numbers(JsonNode answer, string list, string name) => [.. answer[list]!.AsArray().Select(r => r![name]!.GetValue<int>())];
}
