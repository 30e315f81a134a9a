using System.Diagnostics;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

/// <summary>Whatever is typed has an answer: a query, or what is wrong with it and, where anything is left, a query instead.</summary>
public sealed partial class QueryFuzzTests
{
    private static readonly string[] Pieces =
    [
        "配送", "遅い", "です", "ａｂｃ", "ZQ-1X", "AND", "OR", "NOT", "ＡＮＤ", "&&", "||", " ", "　", "\n", "\0", "(", ")", "（", "）", "\"", "“", "”", "「", "」", "'", "’", "‘", "＇",
        "*", "＊", "+", "-", "−", "^", "^2", "^0", "＾", "~", "~3", "～", "[", "]", "{", "}", "［", "TO", " TO ", ":", "：", ">=", "<", "≦", "..", "/", "=", "2025-03", "2025-13-99", "9", "-0.5", "１０",
        "channel:", "date:", "日付：", "nps:", "score:", "opinion:", "attribute:", "issue:", "id:", "topic:", "foo:", "term:", "review", "\ud83d", "\ude00", "\ud83d\ude00", "\ufdfa",
    ];

    private static readonly QueryAnalyzer Analyzer = new(Shipped.Analyzer.Terms, Shipped.Analyzer.Taxonomy);
    private static readonly string[] Valid = [.. SpecTable.Rows("Search/Specs/Queries.md").Where(r => r.Length == 2).Select(r => (string)r[0])];

    [Fact]
    public void Any_string_is_answered() => Always(ArbMap.Default.GeneratorFor<string?>(), 2_000);

    [Fact]
    public void Any_mixture_of_signs_and_words_is_answered() =>
        Always(Gen.Elements(Pieces).ListOf().Select(pieces => (string?)string.Concat(pieces)), 5_000);

    [Fact]
    public void A_query_with_a_slip_is_answered() => Always(
        from query in Gen.Elements(Valid)
        from at in Gen.Choose(0, query.Length)
        from removed in Gen.Choose(0, 2)
        from added in Gen.OneOf(Gen.Constant(""), Gen.Elements(Pieces))
        select (string?)(query[..at] + added + query[Math.Min(query.Length, at + removed)..]),
        5_000);

    [Theory]
    [InlineData("”'\"")]
    [InlineData("NOT \"’\"")]
    public void Quotation_marks_alone_are_answered_without_a_suggestion(string query)
    {
        var wrong = Assert.Throws<QueryException>(() => Analyzer.Analyze(QueryParser.Parse(query)));

        Assert.Equal(("no-words", null), (wrong.Code, wrong.Suggestion));
    }

    [Fact]
    public void The_most_tangled_query_is_answered_in_bounded_time()
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var piece in Pieces)
        {
            foreach (var length in (int[])[1999, 100_000])
            {
                Check(string.Concat(Enumerable.Repeat(piece, length))[..length]);
            }
        }
        Assert.True(Stopwatch.GetElapsedTime(started) < AnyText.Patience);
    }

    private static void Always(Gen<string?> queries, int tests) =>
        Prop.ForAll(queries.ToArbitrary(), query => Check(query)).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static void Check(string? query)
    {
        try
        {
            var node = QueryParser.Parse(query);
            Assert.True(node is null || (node.Start >= 0 && node.Length > 0 && node.Start + node.Length <= query!.Length), query);
            _ = Analyzer.Analyze(node);
        }
        catch (QueryException wrong)
        {
            Assert.InRange(wrong.Position, 0, query!.Length);
            if (wrong.Suggestion is { } suggestion)
            {
                Assert.NotNull(QueryParser.Parse(suggestion));
            }
            else if (wrong.Code == "no-words")
            {
                // Quotation marks alone, which nothing can be put around.
                Assert.DoesNotContain(Signs().Replace(query!, ""), char.IsLetterOrDigit);
            }
        }
    }

    [GeneratedRegex("AND|OR|NOT|ＡＮＤ|ＯＲ|ＮＯＴ")]
    private static partial Regex Signs();
}
