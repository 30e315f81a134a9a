using Voc.Analysis.Mining;

namespace Voc.Api.Mining;

/// <summary>What is said of what in a result, and of what anything is said.</summary>
internal static class Opinions
{
    public static OpinionAnswer Of(MinedTexts mined, OpinionQuery query)
    {
        var limit = MiningParameters.Number("limit", query.Limit, 100, 1, 1000);
        var minimum = MiningParameters.Number("minimum", query.Minimum, 1, 1, int.MaxValue);
        var polarities = MiningParameters.Choices("polarity", query.Polarity, "positive", "neutral", "negative");
        var counts = new OpinionCounts(mined.Snapshot.Opinions);
        foreach (var text in mined.Texts)
        {
            counts.Add(text.Id, text.Opinions);
        }
        if (counts.Total == 0)
        {
            mined.Notes.Add(MiningNotes.NoTexts);
        }
        return new OpinionAnswer
        {
            Total = counts.Total,
            WithOpinions = counts.WithOpinions,
            Distinct = counts.Distinct,
            Pairs = [.. counts.Pairs(minimum).Where(p => polarities.Contains(Polarity(p.Pair.Polarity))).Take(limit).Select(p => Row(p, counts.Total))],
            Targets = [.. counts.Targets(minimum).Take(limit).Select(t => new OpinionTargetRow(
                t.Target, t.Texts, t.Positive, t.Neutral, t.Negative, t.Example,
                DrillDown.OpinionTarget(t.Target), DrillDown.OpinionTarget(t.Target, 1), DrillDown.OpinionTarget(t.Target, 0), DrillDown.OpinionTarget(t.Target, -1)))],
            Notes = mined.Notes,
            ElapsedMilliseconds = mined.Elapsed,
        };
    }

    private static OpinionRow Row(OpinionCount count, int total) => new(
        count.Pair.Target, count.Pair.Expression, Polarity(count.Pair.Polarity), count.Texts, (double)count.Texts / total, count.Example, DrillDown.Opinion(count.Pair));

    private static string Polarity(int polarity) => ((SentimentLabel)Math.Sign(polarity)).Name();
}
