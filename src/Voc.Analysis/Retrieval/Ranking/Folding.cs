using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Folds texts that say the same in nearly the same words, see <see cref="AnalyzedText.Wording"/>. In the order of the result the first of
/// them is shown, and the others stand under it. A text with nothing to compare is shown itself.
/// </summary>
/// <param name="top">The first texts of the order, as many as asked for.</param>
/// <param name="parts">The result.</param>
/// <param name="total">How many texts it has.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class Folding(Func<int, IEnumerable<Hit>> top, IReadOnlyList<MatchedPart> parts, int total, CancellationToken cancellationToken)
{
    /// <summary>How many texts of the order are looked at first.</summary>
    private const int FirstDepth = 64;

    private readonly Dictionary<long, int> _byWording = [];
    private readonly List<Hit> _hits = [];

    /// <summary>The first shown texts, and how many of the whole result are folded under each.</summary>
    /// <param name="count">How many to show.</param>
    public IEnumerable<(Hit Hit, int Similar)> Top(int count)
    {
        Show(() => _hits.Count == count);
        var similar = new int[_hits.Count];
        foreach (var (segment, text) in Matched())
        {
            if (_byWording.TryGetValue(segment.Wordings[text], out var shown))
            {
                similar[shown]++;
            }
        }
        // A shown text is like itself, unless it has nothing to compare.
        return _hits.Select((hit, i) => (hit, Math.Max(0, similar[i] - 1)));
    }

    /// <summary>The texts that are folded under one, newest first; none where it is not shown itself.</summary>
    /// <param name="id">The text, one of the result.</param>
    public IReadOnlyList<long> Under(long id)
    {
        Show(() => _hits.Count > 0 && _hits[^1].Id == id);
        if (_hits.Count == 0 || _hits[^1].Id != id || Wording(_hits[^1]) is var wording && wording == 0)
        {
            return [];
        }
        return [.. Matched().Where(m => m.Segment.Wordings[m.Text] == wording).Select(m => m.Segment.Ids[m.Text]).Where(other => other != id).OrderDescending()];
    }

    private static long Wording(Hit hit) => hit.Segment.Wordings[hit.Text];

    /// <summary>Looks deeper and deeper until enough is shown.</summary>
    private void Show(Func<bool> isEnough)
    {
        for (int seen = 0, depth = Math.Min(total, FirstDepth); seen < total && !isEnough(); (seen, depth) = (depth, (int)Math.Min(total, 4L * depth)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var hit in top(depth).Skip(seen))
            {
                if (isEnough())
                {
                    return;
                }
                if (Wording(hit) is var wording && (wording == 0 || _byWording.TryAdd(wording, _hits.Count)))
                {
                    _hits.Add(hit);
                }
            }
        }
    }

    private IEnumerable<(Segment Segment, int Text)> Matched()
    {
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                yield return (part.Segment, text);
            }
        }
    }
}
