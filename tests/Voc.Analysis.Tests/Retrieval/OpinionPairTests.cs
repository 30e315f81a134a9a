using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Tests.Retrieval;

public class OpinionPairTests
{
    private static readonly Gen<string> Word = Gen.Elements("ログイン", "/", "a/b", "遅い", " ").NonEmptyListOf().Select(string.Concat);

    [Fact]
    public void A_pair_is_read_back_from_its_key() =>
        Prop.ForAll(Word.Zip(Word).Zip(Gen.Choose(-1, 1)).Zip(Gen.Elements(true, false)).ToArbitrary(), given =>
        {
            var (((target, expression), polarity), hasTarget) = given;
            var pair = new OpinionPair(hasTarget ? target : null, expression, polarity);
            Assert.True(OpinionPair.TryParse(pair.Key, out var read));
            Assert.Equal(pair, read);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a//1")]
    [InlineData("a/b/2")]
    [InlineData("a/b/x")]
    [InlineData("a/b/1/1")]
    public void What_is_no_key_is_not_read(string? key) => Assert.False(OpinionPair.TryParse(key, out _));

    [Fact]
    public void A_key_holds_no_tab() => Assert.DoesNotContain('\t', new OpinionPair("a\tb", "c\td", 1).Key);
}
