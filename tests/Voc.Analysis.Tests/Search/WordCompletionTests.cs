using System.Text;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class WordCompletionTests
{
    private static readonly string[] Texts =
    [
        "ログインできない", "ログインが遅い", "ログが残る", "配送が遅い", "配送料が高い", "配達が早い", "配線が切れた", "電池が切れた", "返品したい", "loginの画面", "新幹線", "キャンペーン",
    ];

    private static readonly WordCompletion Completion = WordCompletion.Of(Archive(Texts).Current, Knowledge.Dictionary);

    [Theory]
    [InlineData("ログ", "ログイン ログ")]
    [InlineData("ろぐ", "ログイン ログ")]
    [InlineData("rogu", "ログイン ログ")]
    [InlineData("ﾛｸﾞ", "ログイン ログ")]
    [InlineData("log", "login")]
    [InlineData("ＬＯＧ", "login")]
    [InlineData("配", "配送 配達 配線")]
    [InlineData("はい", "配送 配達 配線")]
    [InlineData("はいそ", "配送")]
    [InlineData("はいs", "配送 配線")]
    [InlineData("haiso", "配送")]
    [InlineData("hais", "配送 配線")]
    [InlineData("haita", "配達")]
    [InlineData("denchi", "電池")]
    [InlineData("denti", "電池")]
    [InlineData("den", "電池")]
    [InlineData("henp", "返品")]
    [InlineData("henpin", "返品")]
    [InlineData("shinka", "新幹線")]
    [InlineData("sinkans", "新幹線")]
    [InlineData("kyanpe", "キャンペーン")]
    [InlineData("qqq", "")]
    [InlineData("", "")]
    [InlineData("　", "")]
    public void Words_are_found_by_how_they_are_spelt_and_read_the_most_frequent_first(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', Completion.Find(typed, 10).Select(f => f.Term)));

    [Fact]
    public void No_more_are_given_than_asked_for_and_each_says_in_how_many_texts_it_is() =>
        Assert.Equal([("配送", 2)], Completion.Find("はい", 1));

    [Fact]
    public void Words_that_came_later_are_taken_in_and_those_that_went_are_not_offered()
    {
        var archive = Archive(Texts);
        var earlier = WordCompletion.Of(archive.Current, Knowledge.Dictionary);

        var later = WordCompletion.Of(archive.Apply([Entry(100, "配膳が雑")], [7], 2), Knowledge.Dictionary, earlier);

        Assert.Equal(["配送", "配達", "配膳"], later.Find("はい", 10).Select(f => f.Term));
        Assert.True(later.Count > earlier.Count);
    }

    [Fact]
    public void Anything_may_be_typed() => AnyText.Always(text => Completion.Find(text, 5).Count <= 5);

    private static ArchiveIndex Archive(string[] texts)
    {
        var archive = new ArchiveIndex();
        archive.Load(texts.Select((text, i) => Entry(i + 1, text)), 1);
        return archive;
    }

    private static IndexEntry Entry(long id, string text) => new()
    {
        Id = id,
        Terms = Encoding.UTF8.GetBytes(string.Join(' ', Shipped.Analyzer.Terms.From(text))),
        Source = "s",
        Language = "ja",
        Text = text,
    };
}
