using Voc.Analysis.Retrieval.Criteria;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Finds the first texts in the order of time without finding all: stretches of segments are asked from that end on, each longer
/// than the one before, until nothing further can come before what is found.
/// </summary>
internal sealed class FirstInTime(Criterion criterion, bool newestFirst, CancellationToken cancellationToken)
{
    private const int FirstStretch = 8;

    /// <summary>The first texts in order.</summary>
    /// <param name="views">The segments.</param>
    /// <param name="count">How many.</param>
    public List<Hit> Find(IReadOnlyList<SegmentView> views, int count)
    {
        var open = new PriorityQueue<Stretch, long>();
        foreach (var view in views.Where(v => count > 0 && criterion.Bound(v) > 0))
        {
            Enqueue(open, new Stretch(view, newestFirst ? view.Words : 0, FirstStretch));
        }
        var found = new PriorityQueue<Hit, long>();
        while (open.TryDequeue(out var stretch, out var nearest))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.Count == count && found.TryPeek(out _, out var worst) && -worst <= nearest)
            {
                break;
            }
            Enqueue(open, Ask(stretch, found, count));
        }
        var hits = new List<Hit>(found.Count);
        while (found.TryDequeue(out var hit, out _))
        {
            hits.Add(hit);
        }
        hits.Reverse();
        return hits;
    }

    /// <summary>Asks a stretch; tells what is to be asked of its segment next.</summary>
    private Stretch Ask(Stretch stretch, PriorityQueue<Hit, long> found, int count)
    {
        var (view, edge, length) = (stretch.View, stretch.Edge, stretch.Length);
        var (from, to) = newestFirst ? (Math.Max(0, edge - length), edge) : (edge, Math.Min(view.Words, edge + length));
        var bits = new ulong[to - from];
        var live = view.LiveTexts(from, bits);
        if (live > 0 && criterion.Restrict(view, from, bits, live) > 0)
        {
            foreach (var text in new TextsOf(bits))
            {
                var hit = new Hit(0, view.Segment, (from << 6) + text);
                found.Enqueue(hit, -Priority(hit.Id));
                if (found.Count > count)
                {
                    found.Dequeue();
                }
            }
        }
        return new Stretch(view, newestFirst ? from : to, 2 * length);
    }

    private void Enqueue(PriorityQueue<Stretch, long> open, Stretch stretch)
    {
        var (view, edge) = (stretch.View, stretch.Edge);
        if (newestFirst ? edge > 0 : edge < view.Words)
        {
            var nearest = newestFirst ? Math.Min(view.Segment.Count, edge << 6) - 1 : edge << 6;
            open.Enqueue(stretch, Priority(view.Segment.Ids[nearest]));
        }
    }

    private long Priority(long id) => newestFirst ? -id : id;

    /// <summary>A part of a segment that is still to be asked.</summary>
    /// <param name="View">The segment.</param>
    /// <param name="Edge">Word of the set of its texts where it begins or, going backwards, ends.</param>
    /// <param name="Length">How many words it has at most.</param>
    private readonly record struct Stretch(SegmentView View, int Edge, int Length);
}
