using Voc.Analysis.Classification;
using Voc.Analysis.Opinions;
using Voc.Analysis.Tests.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Tests.Classification;

public sealed class FarewellTests
{
    public static IEnumerable<object[]> Rows => SpecTable.Rows("Classification/Specs/Farewells.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Who_leaves_is_told_from_who_does_not(string text, string leaves)
    {
        var passage = new Passage(NormalizedText.From(text).Text, Ipadic.Tokenizer);

        Assert.Equal(leaves == "yes", Farewells.In(passage, new(0, passage.Count)) > 0);
    }

    [Fact]
    public void A_farewell_in_one_sentence_of_many_is_an_intent_of_the_text()
    {
        var read = Shipped.Analyzer.Analyze("先月、家族四人で二泊しました。部屋は海側の和室です。夕食は七時に始まりました。翌朝は八時に出ました。もう泊まりません。");

        Assert.Contains("churn-risk", read.Intents.Select(i => i.Label));
    }
}
