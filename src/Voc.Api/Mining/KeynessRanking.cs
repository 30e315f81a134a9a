using Voc.Analysis.Mining;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Which of the words that set texts apart are shown, and in which order.</summary>
internal sealed class KeynessRanking
{
    private readonly string _sign;
    private readonly bool _byRatio;
    private readonly int _limit;

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public KeynessRanking(CharacteristicQuery query, int otherwise)
    {
        _sign = MiningParameters.Choice("sign", query.Sign, "over", "under", "both");
        _byRatio = MiningParameters.Choice("sort", query.Sort, "g2", "log-ratio") == "log-ratio";
        _limit = MiningParameters.Number("limit", query.Limit, otherwise, 1, 500);
    }

    /// <summary>Tests all words, and gives the first of those asked for with how many were tested.</summary>
    public (IReadOnlyList<CharacteristicRow> Rows, int Tested) Rank(Analysis.Retrieval.Vocabulary vocabulary, WordFilter filter, IEnumerable<(int Term, Keyness Keyness)> words)
    {
        var tested = words.Select(w => (w.Term, w.Keyness, w.Keyness.G2, w.Keyness.P)).ToList();
        var q = FalseDiscovery.Adjust([.. tested.Select(t => t.P)]);
        var rows = tested.Select((t, i) => (t.Term, t.Keyness, t.G2, t.P, Q: q[i]))
            .Where(t => _sign == "both" || (t.G2 > 0 && t.Keyness.IsOver == (_sign == "over")))
            .OrderByDescending(t => _byRatio ? Math.Abs(t.Keyness.LogRatio) : t.G2)
            .ThenByDescending(t => t.G2)
            .ThenBy(t => vocabulary[t.Term], StringComparer.Ordinal)
            .Take(_limit)
            .Select(t => Row(vocabulary[t.Term], filter, t.Keyness, t.G2, t.P, t.Q));
        return ([.. rows], tested.Count);
    }

    private static CharacteristicRow Row(string term, WordFilter filter, Keyness keyness, double g2, double p, double q) => new(
        term,
        filter.Kind(term),
        keyness.IsOver,
        keyness.With,
        keyness.Without,
        keyness.RestWith,
        keyness.RestWithout,
        keyness.Expected,
        keyness.Share,
        keyness.RestShare,
        g2,
        keyness.LogRatio,
        p,
        q,
        DrillDown.Term(term));
}
