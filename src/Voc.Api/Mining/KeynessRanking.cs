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
        var tested = words.Select(w => new Tested(w.Term, w.Keyness, w.Keyness.G2, w.Keyness.P)).ToArray();
        var q = FalseDiscovery.Adjust(Array.ConvertAll(tested, t => t.P));
        var order = Enumerable.Range(0, tested.Length)
            .Where(i => _sign == "both" || (tested[i].G2 > 0 && tested[i].Keyness.IsOver == (_sign == "over")))
            .ToArray();
        Array.Sort(order, (a, b) => Compare(vocabulary, tested[a], tested[b]));
        var rows = order.Take(_limit).Select(i => Row(vocabulary[tested[i].Term], filter, tested[i].Keyness, tested[i].G2, tested[i].P, q[i]));
        return ([.. rows], tested.Length);
    }

    /// <summary>What is shown first is less; words that are as telling are in the order of their letters.</summary>
    private int Compare(Analysis.Retrieval.Vocabulary vocabulary, Tested a, Tested b)
    {
        var byRatio = _byRatio ? Math.Abs(b.Keyness.LogRatio).CompareTo(Math.Abs(a.Keyness.LogRatio)) : 0;
        var byG2 = byRatio != 0 ? byRatio : b.G2.CompareTo(a.G2);
        return byG2 != 0 ? byG2 : vocabulary.Utf8(a.Term).SequenceCompareTo(vocabulary.Utf8(b.Term));
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
        filter.Query(term));

    private readonly record struct Tested(int Term, Keyness Keyness, double G2, double P);
}
