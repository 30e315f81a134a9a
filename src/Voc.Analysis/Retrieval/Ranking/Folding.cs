using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Folds texts that are nearly the same. In the order of the result each text is folded under the first shown one that it is nearly
/// the same as; where there is none it is shown itself.
/// </summary>
internal static class Folding
{
    /// <summary>How many of the first texts are looked at first for one that is shown.</summary>
    private const int ProbableDepth = 200;

    /// <summary>The first shown texts, and how many of the whole result are folded under each.</summary>
    /// <param name="top">The first texts of the order, as many as asked for.</param>
    /// <param name="parts">The result.</param>
    /// <param name="total">How many texts it has.</param>
    /// <param name="count">How many to show.</param>
    /// <param name="skip">How many of those to leave out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<(Hit Hit, int Similar)> Top(
        Func<int, IReadOnlyList<Hit>> top, IReadOnlyList<MatchedPart> parts, int total, int count, int skip, CancellationToken cancellationToken)
    {
        var shown = Shown(top, total, count, 2L * count, until: null, cancellationToken);
        CountSimilar([.. shown.Select(s => s.Text)], skip, parts, cancellationToken);
        return shown.Skip(skip).Select(s => (s.Hit, s.Text.Similar - 1));
    }

    /// <summary>The texts that are folded under one, newest first; none where it is not shown itself.</summary>
    /// <param name="id">The text.</param>
    /// <param name="top">The first texts of the order, as many as asked for.</param>
    /// <param name="parts">The result.</param>
    /// <param name="total">How many texts it has.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static List<long> Under(long id, Func<int, IReadOnlyList<Hit>> top, IReadOnlyList<MatchedPart> parts, int total, CancellationToken cancellationToken)
    {
        var shown = Shown(top, total, total, ProbableDepth, until: id, cancellationToken);
        var folded = new List<long>();
        if (shown.Count == 0 || shown[^1].Hit.Id != id)
        {
            return folded;
        }
        NearDuplicate[] texts = [.. shown.Select(s => s.Text)];
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                if (texts[^1].IsOf(part.Segment, text) && FirstLike(texts, texts.Length - 1, part.Segment, text) < 0 && part.Segment.Ids[text] != id)
                {
                    folded.Add(part.Segment.Ids[text]);
                }
            }
        }
        folded.Sort((a, b) => b.CompareTo(a));
        return folded;
    }

    /// <summary>Looks deeper and deeper until so many are shown, or one of them is <paramref name="until"/>.</summary>
    private static List<(Hit Hit, NearDuplicate Text)> Shown(
        Func<int, IReadOnlyList<Hit>> top, int total, int count, long first, long? until, CancellationToken cancellationToken)
    {
        var shown = new List<(Hit Hit, NearDuplicate Text)>();
        for (var depth = (int)Math.Min(total, first); count > 0 && total > 0; depth = (int)Math.Min(total, 4L * depth))
        {
            shown = Shown(top(depth), count, until);
            if (shown.Count == count || depth == total || (shown.Count > 0 && shown[^1].Hit.Id == until))
            {
                break;
            }
            cancellationToken.ThrowIfCancellationRequested();
        }
        return shown;
    }

    private static List<(Hit Hit, NearDuplicate Text)> Shown(IReadOnlyList<Hit> hits, int count, long? until)
    {
        var shown = new List<(Hit Hit, NearDuplicate Text)>();
        foreach (var hit in hits)
        {
            if (shown.Count == count || (shown.Count > 0 && shown[^1].Hit.Id == until))
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

    // A shown text counts itself. Those that are left out are looked at only where they may have come first, which is seldom.
    private static void CountSimilar(NearDuplicate[] shown, int skip, IReadOnlyList<MatchedPart> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                for (var i = skip; i < shown.Length; i++)
                {
                    if (shown[i].IsOf(part.Segment, text))
                    {
                        shown[i].Similar += FirstLike(shown, skip, part.Segment, text) < 0 ? 1 : 0;
                        break;
                    }
                }
            }
        }
    }

    private static int FirstLike(NearDuplicate[] shown, int count, Segment segment, int text)
    {
        for (var i = 0; i < count; i++)
        {
            if (shown[i].IsOf(segment, text))
            {
                return i;
            }
        }
        return -1;
    }
}
