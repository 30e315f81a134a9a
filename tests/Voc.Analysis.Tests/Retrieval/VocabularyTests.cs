using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Tests.Retrieval;

public class VocabularyTests
{
    private readonly Analysis.Retrieval.Vocabulary _vocabulary = new IndexTables().Terms;

    [Fact]
    public void Every_term_has_one_ordinal_by_which_it_is_read_again() =>
        Prop.ForAll(AnyText.Arbitrary.Generator.ListOf().ToArbitrary(), terms =>
        {
            var vocabulary = new IndexTables().Terms;
            foreach (var term in terms.Select(WellFormed))
            {
                var ordinal = vocabulary.Add(Encoding.UTF8.GetBytes(term));
                Assert.Equal((term, ordinal, ordinal), (vocabulary[ordinal], vocabulary.Find(term), vocabulary.Add(Encoding.UTF8.GetBytes(term))));
            }
            Assert.Equal(terms.Select(WellFormed).Distinct().Count(), vocabulary.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_words_of_a_text_are_added_in_order_whatever_stands_between()
    {
        var ordinals = new List<int>();
        _vocabulary.AddAll("  b a  b "u8, ordinals, []);
        _vocabulary.AddAll(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 100).Select(i => $"t{i % 60}"))), ordinals, []);
        Assert.Equal(["b", "a", "b", .. Enumerable.Range(0, 100).Select(i => $"t{i % 60}")], ordinals.Select(o => _vocabulary[o]));
    }

    [Theory]
    [InlineData("x ab|a|b y", "x a b y", "ab:1+2")]
    [InlineData("ab|a|b", "a b", "ab:0+2")]
    [InlineData("ab|a", "a", "ab:0+1")]
    [InlineData("ab| x", "x", "")]
    [InlineData("|a x|", "a", "")]
    [InlineData("ab||a| b ab|a|b", "a b a b", "ab:2+2")]
    public void A_word_of_several_terms_is_known_by_its_joints(string line, string terms, string compounds)
    {
        // What stands before it must not be cut where terms are looked up side by side.
        var before = Enumerable.Range(0, 31).Select(i => $"t{i}").ToArray();
        foreach (var skipped in (int[])[31, 30, 29, 28, 27, 0])
        {
            var (ordinals, found) = (new List<int> { 0 }, new List<Compound>());
            _vocabulary.AddAll(Encoding.UTF8.GetBytes(string.Join(' ', [.. before.Skip(skipped), line.Replace('|', (char)0x1F)])), ordinals, found);

            var first = before.Length - skipped;
            Assert.Equal(terms, string.Join(' ', ordinals.Skip(1 + first).Select(o => _vocabulary[o])));
            Assert.Equal(compounds, string.Join(' ', found.Select(c => $"{_vocabulary[c.Word]}:{c.First - first}+{c.Count}")));
        }
    }

    [Fact]
    public void Words_with_a_beginning_are_all_found_however_many_came_since_they_were_sorted()
    {
        for (var i = 0; i < 30_000; i += 4999)
        {
            Enumerable.Range(i, 4999).Select(n => $"{n * 7919L % 30_011}").ToList().ForEach(term => _vocabulary.Add(Encoding.UTF8.GetBytes(term)));
            var all = Enumerable.Range(0, _vocabulary.Count).Select(o => _vocabulary[o]).ToList();
            foreach (var prefix in (string[])["", "1", "29", "300", "x"])
            {
                Assert.Equal(all.Where(t => t.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal), _vocabulary.WithPrefix(prefix).Select(o => _vocabulary[o]).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void Of_a_term_too_long_the_beginning_counts()
    {
        var ordinal = _vocabulary.Add(Encoding.UTF8.GetBytes(new string('a', 100_000)));
        Assert.Equal((ordinal, 65_535), (_vocabulary.Find(new string('a', 200_000)), _vocabulary[ordinal].Length));
    }

    [Fact]
    public async Task Threads_that_add_the_same_words_get_the_same_ordinals()
    {
        Task<int[]>[] adding = [.. Enumerable.Range(0, 4).Select(seed => Task.Run(() =>
        {
            var order = Enumerable.Range(0, 20_000).ToArray();
            new Random(seed).Shuffle(order);
            var ordinals = new int[order.Length];
            Array.ForEach(order, n => ordinals[n] = _vocabulary.Add(Encoding.UTF8.GetBytes($"t{n}")));
            return ordinals;
        }))];
        var results = await Task.WhenAll(adding);
        Assert.All(results, ordinals => Assert.Equal(results[0], ordinals));
        Assert.Equal(20_000, _vocabulary.Count);
        Assert.All(Enumerable.Range(0, 20_000), n => Assert.Equal($"t{n}", _vocabulary[results[0][n]]));
    }

    private static string WellFormed(string term) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term));
}
