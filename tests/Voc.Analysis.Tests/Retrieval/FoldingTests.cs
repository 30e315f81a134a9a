using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class FoldingTests
{
    private static readonly Gen<IndexEntry[]> Copies =
        from texts in Gen.Choose(1, 400)
        from originals in Gen.Choose(1, 300)
        from seed in Gen.Choose(0, int.MaxValue)
        select Changed(texts, originals, new Random(seed));

    [Fact]
    public void Texts_fold_under_the_first_shown_one_of_their_wording() =>
        Prop.ForAll(Copies.Zip(Gen.Elements(1, 5, 40, 1000)).ToArbitrary(), given =>
        {
            var (entries, count) = given;
            var snapshot = new ArchiveIndex().Load(entries, 1);
            var found = snapshot.Find(Match.Everything);
            var expected = Folded(snapshot, found.Ids(TextOrder.Newest));
            Assert.Equal(expected.Take(count).Select(g => (g[0], g.Count - 1)), found.Top(TextOrder.Newest, count, fold: true).Select(t => (t.Id, t.Similar)));
            Assert.Equal(expected.Take(count).Skip(2).Select(g => (g[0], g.Count - 1)), found.Top(TextOrder.Newest, count, fold: true, skip: 2).Select(t => (t.Id, t.Similar)));
            Assert.All(expected.Take(3), g => Assert.Equal(g.Skip(1), found.FoldedUnder(TextOrder.Newest, g[0])));
            Assert.All(expected.SelectMany(g => g.Skip(1)).Take(3), id => Assert.Empty(found.FoldedUnder(TextOrder.Newest, id)));
            Assert.Equal(entries.Length, found.Total);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_best_of_similar_texts_is_shown()
    {
        var snapshot = new ArchiveIndex().Load([Some.Entry(1, "a b c d e a a") with { Wording = 5 }, Some.Entry(2, "a b c d e f") with { Wording = 5 }, Some.Entry(3, "z a")], 1);
        var top = snapshot.Find(new TermsMatch(["a"], Prefix: false)).Top(TextOrder.Relevance, 10, fold: true);
        Assert.Equal([(3, 0), (1, 1)], top.OrderByDescending(t => t.Id).Select(t => ((int)t.Id, t.Similar)));
    }

    [Fact]
    public void Texts_with_nothing_to_compare_are_not_similar() =>
        Assert.Equal([0, 0], new ArchiveIndex().Load([Some.Entry(1), Some.Entry(2)], 1).Find(Match.Everything).Top(TextOrder.Newest, 10, fold: true).Select(t => t.Similar));

    [Fact]
    public void What_repeats_a_text_is_found_wherever_it_lies_and_only_as_long_as_it_is_there()
    {
        var index = new ArchiveIndex();
        index.Load([.. Enumerable.Range(1, 300).Select(id => Some.Entry(id) with { Wording = id % 100 })], 1);
        index.Apply([Some.Entry(1000) with { Wording = 7 }], [107], 2);

        Assert.Equal([1000, 207], index.Current.SameWording(7).Select(t => t.Id));
        Assert.Equal([207, 7], index.Current.SameWording(1000).Select(t => t.Id));
        Assert.Empty(index.Current.SameWording(107));
        Assert.Empty(index.Current.SameWording(100));
    }

    [Fact]
    public void Repetitions_are_what_is_left_when_each_wording_is_counted_once() =>
        Prop.ForAll(Copies.ToArbitrary(), entries =>
        {
            var found = new ArchiveIndex().Load(entries, 1).Find(Match.Everything);
            Assert.Equal(entries.Length, found.Repetitions() + entries.Count(e => e.Wording == 0) + entries.Select(e => e.Wording).Where(w => w != 0).Distinct().Count());
        }).QuickCheckThrowOnFailure();

    /// <summary>Groups as the definition says: the shown one first, then those folded under it in order.</summary>
    private static List<List<long>> Folded(IndexSnapshot snapshot, IEnumerable<long> ids)
    {
        var groups = new List<List<long>>();
        foreach (var id in ids)
        {
            Assert.True(snapshot.TryGet(id, out var text));
            if (text.Wording != 0 && groups.Find(g => snapshot.TryGet(g[0], out var first) && first.Wording == text.Wording) is { } group)
            {
                group.Add(id);
            }
            else
            {
                groups.Add([id]);
            }
        }
        return groups;
    }

    /// <summary>Texts that are copies of few originals; some have nothing to compare.</summary>
    private static IndexEntry[] Changed(int texts, int originals, Random random) =>
        [.. Enumerable.Range(1, texts).Select(id => Some.Entry(id, $"t{random.Next(100)}") with { Wording = random.Next(originals) })];
}
