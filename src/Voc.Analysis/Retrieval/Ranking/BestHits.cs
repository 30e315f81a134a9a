namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Keeps the best of many hits: a heap with the worst of them on top.</summary>
/// <param name="limit">How many to keep.</param>
internal sealed class BestHits(int limit)
{
    private readonly List<Hit> _heap = [];

    /// <summary>What a key must at least be to be kept.</summary>
    public double Least { get; private set; } = limit > 0 ? double.NegativeInfinity : double.PositiveInfinity;

    public void Offer(in Hit hit)
    {
        if (_heap.Count < limit)
        {
            _heap.Add(hit);
            if (_heap.Count == limit)
            {
                // Worst first is a heap already.
                _heap.Sort((a, b) => b.CompareTo(a));
                Least = _heap[0].Key;
            }
        }
        else if (limit > 0 && hit.CompareTo(_heap[0]) < 0)
        {
            Replace(hit);
            Least = _heap[0].Key;
        }
    }

    /// <summary>What was kept, best first.</summary>
    public List<Hit> Sorted()
    {
        _heap.Sort();
        return _heap;
    }

    private void Replace(in Hit hit)
    {
        var at = 0;
        for (var child = 1; child < _heap.Count; child = (2 * at) + 1)
        {
            if (child + 1 < _heap.Count && _heap[child + 1].CompareTo(_heap[child]) > 0)
            {
                child++;
            }
            if (hit.CompareTo(_heap[child]) > 0)
            {
                break;
            }
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = hit;
    }
}
