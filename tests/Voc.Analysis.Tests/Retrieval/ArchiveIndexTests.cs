using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class ArchiveIndexTests
{
    private static readonly Match A = new TermsMatch(["a"], Prefix: false);

    private readonly ArchiveIndex _index = new();

    public static TheoryData<Match> Kinds =>
    [
        Match.Everything, A, new TermsMatch(["a", "b"], true), new TermsMatch(["a", "b"], false) { Slop = 2 }, new TermsMatch([""], true), new TermsMatch([], false), new ExactMatch("a"),
        new OpinionMatch(null, null, null), new IdsMatch([]), new IdsMatch([1]), new NoneMatch(Match.Everything), new AllMatch([A, A]), new AnyMatch([A, A]),
        new FieldMatch(QueryField.Product, "a", false), new RangeMatch(QueryField.Date, null, true, null, true), new RangeMatch(QueryField.Nps, 1, true, null, true),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_archive_has_nothing_to_find(Match match)
    {
        var found = _index.Current.Find(match);
        Assert.Equal(0, found.Total);
        Assert.All(Enum.GetValues<TextOrder>(), order => Assert.Empty(found.Top(order, 20)));
        Assert.All(Enum.GetValues<TextOrder>(), order => Assert.Empty(found.Top(order, 20, fold: (_, _) => true)));
        Assert.All(Enum.GetValues<Facet>(), facet => Assert.Empty(found.Count(facet)));
        Assert.Empty(found);
        Assert.Empty(found.DocumentFrequencies());
        Assert.Equal(0, found.Customers());
    }

    [Fact]
    public void Asking_for_no_texts_gives_none() =>
        Assert.All(Enum.GetValues<TextOrder>(), order => Assert.Empty(Loaded(Some.Entry(1, "a")).Find(A).Top(order, 0)));

    [Fact]
    public void Later_pages_go_on_where_earlier_ones_end()
    {
        var found = Loaded([.. Some.Entries(300, seed: 1)]).Find(new TermsMatch(["t"], Prefix: true));
        foreach (var order in Enum.GetValues<TextOrder>())
        {
            var all = found.Top(order, int.MaxValue);
            Assert.Equal(all.Skip(40).Take(20), found.Top(order, 60, skip: 40));
            Assert.Empty(found.Top(order, 2000, skip: 1000));
        }
    }

    [Fact]
    public void Texts_out_of_order_are_not_loaded_and_the_archive_stays_as_it_was()
    {
        var before = Loaded(Some.Entry(5, "a"));
        Assert.Throws<ArgumentException>(() => _index.Load([Some.Entry(2), Some.Entry(1)], 9));
        Assert.Throws<ArgumentException>(() => _index.Load([Some.Entry(1), Some.Entry(1)], 9));
        Assert.Throws<ArgumentException>(() => _index.Load(Some.Entries(5000, 1).Append(Some.Entry(4000)), 9));
        Assert.Same(before, _index.Current);
    }

    [Fact]
    public void What_is_written_must_have_its_text_or_nothing_is()
    {
        var before = Loaded(Some.Entry(5, "a"));
        Assert.Throws<ArgumentException>(() => _index.Apply([Some.Entry(6), Some.Entry(7) with { Text = null }], [5], 9));
        Assert.Same(before, _index.Current);
    }

    [Fact]
    public void Of_a_text_that_is_written_twice_the_last_version_counts()
    {
        var snapshot = _index.Apply([Some.Entry(1, "b"), Some.Entry(2, "a"), Some.Entry(1, "a")], [], 1);
        Assert.Equal(2, snapshot.Count);
        Assert.Equal([2, 1], snapshot.Find(A).Top(TextOrder.Newest, 10).Select(t => t.Id));
    }

    [Fact]
    public void A_text_that_is_deleted_and_written_at_once_stays() =>
        Assert.Equal(1, _index.Apply([Some.Entry(1, "a")], [1, 2], 1).Find(A).Total);

    [Fact]
    public void Deleting_what_is_not_there_changes_nothing_but_the_sequence()
    {
        Loaded(Some.Entry(5, "a"));
        var snapshot = _index.Apply([], [4, 6], 12);
        Assert.Equal((1, 12L), (snapshot.Count, snapshot.Sequence));
    }

    [Fact]
    public void Loading_forgets_what_was_there()
    {
        Loaded(Some.Entry(5, "a"));
        var snapshot = Loaded(Some.Entry(6, "b"));
        Assert.Equal(0, snapshot.Find(A).Total);
        Assert.Equal(-1, snapshot.Vocabulary.Find("a"));
    }

    [Fact]
    public void A_text_tells_everything_that_was_said_of_it()
    {
        var snapshot = Loaded(Some.Entry(7, "電源 入る 電源", "電源がﾊｲﾗﾅｲ") with
        {
            Product = "ノート",
            Topics = "price app",
            Intents = "complaint",
            Opinions = "電源/入らない/-1\t電源/入らない/-1",
            Scores = """{"nps":3,"comment":"x"}""",
            Attributes = """{"地域":"関東","会員種別":"法人","n":1}""",
            Score = -0.5,
            Sentiment = SentimentLabel.Negative,
            Channel = Channel.Review,
            Customer = "c-00000000000000aa",
        });
        Assert.True(snapshot.TryGet(7, out var text));
        Assert.False(snapshot.TryGet(8, out _));
        Assert.Equal(("電源 入る 電源", "電源がハイラナイ"), (string.Join(' ', text.Terms.ToArray().Select(t => snapshot.Vocabulary[t])), text.Text.ToString()));
        Assert.Equal(["電源/入らない/-1", "電源/入らない/-1"], text.Opinions.ToArray().Select(o => snapshot.Opinions[o]));
        Assert.Equal((7L, 739_007, Channel.Review, SentimentLabel.Negative, -0.5, "店舗", "ノート", "法人", "und"), (text.Id, text.Day, text.Channel, text.Sentiment, text.Score, text.Source, text.Product, text.Segment, text.Language));
        Assert.Equal(["price", "app", "complaint"], text.Topics.Concat(text.Intents));
        Assert.Equal((3, null, "関東", null), (text.CustomerScore("nps"), text.CustomerScore("comment"), text.Attribute("地域"), text.Attribute("n")));
        Assert.Equal(0xAAUL, text.Customer);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"\\ud800\":\"x\"}")]
    [InlineData("{\"nps\":1e999}")]
    public void What_is_no_json_object_counts_as_nothing(string json) =>
        Assert.Equal(0, Loaded(Some.Entry(1) with { Scores = json, Attributes = json }).Find(new FieldMatch(QueryField.Segment, "", true)).Total);

    private IndexSnapshot Loaded(params IndexEntry[] entries) => _index.Load(entries, 1);
}
