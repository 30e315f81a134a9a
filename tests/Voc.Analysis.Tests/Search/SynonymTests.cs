using Voc.Analysis.Search;
using Voc.Analysis.Synonyms;

namespace Voc.Analysis.Tests.Search;

public sealed class SynonymTests
{
    private static readonly QueryOptions Widened = new() { Synonyms = true };

    public static IEnumerable<object[]> Rows => SpecTable.Rows("Search/Specs/Synonyms.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_word_stands_for_what_its_row_says(string word, string expected, string excluded)
    {
        var found = Over(SynonymGroups.None).Analyze(new OrNode([Word(word), Word("配送")], 0, 1), Widened).Expansions
            .Where(e => e.Word == word).SelectMany(e => e.Alternatives).Select(a => a.Text).ToList();

        Assert.Empty(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(found));
        Assert.Empty(excluded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(found));
    }

    [Fact]
    public void A_company_s_own_synonyms_come_first_and_say_so()
    {
        var analyzer = Over(new([["アクアポット", "ウォーターサーバー", "AP-1"]]));

        var alternatives = Assert.Single(analyzer.Analyze(QueryParser.Parse("ａｐ－１"), Widened).Expansions).Alternatives;

        Assert.Equal([("アクアポット", AlternativeKind.Company), ("ウォーターサーバー", AlternativeKind.Company)], alternatives.Take(2).Select(a => (a.Text, a.Kind)));
    }

    [Fact]
    public void Synonyms_are_added_on_demand_only()
    {
        var query = QueryParser.Parse("配送");

        Assert.IsType<TermsMatch>(Over(SynonymGroups.None).Analyze(query, QueryOptions.Default).Match);
        Assert.Contains("配達", Terms(Over(SynonymGroups.None).Analyze(query, Widened)));
    }

    [Theory]
    [InlineData("\"配送\"")]
    [InlineData("遅い -配送")]
    [InlineData("配*")]
    [InlineData("product:配送")]
    [InlineData("'配送'")]
    public void Quotes_exclusion_prefixes_and_fields_keep_to_what_was_typed(string query) =>
        Assert.DoesNotContain("配達", Over(SynonymGroups.None).Analyze(QueryParser.Parse(query), Widened).Expansions.SelectMany(e => e.Alternatives).Select(a => a.Text));

    [Fact]
    public void A_synonym_that_is_left_out_is_still_listed()
    {
        var analyzed = Over(SynonymGroups.None).Analyze(QueryParser.Parse("配送"), Widened with { Without = ["宅配", "ＤＥＬＩＶＥＲＹ"] });

        Assert.Equal(["delivery", "宅配"], analyzed.Expansions.SelectMany(e => e.Alternatives).Where(a => !a.Used).Select(a => a.Text).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("宅配", Terms(analyzed));
        Assert.Contains("配達", Terms(analyzed));
    }

    [Fact]
    public void What_was_typed_ranks_above_what_means_the_same()
    {
        var parts = Assert.IsType<AnyMatch>(Over(SynonymGroups.None).Analyze(QueryParser.Parse("配送^2"), Widened).Match).Parts.Cast<TermsMatch>().ToList();

        Assert.Equal(("配送", 2.0), (parts[0].Terms[0], parts[0].Boost));
        Assert.All(parts.Skip(1), p => Assert.Equal(1.2, p.Boost, 6));
    }

    [Fact]
    public void The_dictionary_that_ships_is_whole() => Assert.InRange(Knowledge.Synonyms.Count, 70_000, 80_000);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"1\",\"items\":[{\"midashi\":\"a\",\"expandControl\":\"x\"}]}]")]
    [InlineData("[{\"id\":\"1\",\"items\":[{\"midashi\":\"a\"")]
    public void A_file_of_another_format_is_refused_with_its_name(string json)
    {
        var path = Path.Combine(Path.GetTempPath(), $"voc-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, json);
        try
        {
            Assert.Contains(Path.GetFileName(path), Assert.Throws<DataFileException>(() => SynonymDictionary.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static WordNode Word(string text) => new(text, false, false, 0, text.Length);

    private static QueryAnalyzer Over(SynonymGroups company) =>
        new(Shipped.Analyzer.Terms, Shipped.Taxonomy, null, Knowledge.Spellings with { Company = company });

    private static List<string> Terms(AnalyzedQuery analyzed) =>
        [.. Assert.IsType<AnyMatch>(analyzed.Match).Parts.Cast<TermsMatch>().Select(t => string.Join(' ', t.Terms))];
}
