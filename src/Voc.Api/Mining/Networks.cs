using Voc.Analysis.Mining;

namespace Voc.Api.Mining;

/// <summary>Which words of a result stand in the same texts.</summary>
internal static class Networks
{
    public static NetworkAnswer Of(MinedTexts mined, WordQuery counted, NetworkQuery query)
    {
        var nodes = MiningParameters.Number("nodes", query.Nodes, 60, 2, 150);
        var edges = MiningParameters.Number("edges", query.Edges, 120, 1, 2000);
        var least = MiningParameters.Number("least", query.Least, 2, 1, int.MaxValue);
        var threshold = MiningParameters.Share("threshold", query.Threshold);
        var characteristic = MiningParameters.Choice("choose", query.Choose, "frequent", "characteristic") == "characteristic";
        var filter = mined.Words.Filter(mined.Vocabulary, counted, minimum: 2);
        var counts = mined.Counts(filter.Words);
        var words = characteristic ? MostCharacteristic(mined, filter, counts, nodes) : [.. filter.MostFrequent(counts, t => t.Texts).Take(nodes)];
        if (words.Count == 0)
        {
            mined.Notes.Add(counts.Total == 0 ? MiningNotes.NoTexts : MiningNotes.NoWords);
        }
        var chosen = new ChosenTerms([.. words.Select(w => w.Term)], mined.Vocabulary.Count);
        var together = new CoOccurrences(words.Count);
        foreach (var text in mined.Texts)
        {
            together.Add(chosen.In(filter.Words.Of(text)));
        }
        var ties = together.Strongest(least, threshold, edges);
        return Answer(mined, filter, words, ties, Communities.Find(words.Count, ties.Select(t => (t.A, t.B, t.Jaccard))));
    }

    /// <summary>The words with the highest G² against the rest of the archive, most frequent first.</summary>
    private static List<TermCount> MostCharacteristic(MinedTexts mined, WordFilter filter, TermCounts counts, int most)
    {
        var (all, rest) = (filter.Frequencies(mined.Snapshot), mined.Snapshot.Count - counts.Total);
        if (rest == 0 && counts.Total > 0)
        {
            mined.Notes.Add(MiningNotes.NoRest);
        }
        return [.. filter.MostFrequent(counts, t => t.Texts)
            .Where(t => t.Term < all.Length)
            .Select(t => (Count: t, Keyness: new Keyness(t.Texts, counts.Total - t.Texts, all[t.Term] - t.Texts, rest - (all[t.Term] - t.Texts))))
            .Where(t => t.Keyness.IsOver)
            .OrderByDescending(t => t.Keyness.G2).Take(most).Select(t => t.Count)
            .OrderByDescending(t => t.Texts)];
    }

    private static NetworkAnswer Answer(MinedTexts mined, WordFilter filter, List<TermCount> words, IReadOnlyList<Tie> ties, Communities communities)
    {
        var names = words.Select(w => mined.Vocabulary[w.Term]).ToList();
        var (degrees, strengths) = (new int[words.Count], new double[words.Count]);
        foreach (var tie in ties)
        {
            foreach (var end in (int[])[tie.A, tie.B])
            {
                degrees[end]++;
                strengths[end] += tie.Jaccard;
            }
        }
        return new NetworkAnswer
        {
            Total = mined.Texts.Total,
            Modularity = communities.Modularity,
            Nodes = [.. words.Select((w, i) => new NetworkNode(
                names[i], filter.Kind(names[i]), w.Texts, (double)w.Texts / mined.Texts.Total, w.Positive, w.Neutral, w.Negative, communities.Of[i], degrees[i], strengths[i], filter.Query(names[i])))],
            Edges = [.. ties.Select(t => new NetworkEdge(
                names[t.A], names[t.B], t.Texts, t.Jaccard, communities.Of[t.A] == communities.Of[t.B] ? communities.Of[t.A] : null, DrillDown.And(filter.Query(names[t.A]), filter.Query(names[t.B]))))],
            Communities = [.. names.Select((name, i) => (name, i)).GroupBy(n => communities.Of[n.i]).OrderBy(g => g.Key).Select(g => new NetworkCommunity(g.Key, [.. g.Select(n => n.name)]))],
            Notes = mined.Notes,
            ElapsedMilliseconds = mined.Elapsed,
        };
    }
}
