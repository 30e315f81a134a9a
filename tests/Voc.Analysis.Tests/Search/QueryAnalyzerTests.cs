using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class QueryAnalyzerTests
{
    private static readonly QueryAnalyzer Analyzer = new(Shipped.Analyzer.Terms, Shipped.Analyzer.Taxonomy);

    [Theory]
    [InlineData("落ちました", "落ちる")]
    [InlineData("アプリが落ちました", "アプリが落ちました ∨ アプリ+落ちる")]
    [InlineData("\"アプリが落ちました\"", "アプリ+落ちる")]
    [InlineData("関西国際空港", "関西国際空港 ∨ 関西+国際+空港")]
    [InlineData("ＺＱ－１Ｘ２９９", "zq-1x299 ∨ zq-1x299+zq+1x299")]
    [InlineData("ログ*", "ログ…")]
    [InlineData("ＺＱ*", "zq…")]
    [InlineData("繋が*", "繋が…")]
    [InlineData("注文番*", "注文番… ∨ 注文+番…")]
    [InlineData("アプリ の 画面", "アプリ ∧ 画面")]
    [InlineData("アプリ -の", "アプリ")]
    [InlineData("-アプリ", "¬アプリ")]
    [InlineData("product:\"ZQ-1 ミニ\"", "product=zq-1 ミニ")]
    [InlineData("product:加湿*", "product=加湿…")]
    [InlineData("topic:app.login", "topic=app.login")]
    [InlineData("topic:no-such-topic", "topic=no-such-topic")]
    [InlineData("term:\"落ちました\"", "落ちました")]
    [InlineData("term:ＺＱ－１Ｘ２９９", "ＺＱ－１Ｘ２９９")]
    [InlineData("索引語:ログ*", "ログ…")]
    [InlineData("", "everything")]
    public void Words_are_analysed_as_documents_are(string query, string expected) =>
        Assert.Equal(expected, Describe(Analyzer.Analyze(QueryParser.Parse(query))));

    [Theory]
    [InlineData("pair:\"ログイン/できない/-1\"", "ログイン", "できない", -1)]
    [InlineData("pair:\"/遅い/-1\"", "", "遅い", -1)]
    [InlineData("pair:\"a／b/遅い/0\"", "a/b", "遅い", 0)]
    [InlineData("pair:\"ログイン//\"", "ログイン", null, null)]
    [InlineData("pair:\"ログイン//-1\"", "ログイン", null, -1)]
    [InlineData("pair:\"ログイン//0\"", "ログイン", null, 0)]
    public void An_opinion_can_be_given_by_its_key(string query, string target, string? expression, int? polarity) =>
        Assert.Equal(new OpinionMatch(target, expression, polarity), Analyzer.Analyze(QueryParser.Parse(query)));

    [Theory]
    [InlineData("pair:ログイン")]
    [InlineData("pair:\"ログイン/できない/2\"")]
    [InlineData("pair:\"//\"")]
    [InlineData("pair:\"//1\"")]
    [InlineData("pair:\"ログイン//2\"")]
    [InlineData("pair:ログイン*")]
    public void What_is_no_key_of_an_opinion_is_refused(string query) => Assert.Throws<QueryException>(() => QueryParser.Parse(query));

    [Theory]
    [InlineData("topic:delivery")]
    [InlineData("話題:配送")]
    [InlineData("topic:Delivery")]
    public void A_topic_stands_for_those_below_it_and_goes_by_its_name_too(string query)
    {
        var labels = Describe(Analyzer.Analyze(QueryParser.Parse(query))).Split(" ∨ ");

        Assert.Equal("topic=delivery", labels[0]);
        Assert.Contains("topic=delivery.delay", labels);
        Assert.All(labels, label => Assert.StartsWith("topic=delivery", label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("の")]
    [InlineData("は -が")]
    [InlineData("！？ OR です")]
    public void A_query_without_a_single_term_says_so(string query) =>
        Assert.Equal("no-words", Assert.Throws<QueryException>(() => Analyzer.Analyze(QueryParser.Parse(query))).Code);

    private static string Describe(Match match) => match switch
    {
        TermsMatch terms => string.Join('+', terms.Terms) + (terms.Prefix ? "…" : ""),
        FieldMatch field => $"{field.Field.Name()}={field.Value}{(field.Prefix ? "…" : "")}",
        NoneMatch none => "¬" + Describe(none.Part),
        AllMatch all => string.Join(" ∧ ", all.Parts.Select(Describe)),
        AnyMatch any => string.Join(" ∨ ", any.Parts.Select(Describe)),
        _ => "everything",
    };
}
