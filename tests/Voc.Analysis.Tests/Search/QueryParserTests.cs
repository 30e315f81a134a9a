using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class QueryParserTests
{
    private const string Spec = "Search/Specs/Queries.md";

    public static IEnumerable<object[]> Understood => SpecTable.Rows(Spec).Where(row => row.Length == 2);

    public static IEnumerable<object[]> Wrong => SpecTable.Rows(Spec).Where(row => row.Length == 3);

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_query_is_understood_as_its_row_says(string query, string expected) =>
        Assert.Equal(expected.Replace("∅", "", StringComparison.Ordinal), Describe(QueryParser.Parse(query)));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_query_says_where_and_why_in_both_languages(string query, string code, string position)
    {
        var wrong = Assert.Throws<QueryException>(() => QueryParser.Parse(query));

        Assert.Equal((code, int.Parse(position, System.Globalization.CultureInfo.InvariantCulture)), (wrong.Code, wrong.Position));
        Assert.StartsWith($"{wrong.Position + 1}文字目: ", wrong.Explanation.Ja, StringComparison.Ordinal);
        Assert.StartsWith($"At character {wrong.Position + 1}: ", wrong.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_does_not_exist_is_answered_with_the_nearest_that_does()
    {
        var wrong = Assert.Throws<QueryException>(() => QueryParser.Parse("chanel:review"));

        Assert.Contains("Did you mean channel?", wrong.Explanation.En, StringComparison.Ordinal);
        Assert.Contains("「channel」ではありませんか。", wrong.Explanation.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_knows_its_place_in_the_query()
    {
        var and = Assert.IsType<AndNode>(QueryParser.Parse(" 配送 -（返金 OR 交換*）"));

        Assert.Equal([(1, 2), (4, 11)], and.Parts.Select(p => (p.Start, p.Length)));
    }

    [Fact]
    public void A_query_that_is_too_long_or_has_too_many_words_is_refused()
    {
        Assert.Equal("too-long", Assert.Throws<QueryException>(() => QueryParser.Parse(new string('a', 2001))).Code);
        Assert.Equal("too-many", Assert.Throws<QueryException>(() => QueryParser.Parse(string.Join(' ', Enumerable.Repeat("a", 101)))).Code);
        Assert.NotNull(QueryParser.Parse(string.Join(' ', Enumerable.Repeat("a", 100))));
    }

    [Fact]
    public void Any_string_is_a_query_or_a_clear_error()
    {
        const string Pieces = "あ漢aZ0 　\"＂“”「」『』()（）*＊+-－:：~^&|!=.,/\\AND OR NOT channel:\ud83d\ude00\ud83d\0\n";
        var random = new Random(20260401);
        for (var i = 0; i < 10_000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                var node = QueryParser.Parse(query);
                Assert.True(node is null || (node.Start >= 0 && node.Length > 0 && node.Start + node.Length <= query.Length), query);
            }
            catch (QueryException wrong)
            {
                Assert.InRange(wrong.Position, 0, query.Length);
            }
        }
    }

    private static string Describe(QueryNode? node) => node switch
    {
        null => "",
        WordNode word => (word.Quoted ? $"\"{word.Text}\"" : word.Text) + (word.Prefix ? "…" : ""),
        FieldNode field => $"{field.Field.Name()}={field.Value}{(field.Prefix ? "…" : "")}",
        NotNode not => "¬" + Describe(not.Part),
        AndNode and => $"({string.Join(" ∧ ", and.Parts.Select(Describe))})",
        OrNode or => $"({string.Join(" ∨ ", or.Parts.Select(Describe))})",
        _ => throw new InvalidOperationException(),
    };
}
