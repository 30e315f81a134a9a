using Voc.Analysis.Classification;
using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Classification;

public sealed class TaxonomyTests
{
    [Fact]
    public void The_shipped_taxonomy_has_two_levels_and_a_name_in_both_languages_for_each_topic()
    {
        var taxonomy = Shipped.Analyzer.Taxonomy;

        Assert.InRange(taxonomy.Topics.Count(t => t.Parent is not null), 55, 100);
        Assert.All(taxonomy.Topics.Where(t => t.Parent is not null), t => Assert.Null(taxonomy.Find(t.Parent!)!.Parent));
        Assert.All(taxonomy.Topics, t => Assert.NotEqual(t.Ja, t.En));
    }

    [Fact]
    public void A_topic_of_ones_own_is_recognised_by_its_keywords()
    {
        var taxonomy = Taxonomy.Parse("""{"version":1,"name":"own","topics":[{"id":"gift","ja":"のし","en":"Gift wrap","keywords":{"熨斗":3,"のし紙":3}}]}""", "own.json");
        var analyzer = new Analyzer(Morphology.Ipadic.Tokenizer, Shipped.Lexicon, taxonomy, Shipped.Language, ReadingModel.Untrained);

        Assert.Equal("gift", Assert.Single(analyzer.Analyze("のし紙を付けてもらえますか").Topics).Label);
    }

    [Theory]
    [InlineData("""{"version":2,"name":"x","topics":[]}""", "own.json", "version")]
    [InlineData("""{"version":1,"name":"x","topics":[{"id":"A b","ja":"あ","en":"a","keywords":{}}]}""", "topics[0]", "lower-case")]
    [InlineData("""{"version":1,"name":"x","topics":[{"id":"a","ja":"","en":"a","keywords":{}}]}""", "topics[0]", "name in ja")]
    [InlineData("""{"version":1,"name":"x","topics":[{"id":"a","ja":"あ","en":"a","keywords":{}},{"id":"a","ja":"い","en":"b","keywords":{}}]}""", "topics[1]", "twice")]
    [InlineData("""{"version":1,"name":"x","topics":[{"id":"a","ja":"あ","en":"a","parent":"b","keywords":{}}]}""", "topics[0]", "does not exist")]
    [InlineData("""{"version":1,"name":"x","topics":[{"id":"a","ja":"あ","en":"a","keywords":{}},{"id":"b","ja":"い","en":"b","parent":"a","keywords":{}},{"id":"c","ja":"う","en":"c","parent":"b","keywords":{}}]}""", "topics[2]", "two levels")]
    [InlineData("""{"version":1,"name":"x","topics":[{"id":"a","ja":"あ","en":"a","keywords":{"語":0}}]}""", "topics[0]", "weight")]
    [InlineData("{\"version\":1,\"name\":\"x\",\n\"topics\":[{\"id\":\"a\",\"ja\":\"あ\",\"en\":\"a\",\"keyword\":{}}]}", "own.json:2", "keyword")]
    [InlineData("""{"version":1,"name":"x"}""", "own.json", "topics")]
    [InlineData("nonsense", "own.json:1", "valid")]
    public void A_taxonomy_that_cannot_be_used_says_where_and_why(string json, string place, string reason)
    {
        var error = Assert.Throws<DataFileException>(() => Taxonomy.Parse(json, "own.json"));

        Assert.Contains(place, error.Place, StringComparison.Ordinal);
        Assert.Contains(reason, error.Problem.En, StringComparison.Ordinal);
    }
}
