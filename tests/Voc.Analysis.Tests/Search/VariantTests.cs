using System.Diagnostics;
using Voc.Analysis.Search;
using Voc.Analysis.Spelling;

namespace Voc.Analysis.Tests.Search;

public sealed class VariantTests
{
    private const string Spec = "Search/Specs/Variants.md";
    private static readonly IndexTerms Terms = Shipped.Analyzer.Terms;

    public static IEnumerable<object[]> Found => SpecTable.Rows(Spec, "Found");

    public static IEnumerable<object[]> NotFound => SpecTable.Rows(Spec, "Not found");

    [Theory]
    [MemberData(nameof(Found))]
    public void A_word_is_found_in_its_other_spelling(string one, string other)
    {
        Assert.True(Finds(one, other.Trim('"')), $"{one} → {other}");
        Assert.True(Finds(other, one.Trim('"')), $"{other} → {one}");
    }

    [Theory]
    [MemberData(nameof(NotFound))]
    public void Another_word_is_not_found_however_alike_it_is_spelt(string one, string other)
    {
        Assert.False(Finds(one, other), $"{one} → {other}");
        Assert.False(Finds(other, one), $"{other} → {one}");
    }

    [Fact]
    public void A_spelling_can_be_left_out()
    {
        var analyzer = Over("サーバーが落ちた", "サーバが落ちた");
        var query = QueryParser.Parse("サーバ 落ちる");

        var widened = analyzer.Analyze(query, QueryOptions.Default);
        var narrowed = analyzer.Analyze(query, new QueryOptions { Without = ["ｻｰﾊﾞｰ"] });

        var alternative = Assert.Single(Assert.Single(widened.Expansions).Alternatives);
        Assert.Equal(("サーバー", AlternativeKind.Spelling, true), (alternative.Text, alternative.Kind, alternative.Used));
        Assert.False(Assert.Single(Assert.Single(narrowed.Expansions).Alternatives).Used);
        Assert.Equal(["サーバ", "落ちる"], Assert.IsType<AllMatch>(narrowed.Match).Parts.Select(p => Assert.IsType<TermsMatch>(p).Terms[0]));
    }

    [Theory]
    [InlineData("加湿器")]
    [InlineData("焦げ臭い")]
    [InlineData("お問い合わせ")]
    public void A_word_is_no_other_spelling_of_itself(string word)
    {
        var expansions = Over(word, word + "を買った").Analyze(QueryParser.Parse(word), QueryOptions.Default).Expansions;

        Assert.DoesNotContain(expansions.SelectMany(e => e.Alternatives), a => a.Text == word);
    }

    [Fact]
    public void An_expansion_knows_the_place_of_its_word_in_the_query()
    {
        var expansion = Assert.Single(Over("サーバー").Analyze(QueryParser.Parse("落ちる -サーバ"), QueryOptions.Default).Expansions);

        Assert.Equal(("サーバ", 5, 3), (expansion.Word, expansion.Start, expansion.Length));
    }

    [Fact]
    public void A_term_that_comes_later_is_known_from_then_on()
    {
        var vocabulary = new List<string> { "サーバ" };
        var lookup = new VariantLookup(Knowledge.Keys, () => vocabulary.Count, i => vocabulary[i]);
        Assert.Empty(lookup.Find("サーバ"));

        vocabulary.AddRange(["配送", "サーバー"]);

        Assert.Equal(["サーバー"], lookup.Find("サーバ"));
        Assert.Equal(["サーバ"], lookup.Find("サーバー"));
    }

    [Fact]
    public void Spellings_of_any_string_are_found_in_bounded_time()
    {
        var started = Stopwatch.GetTimestamp();
        AnyText.Always(text =>
        {
            _ = Over(text).Analyze(new WordNode(text, false, false, 0, text.Length) is var word && Terms.From(text).Count > 0 ? word : null, QueryOptions.Default);
            return true;
        });
        Assert.True(Stopwatch.GetElapsedTime(started) < AnyText.Patience);
    }

    private static bool Finds(string query, string text)
    {
        var terms = Terms.From(text);
        return Holds(Over(text).Analyze(QueryParser.Parse(query)), terms);
    }

    private static QueryAnalyzer Over(params string[] texts)
    {
        var vocabulary = texts.SelectMany(Terms.From).Distinct().ToList();
        var lookup = new VariantLookup(Knowledge.Keys, () => vocabulary.Count, i => vocabulary[i]);
        return new QueryAnalyzer(Terms, Shipped.Taxonomy, null, Knowledge.Spellings with { Variants = lookup.Find });
    }

    private static bool Holds(Match match, IReadOnlyList<string> terms) => match switch
    {
        TermsMatch word => Enumerable.Range(0, terms.Count).Any(at => word.IsAt(terms, at)),
        NoneMatch none => !Holds(none.Part, terms),
        AllMatch all => all.Parts.All(p => Holds(p, terms)),
        AnyMatch any => any.Parts.Any(p => Holds(p, terms)),
        _ => throw new InvalidOperationException(),
    };
}
