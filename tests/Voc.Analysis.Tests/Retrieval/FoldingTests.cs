using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Retrieval.Segments;
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
    public void Texts_fold_under_the_first_shown_one_that_they_are_nearly_the_same_as() =>
        Prop.ForAll(Copies.Zip(Gen.Elements(1, 5, 40, 1000)).ToArbitrary(), given =>
        {
            var (entries, count) = given;
            var snapshot = new ArchiveIndex().Load(entries, 1);
            var found = snapshot.Find(Match.Everything);
            var expected = Folded(snapshot, found.Ids(TextOrder.Newest));
            Assert.Equal(expected.Take(count).Select(g => (g[0], g.Count - 1)), found.Top(TextOrder.Newest, count, fold: SaySame).Select(t => (t.Id, t.Similar)));
            Assert.Equal(expected.Take(count).Skip(2).Select(g => (g[0], g.Count - 1)), found.Top(TextOrder.Newest, count, fold: SaySame, skip: 2).Select(t => (t.Id, t.Similar)));
            Assert.All(expected.Take(3), g => Assert.Equal(g.Skip(1), found.FoldedUnder(TextOrder.Newest, g[0], SaySame)));
            Assert.All(expected.SelectMany(g => g.Skip(1)).Take(3), id => Assert.Empty(found.FoldedUnder(TextOrder.Newest, id, SaySame)));
            Assert.Equal(entries.Length, found.Total);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_best_of_similar_texts_is_shown()
    {
        var snapshot = new ArchiveIndex().Load([Some.Entry(1, "a b c d e a a"), Some.Entry(2, "a b c d e f"), Some.Entry(3, "z a")], 1);
        var top = snapshot.Find(new TermsMatch(["a"], Prefix: false)).Top(TextOrder.Relevance, 10, fold: SaySame);
        Assert.Equal([(3, 0), (1, 1)], top.OrderByDescending(t => t.Id).Select(t => ((int)t.Id, t.Similar)));
    }

    [Fact]
    public void Texts_without_terms_are_not_similar() =>
        Assert.Equal([0, 0], new ArchiveIndex().Load([Some.Entry(1), Some.Entry(2)], 1).Find(Match.Everything).Top(TextOrder.Newest, 10, fold: SaySame).Select(t => t.Similar));

    [Fact]
    public void A_fingerprint_has_the_bits_that_most_terms_have() =>
        Prop.ForAll(Gen.Choose(0, 500).ListOf().ToArbitrary(), numbers =>
        {
            var vocabulary = new IndexTables().Terms;
            int[] terms = [.. numbers.Select(n => vocabulary.Add(BitConverter.GetBytes(n)))];
            ulong[] hashes = [.. terms.Distinct().Select(vocabulary.Hash)];
            var expected = Enumerable.Range(0, 64).Where(bit => 2 * hashes.Count(h => (h >> bit & 1) != 0) > hashes.Length).Aggregate(0UL, (all, bit) => all | (1UL << bit));
            Assert.Equal(expected, Simhash.Of(terms, vocabulary));
        }).QuickCheckThrowOnFailure();

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
        Prop.ForAll(Gen.Choose(0, 300).ListOf().ToArbitrary(), wordings =>
        {
            IndexEntry[] entries = [.. wordings.Select((wording, i) => Some.Entry(i + 1) with { Wording = wording })];
            var found = new ArchiveIndex().Load(entries, 1).Find(Match.Everything);
            Assert.Equal(entries.Length, found.Repetitions() + entries.Count(e => e.Wording == 0) + entries.Select(e => e.Wording).Where(w => w != 0).Distinct().Count());
        }).QuickCheckThrowOnFailure();

    /// <summary>Groups as the definition says: the shown one first, then those folded under it in order.</summary>
    private static List<List<long>> Folded(IndexSnapshot snapshot, IEnumerable<long> ids)
    {
        var groups = new List<List<long>>();
        foreach (var id in ids)
        {
            if (groups.Find(g => AreNearlySame(snapshot, g[0], id)) is { } group)
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

    private static bool AreNearlySame(IndexSnapshot snapshot, long one, long other)
    {
        Assert.True(snapshot.TryGet(one, out var a));
        Assert.True(snapshot.TryGet(other, out var b));
        var (x, y) = (a.Terms.ToArray().ToHashSet(), b.Terms.ToArray().ToHashSet());
        var distance = BitOperations.PopCount(Simhash.Of(a.Terms, snapshot.Vocabulary) ^ Simhash.Of(b.Terms, snapshot.Vocabulary));
        return distance <= 12 && SaySame(one, other) && x.Count > 0 && x.Intersect(y).Count() >= 0.75 * x.Union(y).Count();
    }

    /// <summary>As good as any: texts one of which could deny the other.</summary>
    private static bool SaySame(long one, long other) => one % 7 == other % 7 || one % 3 != other % 3;

    /// <summary>Texts that are copies of few originals with some words changed.</summary>
    private static IndexEntry[] Changed(int texts, int originals, Random random) =>
    [
        .. Enumerable.Range(1, texts).Select(id =>
        {
            var original = new Random(random.Next(originals));
            var terms = Enumerable.Range(0, original.Next(0, 25)).Select(_ => $"t{original.Next(100)}").ToList();
            for (var changes = random.Next(4); changes > 0 && terms.Count > 0; changes--)
            {
                terms[random.Next(terms.Count)] = $"u{random.Next(50)}";
            }
            return Some.Entry(id, string.Join(' ', terms));
        }),
    ];
}
