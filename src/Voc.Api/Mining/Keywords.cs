using Voc.Analysis.Mining;

namespace Voc.Api.Mining;

/// <summary>The words of a result by how often they occur.</summary>
internal static class Keywords
{
    public static KeywordAnswer Of(MinedTexts mined, WordQuery counted, KeywordQuery query)
    {
        var limit = MiningParameters.Number("limit", query.Limit, 100, 1, 1000);
        var byOccurrences = MiningParameters.Choice("sort", query.Sort, "texts", "occurrences") == "occurrences";
        var filter = mined.Words.Filter(mined.Vocabulary, counted, minimum: 1);
        var counts = mined.Counts(filter.Words);
        var rows = filter.MostFrequent(counts, t => byOccurrences ? t.Occurrences : t.Texts).Take(limit).Select(t => Row(mined, filter, t)).ToList();
        if (rows.Count == 0)
        {
            mined.Notes.Add(counts.Total == 0 ? MiningNotes.NoTexts : MiningNotes.NoWords);
        }
        return new KeywordAnswer
        {
            Total = counts.Total,
            Distinct = counts.Distinct,
            Occurrences = counts.Running,
            Rows = rows,
            Notes = mined.Notes,
            ElapsedMilliseconds = mined.Elapsed,
        };
    }

    private static KeywordRow Row(MinedTexts mined, WordFilter filter, TermCount count)
    {
        var term = mined.Vocabulary[count.Term];
        return new KeywordRow(
            term, filter.Kind(term), count.Texts, count.Occurrences, (double)count.Texts / mined.Texts.Total, count.Positive, count.Neutral, count.Negative, filter.Query(term));
    }
}
