using Voc.Analysis.Retrieval;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Tests.Retrieval;

public class MergingTests
{
    private readonly IndexTables _tables = new();

    [Fact]
    public void Eight_segments_of_a_tier_become_one()
    {
        Assert.Null(Merging.Choose(Views([.. Enumerable.Repeat(10, 7)])));
        Assert.Equal(8, Merging.Choose(Views([.. Enumerable.Repeat(10, 9), 100]))!.Count);
    }

    [Fact]
    public void A_segment_of_which_most_is_gone_is_written_anew()
    {
        var view = Views(2000)[0].Without([.. Enumerable.Range(1, 1001).Select(id => (long)id)]);
        Assert.Equal([view], Merging.Choose([view, .. Views(5)]));
        Assert.Equal(Enumerable.Range(1002, 999).Select(id => (long)id), Merging.Merge([view], _tables).Ids);
    }

    [Fact]
    public void Segments_never_become_larger_than_one_may_be() =>
        Assert.Equal(3, Merging.Choose(Views([.. Enumerable.Repeat(20_000, 8)]))!.Count);

    [Fact]
    public void Segments_without_their_texts_are_left_alone() =>
        Assert.Null(Merging.Choose([.. Enumerable.Range(0, 9).Select(_ => IndexLoader.Build([Some.Entry(1) with { Text = null }], _tables))]));

    [Fact]
    public void A_merged_segment_has_the_texts_by_their_identifiers_with_everything()
    {
        var (odd, even) = (IndexLoader.Build(Some.Entries(50, 1, firstId: 1, step: 2), _tables), IndexLoader.Build(Some.Entries(50, 2, firstId: 2, step: 2), _tables));
        var merged = Merging.Merge([even, odd.Without([3])], _tables);
        Assert.Equal(Enumerable.Range(1, 100).Where(id => id != 3).Select(id => (long)id), merged.Ids);
        Assert.All(Enumerable.Range(0, 99), text =>
        {
            var from = merged.Ids[text] % 2 == 0 ? even.Segment : odd.Segment;
            var (now, before) = (new IndexedText(merged, text), new IndexedText(from, from.IndexOf(merged.Ids[text])));
            Assert.Equal(before.Terms, now.Terms);
            Assert.Equal(before.Text.ToString(), now.Text.ToString());
            Assert.Equal((before.Day, before.Score, before.Customer, before.Channel), (now.Day, now.Score, now.Customer, now.Channel));
        });
    }

    [Fact]
    public void What_went_while_segments_were_merged_is_known()
    {
        var views = Views(5, 70);
        Assert.Empty(Merging.GoneSince(views, views));
        Assert.Equal([2L], Merging.GoneSince([views[0]], [views[0].Without([2])]));
        // A segment that another merge has taken up is there no more, and neither are its texts in it.
        Assert.Equal([1L, 2L, 3L, 4L, 5L], Merging.GoneSince([views[0]], []));
        Assert.Equal([1L, 3L, 4L, 5L], Merging.GoneSince([views[0].Without([2])], []));
    }

    private SegmentView[] Views(params int[] sizes) => [.. sizes.Select(size => IndexLoader.Build(Some.Entries(size, 1), _tables))];
}
