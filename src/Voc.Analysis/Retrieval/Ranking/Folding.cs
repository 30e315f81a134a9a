namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Folds texts that are nearly the same. In the order of the result each text is folded under the first shown one that it is nearly
/// the same as; where there is none it is shown itself.
/// </summary>
/// <param name="top">The first texts of the order, as many as asked for.</param>
/// <param name="parts">The result.</param>
/// <param name="total">How many texts it has.</param>
/// <param name="saySame">Tells whether two texts of nearly the same terms say the same.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class Folding(Func<int, IEnumerable<Hit>> top, IReadOnlyList<MatchedPart> parts, int total, Func<long, long, bool> saySame, CancellationToken cancellationToken)
{
    /// <summary>How many texts of the order are looked at first.</summary>
    private const int FirstDepth = 64;

    private readonly ShownTexts _texts = new(saySame);
    private readonly List<Hit> _hits = [];

    /// <summary>The first shown texts, and how many of the whole result are folded under each.</summary>
    /// <param name="count">How many to show.</param>
    public IEnumerable<(Hit Hit, int Similar)> Top(int count)
    {
        Show(() => _hits.Count == count);
        var similar = new int[_texts.Count];
        foreach (var (_, first) in Folded(_texts.Find))
        {
            similar[first]++;
        }
        // A shown text is like itself, unless it has no terms.
        return _hits.Select((hit, i) => (hit, Math.Max(0, similar[i] - 1)));
    }

    /// <summary>The texts that are folded under one, newest first; none where it is not shown itself.</summary>
    /// <param name="id">The text, one of the result.</param>
    public IReadOnlyList<long> Under(long id)
    {
        Show(() => _hits.Count > 0 && _hits[^1].Id == id);
        var last = _hits.Count - 1;
        return last < 0 || _hits[last].Id != id ? []
            : [.. Folded((segment, text) => _texts.IsLike(last, segment, text) ? _texts.Find(segment, text) : -1)
                .Where(f => f.First == last && f.Id != id).Select(f => f.Id).OrderDescending()];
    }

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
                if (_texts.Find(hit.Segment, hit.Text) < 0)
                {
                    _texts.Add(hit.Segment, hit.Text);
                    _hits.Add(hit);
                }
            }
        }
    }

    /// <summary>The texts of the result that are nearly the same as a shown one, with the first of those.</summary>
    private IEnumerable<(long Id, int First)> Folded(Func<Segments.Segment, int, int> find)
    {
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                if (find(part.Segment, text) is var first && first >= 0)
                {
                    yield return (part.Segment.Ids[text], first);
                }
            }
        }
    }
}
