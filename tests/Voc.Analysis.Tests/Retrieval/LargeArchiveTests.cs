using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

/// <summary>Archives of several segments, where texts are asked stretch by stretch and lists are long.</summary>
public class LargeArchiveTests
{
    private static readonly Match[] Queries =
    [
        Match.Everything,
        Term("t0"),
        Term("t1"),
        Term("t900"),
        new AllMatch([Term("t0"), Term("t1"), Term("t40")]),
        new AllMatch([Term("t0"), new NoneMatch(Term("t2"))]),
        new AnyMatch([Term("t3"), Term("t80"), Term("t500")]),
        new TermsMatch(["t0", "t1"], false),
        new TermsMatch(["t0", "t1", "t2"], false) { Slop = 4 },
        new TermsMatch(["t1"], true),
        new AllMatch([new TermsMatch(["t9"], true), Term("t0")]),
        new AllMatch([Term("t0"), new FieldMatch(QueryField.Channel, "review", false), new RangeMatch(QueryField.Date, 739_010, true, 739_100, false)]),
        new RangeMatch(QueryField.Score, -0.2, false, 0.3, true),
        new FieldMatch(QueryField.Customer, "c-0000000000000007", false),
        new AllMatch([new ExactMatch("t0t"), Term("t3")]),
        new IdsMatch([.. Enumerable.Range(1, 9000).Select(i => i * 7L)]),
    ];

    [Fact]
    public void Every_kind_of_query_agrees_with_looking_at_every_text()
    {
        var model = new ArchiveModel();
        Agrees(model.Load(Some.Entries(70_000, seed: 1)), model.Texts);
    }

    [Fact]
    public void Also_where_segments_overlap_in_time_and_texts_are_rewritten()
    {
        var model = new ArchiveModel();
        model.Load(Some.Entries(20_000, seed: 1, step: 3));
        for (var i = 0; i < 30; i++)
        {
            model.Apply([.. Some.Entries(300, seed: 100 + i, firstId: 1 + (i * 500), step: 7)], i * 3, 90 + (i * 7));
        }
        Agrees(model.Index.Current, model.Texts);
    }

    [Fact]
    public async Task Every_snapshot_while_segments_are_merged_in_the_background_agrees_as_well()
    {
        var model = new ArchiveModel();
        for (var i = 0; i < 120; i++)
        {
            model.Apply([.. Some.Entries(150, seed: i, firstId: 1 + (i * 140))], 1 + (i * 100));
        }
        var before = model.Index.Current;
        while (!model.Index.Settled.IsCompleted)
        {
            await model.Index.Settled;
        }
        Assert.InRange(model.Index.Current.Views.Length, 1, 30);
        Agrees(before, model.Texts);
        Agrees(model.Index.Current, model.Texts);
    }

    private static TermsMatch Term(string term) => new([term], Prefix: false);

    private static void Agrees(IndexSnapshot snapshot, BruteForce texts)
    {
        foreach (var match in Queries)
        {
            var expected = texts.Find(match);
            long[] ids = [.. expected.Select(e => e.Id)];
            Assert.Equal(ids.Reverse().Take(20), snapshot.Find(match).Top(TextOrder.Newest, 20).Select(t => t.Id));
            Assert.Equal(ids.Take(20), snapshot.Find(match).Top(TextOrder.Oldest, 20).Select(t => t.Id));
            Assert.Equal(ids.Length, snapshot.Find(match).Total);
            var found = snapshot.Find(match);
            Assert.Equal(ids, found.Ids(TextOrder.Oldest));
            Assert.Equal(BruteForce.Counts(expected, Facet.Month).Select(c => new FacetCount(c.Key, c.Value)), found.Count(Facet.Month));
            Assert.Equal(BruteForce.Counts(expected, Facet.Topic), new SortedDictionary<string, int>(found.Count(Facet.Topic).ToDictionary(c => c.Value, c => c.Count)));
            Pages(found, ids);
            Relevance(found, expected.Select(e => (e.Id, Score: texts.Relevance(e, match))).OrderByDescending(e => e.Score).Take(20));
        }
    }

    /// <summary>Pages deep in an order are those of the whole.</summary>
    private static void Pages(MatchedTexts found, long[] ids)
    {
        foreach (var skip in new[] { 3, 990, 1000, 1777, 33_333, ids.Length - 7 }.Where(skip => skip >= 0))
        {
            Assert.Equal(ids.Skip(skip).Take(20), found.Top(TextOrder.Oldest, skip + 20, skip: skip).Select(t => t.Id));
            Assert.Equal(ids.Reverse().Skip(skip).Take(20), found.Top(TextOrder.Newest, skip + 20, skip: skip).Select(t => t.Id));
        }
        foreach (var order in (TextOrder[])[TextOrder.Relevance, TextOrder.MostNegative])
        {
            var all = found.Top(order, int.MaxValue);
            foreach (var skip in new[] { 990, 1000, 1777, 33_333, ids.Length - 7 }.Where(skip => skip >= 0))
            {
                Assert.Equal(all.Skip(skip).Take(20), found.Top(order, skip + 20, skip: skip));
            }
        }
    }

    private static void Relevance(MatchedTexts found, IEnumerable<(long Id, double Score)> expected)
    {
        var top = found.Top(TextOrder.Relevance, 20);
        Assert.Equal(expected.Select(e => Math.Round(e.Score, 3)), top.Select(t => Math.Round(t.Score, 3)));
        Assert.Equal(top.OrderByDescending(t => t.Score).ThenByDescending(t => t.Id), top);
    }
}
