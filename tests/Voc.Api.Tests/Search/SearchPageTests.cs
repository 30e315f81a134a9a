using System.Text.RegularExpressions;
using Voc.Analysis.Search;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

/// <summary>What docs/search.md teaches works.</summary>
public sealed partial class SearchPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "search.md"));

    public static IEnumerable<object[]> Examples => Rows("| 書き方 |").SelectMany(cells => Codes(cells[0])).Select(code => new object[] { code });

    public static IEnumerable<object[]> Slips => Rows("| 検索式 |").Select(cells => new object[] { Codes(cells[0]).Single(), Codes(cells[1]).Single() });

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_a_query(string query) => Assert.NotNull(QueryParser.Parse(query));

    [Theory]
    [MemberData(nameof(Slips))]
    public void Every_slip_is_answered_as_the_page_says(string query, string suggestion)
    {
        if (query == "の")
        {
            // A particle is a query; that nothing is indexed by it shows when it is analysed.
            Assert.NotNull(QueryParser.Parse(query));
            return;
        }
        Assert.Equal(suggestion, Assert.Throws<QueryException>(() => QueryParser.Parse(query)).Suggestion);
    }

    [Fact]
    public void Every_field_is_on_the_page() =>
        Assert.All(QueryFields.Names, name => Assert.Contains($"`{name}`", string.Join('\n', Lines), StringComparison.Ordinal));

    private static IEnumerable<string[]> Rows(string heading)
    {
        for (var line = 0; line < Lines.Length; line++)
        {
            if (!Lines[line].StartsWith(heading, StringComparison.Ordinal))
            {
                continue;
            }
            foreach (var row in Lines.Skip(line + 2).TakeWhile(l => l.StartsWith('|')))
            {
                yield return row.Split('|')[1..^1];
            }
        }
    }

    private static IEnumerable<string> Codes(string cell) => Code().Matches(cell).Select(m => m.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
