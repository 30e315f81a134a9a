using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class SimilarTextTests
{
    private readonly IndexSnapshot _snapshot = new ArchiveIndex().Load(
        [
            Some.Entry(1, "電源 入る 充電 交換"),
            Some.Entry(2, "電源 入る 充電"),
            Some.Entry(3, "電源 画面"),
            Some.Entry(4, "配送 遅い"),
            Some.Entry(5, ""),
            .. Enumerable.Range(10, 30).Select(id => Some.Entry(id, "電源")),
        ],
        1);

    [Fact]
    public void Texts_like_one_are_found_most_alike_first_and_without_itself()
    {
        var found = _snapshot.Find(_snapshot.LikeThis(1)!);
        Assert.Equal(2, found.Top(TextOrder.Relevance, 1)[0].Id);
        Assert.Equal([.. Enumerable.Range(10, 30).Prepend(3).Prepend(2)], found.Ids(TextOrder.Oldest));
    }

    [Fact]
    public void Rare_words_tell_more_than_common_ones()
    {
        var terms = Assert.IsType<AnyMatch>(Assert.IsType<AllMatch>(_snapshot.LikeThis(1)).Parts[0]).Parts.Cast<TermsMatch>().ToList();
        Assert.Equal("電源", terms.MinBy(t => t.Boost)!.Terms[0]);
        Assert.All(terms, t => Assert.InRange(t.Boost, 0.001, 1));
    }

    [Fact]
    public void At_most_fifteen_words_are_asked_for()
    {
        var snapshot = new ArchiveIndex().Load([Some.Entry(1, string.Join(' ', Enumerable.Range(0, 40).Select(i => $"t{i}")))], 1);
        Assert.Equal(15, Assert.IsType<AnyMatch>(Assert.IsType<AllMatch>(snapshot.LikeThis(1)).Parts[0]).Parts.Count);
    }

    [Fact]
    public void Nothing_is_like_a_text_without_words_or_one_that_is_not_there()
    {
        Assert.Null(_snapshot.LikeThis(5));
        Assert.Null(_snapshot.LikeThis(999));
    }
}
