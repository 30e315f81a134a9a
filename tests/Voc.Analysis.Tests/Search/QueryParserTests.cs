using System.Globalization;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class QueryParserTests
{
    private const string Spec = "Search/Specs/Queries.md";

    public static IEnumerable<object[]> Understood => SpecTable.Rows(Spec).Where(row => row.Length == 2);

    public static IEnumerable<object[]> Wrong => SpecTable.Rows(Spec).Where(row => row.Length == 4);

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_query_is_understood_as_its_row_says(string query, string expected) =>
        Assert.Equal(expected.Replace("∅", "", StringComparison.Ordinal), Describe(QueryParser.Parse(query)));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_query_says_where_and_why_in_both_languages_and_what_to_ask_instead(string query, string code, string position, string suggestion)
    {
        var wrong = Assert.Throws<QueryException>(() => QueryParser.Parse(query));

        Assert.Equal((code, int.Parse(position, CultureInfo.InvariantCulture)), (wrong.Code, wrong.Position));
        Assert.Equal(suggestion, wrong.Suggestion ?? "");
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
    public void What_is_suggested_for_a_query_that_is_too_long_or_has_too_many_words_is_its_beginning()
    {
        Assert.Equal(new string('a', 2000), ErrorOf(new string('a', 3000)).Suggestion);
        Assert.Equal("a " + new string('b', 1500), ErrorOf("a " + new string('b', 1500) + ' ' + new string('c', 1500)).Suggestion);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("a", 100)), ErrorOf(string.Join(' ', Enumerable.Repeat("a", 101))).Suggestion);
    }

    private static QueryException ErrorOf(string query) => Assert.Throws<QueryException>(() => QueryParser.Parse(query));

    private static string Describe(QueryNode? node) => node switch
    {
        null => "",
        WordNode word => (word.Quoted ? $"\"{word.Text}\"" : word.Text) + (word.Prefix ? "…" : "") + (word.Slop > 0 ? $"~{word.Slop}" : "") + (word.Boost != 1 ? Number($"^{word.Boost}") : ""),
        ExactNode exact => $"'{exact.Text}'",
        FieldNode field => $"{field.Field.Name()}={field.Value}{(field.Prefix ? "…" : "")}",
        RangeNode range => $"{range.Field.Name()}∈{(range.FromIncluded ? '[' : '(')}{Bound(range, range.From)} .. {Bound(range, range.To)}{(range.ToIncluded ? ']' : ')')}",
        OpinionNode { Words: null, Target: null, Expression: null } opinion => $"opinion=()/{opinion.Polarity}",
        OpinionNode { Words: { } words } opinion => $"opinion=({words})/{opinion.Polarity}",
        OpinionNode opinion => $"opinion={opinion.Target}/{opinion.Expression}/{opinion.Polarity}",
        NotNode not => "¬" + Describe(not.Part),
        AndNode and => $"({string.Join(" ∧ ", and.Parts.Select(Describe))})",
        OrNode or => $"({string.Join(" ∨ ", or.Parts.Select(Describe))})",
        _ => throw new InvalidOperationException(),
    };

    private static string Bound(RangeNode range, double? bound) => bound switch
    {
        null => "",
        { } day when range.Field == QueryField.Date => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } number => Number($"{number}"),
    };

    private static string Number(FormattableString number) => number.ToString(CultureInfo.InvariantCulture);
}
