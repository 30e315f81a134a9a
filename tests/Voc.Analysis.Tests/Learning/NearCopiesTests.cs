using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class NearCopiesTests
{
    [Fact]
    public void Exactly_the_pairs_that_comparing_all_with_all_finds_are_found()
    {
        var random = new Random(5);
        var texts = Complaints.Draw(120, seed: 5).Select(t => t.Text + new string([.. Enumerable.Range(0, 6).Select(_ => "甲乙丙丁戊己"[random.Next(6)])])).ToList();

        var found = new NearCopies(texts).Pairs(0.6).Select(p => (p.First, p.Second)).Order().ToList();

        var keys = texts.ConvertAll(t => new string([.. t.Where(char.IsLetterOrDigit)]));
        var expected = from a in Enumerable.Range(0, keys.Count) from b in Enumerable.Range(a + 1, keys.Count - a - 1) where Jaccard(keys[a], keys[b]) >= 0.6 select (a, b);
        Assert.Equal(expected.Order(), found);
        Assert.NotEmpty(found);
    }

    [Fact]
    public void Width_spaces_and_punctuation_do_not_make_another_text() =>
        Assert.Equal((0, 1, 1.0), Assert.Single(new NearCopies(["ABCの商品が、届きません。", "ａｂｃの 商品が届きません！！"]).Pairs(0.9)));

    [Fact]
    public void Texts_too_short_to_compare_are_no_copies() => Assert.Empty(new NearCopies(["良い", "良い", "", "。"]).Pairs(0.5));

    private static double Jaccard(string a, string b)
    {
        var (first, second) = (Trigrams(a), Trigrams(b));
        return (double)first.Intersect(second).Count() / first.Union(second).Count();
    }

    private static HashSet<string> Trigrams(string key) => [.. Enumerable.Range(0, Math.Max(0, key.Length - 2)).Select(i => key.Substring(i, 3))];
}
