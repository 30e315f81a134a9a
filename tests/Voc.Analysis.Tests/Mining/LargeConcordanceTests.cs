using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Mining;

public sealed class LargeConcordanceTests
{
    private static readonly IndexTerms Terms = Shipped.Analyzer.Terms;
    private static readonly QueryAnalyzer Analyzer = new(Terms, Shipped.Analyzer.Taxonomy);

    private static readonly string[] Said =
    [
        "炊飯器の炊飯が遅い", "炊飯器を再起動した。炊飯器は直った", "型番ZQ-1X299とzq-1x299、ZQ", "配送が遅い。配送は早い。遅い配送", "はいはい、はい",
        "画面の右が暗い", "画面の左が暗い", "画面が暗い。画面が明るい", "関西国際空港で関西の空港", "",
    ];

    [Theory]
    [InlineData("炊飯器")]
    [InlineData("炊飯")]
    [InlineData("word:炊飯")]
    [InlineData("word:炊飯器")]
    [InlineData("炊飯*")]
    [InlineData("zq*")]
    [InlineData("zq-1x299 OR zq OR 1x299")]
    [InlineData("\"配送が遅い\" OR 配送")]
    [InlineData("\"zq-1x299 zq\"")]
    [InlineData("関西国際空港 OR 空港")]
    [InlineData("はい")]
    [InlineData("'が'")]
    [InlineData("'はい' OR 'いは'")]
    [InlineData("missing")]
    public void The_index_tells_as_many_places_as_reading_finds(string query)
    {
        var (snapshot, match) = (Archive(), Analyzer.Analyze(QueryParser.Parse(query)));
        var keyword = KeywordOccurrences.Of(match);
        var indexed = IndexedKeyword.Of(keyword, snapshot)!;
        var places = new List<(int First, int End)>();
        foreach (var text in snapshot.Find(Match.Everything))
        {
            indexed.Find(text, places);
            Assert.Equal(keyword.In(Said[text.Id % Said.Length], Terms).Count, places.Count);
        }

        var all = snapshot.Find(Match.Everything);
        var (byText, byContext) = (LargeConcordance.ByText(all, indexed, TextOrder.Newest, default), LargeConcordance.ByContext(all, indexed, left: true, default)!);
        Assert.Equal((byText.Texts, byText.Occurrences), (byContext.Texts, byContext.Occurrences));
        Assert.Equal(byText.Occurrences, byText.Lines(all, indexed, 0, int.MaxValue, default).Distinct().Count());
    }

    [Theory]
    [InlineData("画面", false, "の右 の左 が明るい が暗い")]
    [InlineData("'画面の'", false, "右が 左が")]
    [InlineData("遅い", true, "早い。 炊飯が 配送が")]
    public void Lines_are_in_the_order_of_what_stands_beside_the_keyword_on_every_page(string query, bool left, string neighbours)
    {
        var (snapshot, match) = (Archive(), Analyzer.Analyze(QueryParser.Parse(query)));
        var (keyword, texts) = (KeywordOccurrences.Of(match), snapshot.Find(Match.Everything));
        var indexed = IndexedKeyword.Of(keyword, snapshot)!;
        var whole = LargeConcordance.ByContext(texts, indexed, left, default)!;
        var all = whole.Lines(texts, indexed, 0, int.MaxValue, default);

        // Another one that is asked for pages from the last to the first.
        var other = LargeConcordance.ByContext(texts, indexed, left, default)!;
        for (var skip = all.Count - 1; skip >= 0; skip -= 3)
        {
            Assert.Equal(all.Skip(skip).Take(4), other.Lines(texts, indexed, skip, 4, default));
        }
        var shown = all.Select(l => Beside(l, keyword, left)).ToList();
        Assert.Equal(neighbours.Split(' '), neighbours.Split(' ').OrderBy(n => shown.FindIndex(s => left ? s.EndsWith(n, StringComparison.Ordinal) : s.StartsWith(n, StringComparison.Ordinal))));
        Assert.All(neighbours.Split(' '), n => Assert.Contains(shown, s => left ? s.EndsWith(n, StringComparison.Ordinal) : s.StartsWith(n, StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_in_an_order_of_texts_are_those_of_the_texts_in_it()
    {
        var (snapshot, match) = (Archive(), Analyzer.Analyze(QueryParser.Parse("炊飯器 OR 画面")));
        var (indexed, texts) = (IndexedKeyword.Of(KeywordOccurrences.Of(match), snapshot)!, snapshot.Find(match));
        var concordance = LargeConcordance.ByText(texts, indexed, TextOrder.Oldest, default);
        var all = concordance.Lines(texts, indexed, 0, int.MaxValue, default);

        Assert.Equal(all.OrderBy(l => l.Id).ThenBy(l => l.Occurrence), all);
        Assert.Equal(concordance.Occurrences, all.Count);
        Assert.Equal(texts.Total, all.DistinctBy(l => l.Id).Count());
        Assert.Equal(all.Skip(11).Take(5), concordance.Lines(texts, indexed, 11, 5, default));
        Assert.Empty(concordance.Lines(texts, indexed, all.Count, 5, default));
    }

    [Theory]
    [InlineData("配送 OR 'が'")]
    [InlineData("\"配送 遅い\"~3")]
    public void What_the_index_cannot_tell_it_does_not_pretend_to(string query) =>
        Assert.Null(IndexedKeyword.Of(KeywordOccurrences.Of(Analyzer.Analyze(QueryParser.Parse(query))), Archive()));

    private static string Beside(ConcordancePlace line, KeywordOccurrences keyword, bool left)
    {
        var text = Said[line.Id % Said.Length];
        var span = keyword.In(text, Terms)[line.Occurrence];
        return left ? text[..span.Start] : text[span.End..];
    }

    private static IndexSnapshot Archive() => new ArchiveIndex().Load(
        Enumerable.Range(0, 4 * Said.Length).Select(i => Retrieval.Some.Entry(i + 1000, "", Said[i % Said.Length]) with { Terms = Line(Said[i % Said.Length]) }), 1);

    private static byte[] Line(string text)
    {
        var terms = Terms.Read(text);
        return TermLine.Write(terms.Terms, terms.Compounds);
    }
}
