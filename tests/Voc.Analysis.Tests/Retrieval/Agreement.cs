using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

/// <summary>Checks that a snapshot answers as looking at every text does.</summary>
internal static class Agreement
{
    public static void On(Match match, IndexSnapshot snapshot, BruteForce texts)
    {
        var expected = texts.Find(match);
        long[] ids = [.. expected.Select(e => e.Id)];
        Assert.Equal(expected.Count, snapshot.Find(match).Total);
        Assert.Equal(ids.Reverse().Take(3), snapshot.Find(match).Top(TextOrder.Newest, 3).Select(t => t.Id));
        Assert.Equal(ids.Take(3), snapshot.Find(match).Top(TextOrder.Oldest, 3).Select(t => t.Id));

        var found = snapshot.Find(match);
        Assert.Equal(ids, found.Ids(TextOrder.Oldest));
        Assert.Equal(ids.Reverse(), found.Ids(TextOrder.Newest));
        Assert.Equal(expected.Count, found.Total);
        Assert.Equal(ids.Reverse(), found.Top(TextOrder.Newest, int.MaxValue).Select(t => t.Id));
        Assert.Equal(ids, found.Select(t => t.Id).Order());
        Assert.Equal(expected.Select(e => e.Customer).OfType<string>().Distinct().Count(), found.Customers());
        Assert.All(ids, id => Assert.True(found.Contains(id)));
        Facets(found, expected);
        Orders(match, found, expected, texts);
        Frequencies(found, expected);
    }

    private static void Facets(MatchedTexts found, List<IndexEntry> expected)
    {
        foreach (var facet in Enum.GetValues<Facet>())
        {
            var counts = BruteForce.Counts(expected, facet).Select(c => new FacetCount(c.Key, c.Value));
            var inOrder = facet is Facet.Month or Facet.Week or Facet.Day ? counts : counts.OrderByDescending(c => c.Count);
            Assert.Equal(inOrder, found.Count(facet));
            Assert.True(facet is Facet.Topic or Facet.Intent || found.Count(facet).Sum(c => c.Count) == expected.Count);
        }
        var regions = expected.GroupBy(e => BruteForce.Attributes(e).GetValueOrDefault("地域") ?? "").Select(g => new FacetCount(g.Key, g.Count()));
        Assert.Equal(regions.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal), found.Count("地域"));
    }

    private static void Orders(Match match, MatchedTexts found, List<IndexEntry> expected, BruteForce texts)
    {
        Order(found, TextOrder.Relevance, expected.ToDictionary(e => e.Id, e => texts.Relevance(e, match)), descending: true);
        Order(found, TextOrder.MostNegative, expected.ToDictionary(e => e.Id, e => e.Score), descending: false);
        Order(found, TextOrder.MostTypical, texts.Typicality(expected), descending: true);
    }

    /// <summary>The order is by the scores and newest first among equals, and the scores are right but for rounding.</summary>
    private static void Order(MatchedTexts found, TextOrder order, Dictionary<long, double> scores, bool descending)
    {
        var all = found.Top(order, int.MaxValue);
        Assert.Equal(scores.Keys.Order(), all.Select(t => t.Id).Order());
        Assert.All(all, t => Assert.Equal(scores[t.Id], t.Score, 1e-4));
        Assert.Equal((descending ? all.OrderByDescending(t => t.Score) : all.OrderBy(t => t.Score)).ThenByDescending(t => t.Id), all);
        Assert.Equal(all.Take(4), found.Top(order, 4));
        Assert.Equal(all.Skip(2).Take(3), found.Top(order, 5, skip: 2));
        Assert.Equal(all.Select(t => t.Id), found.Ids(order));
    }

    private static void Frequencies(MatchedTexts found, List<IndexEntry> expected)
    {
        var counts = found.DocumentFrequencies();
        var vocabulary = found.Snapshot.Vocabulary;
        var terms = expected.SelectMany(e => BruteForce.Terms(e).Concat(BruteForce.Wholes(e)).Distinct()).CountBy(t => t).ToDictionary();
        var words = expected.SelectMany(e => BruteForce.Words(e).Distinct()).CountBy(t => t).ToDictionary();
        Assert.Equal(terms, counts.Index().Where(c => c.Item > 0).ToDictionary(c => vocabulary[c.Index], c => c.Item));
        Assert.Equal(words, found.WordFrequencies().Index().Where(c => c.Item != 0).ToDictionary(c => vocabulary[c.Index], c => c.Item));
        var (reader, inTexts) = (new TextWords(), new List<string>());
        foreach (var text in found)
        {
            inTexts.AddRange([.. reader.Of(text).ToArray().Select(w => vocabulary[w])]);
        }
        Assert.Equal(expected.SelectMany(BruteForce.Words).Order(StringComparer.Ordinal), inTexts.Order(StringComparer.Ordinal));
    }
}
