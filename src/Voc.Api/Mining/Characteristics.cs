using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;

namespace Voc.Api.Mining;

/// <summary>The words that set texts apart from others.</summary>
internal static class Characteristics
{
    private const int Minimum = 3;

    /// <summary>The words of a result against other texts, of which it knows how many hold each word.</summary>
    /// <param name="mined">The result.</param>
    /// <param name="rest">Texts to compare with; those that are in the result too are left out.</param>
    /// <param name="counted">Which words are counted.</param>
    /// <param name="query">What the reader wants.</param>
    public static CharacteristicAnswer Of(MinedTexts mined, MatchedTexts? rest, WordQuery counted, CharacteristicQuery query)
    {
        var ranking = new KeynessRanking(query, otherwise: 50);
        var filter = mined.Words.Filter(mined.Vocabulary, counted, Minimum);
        var counts = mined.Counts(filter.Words);
        var (restTexts, restTotal) = rest is null ? Others(filter.Frequencies(mined.Snapshot), mined.Snapshot.Count, counts) : Those(mined, filter.Words, rest);
        if (counts.Total == 0 || restTotal == 0)
        {
            mined.Notes.Add(counts.Total == 0 ? MiningNotes.NoTexts : MiningNotes.NoRest);
            return Answer(mined, query, counts.Total, []);
        }
        var terms = Enumerable.Range(0, restTexts.Length)
            .Where(t => Math.Max(counts.TextsWith(t), restTexts[t]) >= filter.Minimum && filter.Accepts(t))
            .Select(t => (Term: t, Keyness: new Keyness(counts.TextsWith(t), counts.Total - counts.TextsWith(t), restTexts[t], restTotal - restTexts[t])));
        var (rows, tested) = ranking.Rank(mined.Vocabulary, filter, terms);
        mined.Notes.Add(MiningNotes.Multiple(tested));
        return Answer(mined, query, counts.Total, [new CharacteristicGroup(null, null, counts.Total, restTotal, tested, null, rows)]);
    }

    /// <summary>The words of each value of a dimension against the others of the result.</summary>
    public static CharacteristicAnswer By(MinedTexts mined, Dimension dimension, WordQuery counted, CharacteristicQuery query)
    {
        var ranking = new KeynessRanking(query, otherwise: 15);
        var values = MiningParameters.Number("values", query.Values, 8, 1, 20);
        var filter = mined.Words.Filter(mined.Vocabulary, counted, Minimum);
        var counts = mined.Counts(filter.Words);
        int[] words = [.. counts.AtLeast(filter.Minimum).Select(t => t.Term).Where(filter.Accepts)];
        var (shown, table) = CrossTabulation.Of(mined.Texts, filter.Words, new ChosenTerms(words, mined.Vocabulary.Count), mined.Sorter(dimension), values);
        var groups = shown.Values.Select((value, place) =>
        {
            var (texts, rest) = (table.ColumnTexts[place], table.Total - table.ColumnTexts[place]);
            var terms = words.Select((term, row) => (term, With: table.Count(row, place), All: table.RowTexts[row]))
                .Where(t => Math.Max(t.With, t.All - t.With) >= filter.Minimum)
                .Select(t => (t.term, new Keyness(t.With, texts - t.With, t.All - t.With, rest - (t.All - t.With))));
            var (rows, tested) = rest == 0 ? ([], 0) : ranking.Rank(mined.Vocabulary, filter, terms);
            return new CharacteristicGroup(value, mined.Label(dimension, value), texts, rest, tested, DrillDown.Value(dimension, value), rows);
        }).ToList();
        Note(mined, dimension, shown, counts.Total - table.Total, groups);
        return Answer(mined, query, counts.Total, groups);
    }

    private static void Note(MinedTexts mined, Dimension dimension, ChosenValues shown, int unknown, List<CharacteristicGroup> groups)
    {
        if (groups.Count == 0 || groups.TrueForAll(g => g.Rest == 0))
        {
            mined.Notes.Add(mined.Texts.Total == 0 ? MiningNotes.NoTexts : MiningNotes.NoRest);
        }
        else
        {
            mined.Notes.Add(MiningNotes.Multiple(groups.Max(g => g.Tested)));
        }
        if (unknown > 0)
        {
            mined.Notes.Add(MiningNotes.Unknown(dimension.Said(), unknown));
        }
        mined.NoteLimits(dimension, shown);
    }

    /// <summary>How many texts outside the result hold each word.</summary>
    private static (int[] Texts, int Total) Others(int[] all, int total, TermCounts counts)
    {
        var texts = new int[Math.Min(all.Length, counts.Vocabulary)];
        for (var term = 0; term < texts.Length; term++)
        {
            texts[term] = all[term] - counts.TextsWith(term);
        }
        return (texts, total - counts.Total);
    }

    private static (int[] Texts, int Total) Those(MinedTexts mined, TextWords words, MatchedTexts rest)
    {
        var counts = new TermCounts(mined.Vocabulary.Count);
        var overlap = 0;
        foreach (var text in rest)
        {
            if (mined.Texts.Contains(text.Id))
            {
                overlap++;
            }
            else
            {
                counts.Add(words.Of(text), text.Sentiment);
            }
        }
        if (overlap > 0)
        {
            mined.Notes.Add(MiningNotes.Overlap(overlap));
        }
        return ([.. Enumerable.Range(0, counts.Vocabulary).Select(counts.TextsWith)], counts.Total);
    }

    private static CharacteristicAnswer Answer(MinedTexts mined, CharacteristicQuery query, int total, IReadOnlyList<CharacteristicGroup> groups) => new()
    {
        Total = total,
        Archive = mined.Snapshot.Count,
        Against = string.IsNullOrWhiteSpace(query.Against) ? null : query.Against,
        By = string.IsNullOrWhiteSpace(query.By) ? null : query.By,
        Groups = groups,
        Notes = mined.Notes,
        ElapsedMilliseconds = mined.Elapsed,
    };
}
