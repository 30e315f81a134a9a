namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Folds texts that are nearly the same. In the order of the result each text is folded under the first shown one that it is nearly
/// the same as; where there is none it is shown itself.
/// </summary>
internal static class Folding
{
    /// <summary>The first shown texts, and how many of the whole result are folded under each.</summary>
    /// <param name="top">The first texts of the order, as many as asked for.</param>
    /// <param name="parts">The result.</param>
    /// <param name="total">How many texts it has.</param>
    /// <param name="count">How many to show.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static List<(Hit Hit, int Similar)> Top(
        Func<int, IReadOnlyList<Hit>> top, IReadOnlyList<MatchedPart> parts, int total, int count, CancellationToken cancellationToken)
    {
        var shown = new List<(Hit Hit, NearDuplicate Text)>();
        for (var depth = (int)Math.Min(total, 2L * count); count > 0 && total > 0; depth = (int)Math.Min(total, 4L * depth))
        {
            shown = Shown(top(depth), count);
            if (shown.Count == count || depth == total)
            {
                break;
            }
            cancellationToken.ThrowIfCancellationRequested();
        }
        CountSimilar([.. shown.Select(s => s.Text)], parts, cancellationToken);
        return [.. shown.Select(s => (s.Hit, s.Text.Similar - 1))];
    }

    private static List<(Hit Hit, NearDuplicate Text)> Shown(IReadOnlyList<Hit> hits, int count)
    {
        var shown = new List<(Hit, NearDuplicate Text)>();
        foreach (var hit in hits)
        {
            if (shown.Count == count)
            {
                break;
            }
            if (shown.TrueForAll(s => !s.Text.IsOf(hit.Segment, hit.Text)))
            {
                shown.Add((hit, new NearDuplicate(hit.Segment, hit.Text)));
            }
        }
        return shown;
    }

    // A shown text counts itself.
    private static void CountSimilar(NearDuplicate[] shown, IReadOnlyList<MatchedPart> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                foreach (var candidate in shown)
                {
                    if (candidate.IsOf(part.Segment, text))
                    {
                        candidate.Similar++;
                        break;
                    }
                }
            }
        }
    }
}
