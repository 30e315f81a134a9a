using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Similarity;

namespace Voc.Analysis.Tests.Similarity;

public sealed class SimilarTextTests
{
    private const string Specs = "Similarity/Specs/Similar.md";

    public static IEnumerable<object[]> Same => SpecTable.Rows(Specs, "Same");

    public static IEnumerable<object[]> Retold => SpecTable.Rows(Specs, "Retold");

    public static IEnumerable<object[]> Different => SpecTable.Rows(Specs, "Different");

    [Theory]
    [MemberData(nameof(Same))]
    public void What_differs_in_tone_alone_is_nearly_the_same(string one, string other) => Assert.True(AreSimilar(one, other));

    [Theory]
    [MemberData(nameof(Different))]
    public void What_says_something_else_is_not(string one, string other) => Assert.False(AreSimilar(one, other));

    [Theory]
    [InlineData("")]
    [InlineData("。。。")]
    [InlineData("はい")]
    [InlineData("\ud83d")]
    public void A_text_with_hardly_a_letter_has_no_wording(string text) => Assert.Equal(0, Shipped.Analyzer.Wording(text));

    [Theory]
    [InlineData("そうですよね", "そうだね")]
    [InlineData("ですよね", "ますよね")]
    public void Of_two_texts_that_are_hardly_more_than_tone_each_has_its_own(string one, string other) =>
        Assert.Equal(one[0] == other[0], AreSimilar(one, other));

    [Fact]
    public void Marks_cannot_change_where_a_word_ends() =>
        Prop.ForAll(Gen.Elements("右、折の", "ブレーキ、が", "かけ。ない", "今日・中", "お・かし", "い な い", "…と、ても", "「す」ぐ").ListOf().Where(l => l.Count > 1).ToArbitrary(), parts =>
            Assert.Equal(Shipped.Analyzer.Wording(string.Concat(parts)), Shipped.Analyzer.Wording(string.Concat(parts.SelectMany(p => p).Where(char.IsLetter))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_a_text_gives_its_wording_too()
    {
        const string Text = "ＡＢＳの警告灯が、とても頻繁に点灯します。";

        Assert.Equal(Shipped.Analyzer.Wording(Text), Shipped.Analyzer.Analyze(Text).Wording);
    }

    [Theory]
    [MemberData(nameof(Retold))]
    public void Who_says_something_more_says_the_same(string one, string other) => Assert.True(AreOne(one, other) && AreOne(other, one));

    [Theory]
    [MemberData(nameof(Different))]
    public void Who_turns_one_word_round_does_not_whatever_stands_around_it(string one, string other)
    {
        Assert.False(AreOne(one, other));
        Assert.False(AreOne($"買って一週間です。{one}\n返事をください。", $"買って一週間です。{other}\n返事をください。"));
    }

    private static bool AreOne(string one, string other) => new Retelling(Shipped.Analyzer, id => id == 0 ? one : other).IsOne(0, 1);

    private static bool AreSimilar(string one, string other) => Wording(one) == Wording(other);

    private static long Wording(string text)
    {
        var wording = Shipped.Analyzer.Wording(text);
        Assert.InRange(wording, 1, (1L << 48) - 1);
        return wording;
    }
}
