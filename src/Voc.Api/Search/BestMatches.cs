namespace Voc.Api.Search;

/// <summary>
/// Keeps the best of the matches it is shown in ascending order of identifiers: those with the highest score, of equals the newest;
/// or simply the newest.
/// </summary>
internal sealed class BestMatches(int keep, bool byScore)
{
    private readonly PriorityQueue<long, (double Score, long Id)> _best = new();
    private readonly Queue<long> _newest = new();

    public bool ByScore => byScore;

    public int Total { get; private set; }

    public void Add(long id, double score)
    {
        Total++;
        if (!byScore)
        {
            _newest.Enqueue(id);
            if (_newest.Count > keep)
            {
                _newest.Dequeue();
            }
        }
        else if (_best.Count < keep)
        {
            _best.Enqueue(id, (score, id));
        }
        else
        {
            _best.EnqueueDequeue(id, (score, id));
        }
    }

    /// <summary>The best first. Scores are 0 where nothing was scored.</summary>
    public IReadOnlyList<(long Id, double Score)> InOrder() => byScore
        ? [.. _best.UnorderedItems.OrderByDescending(i => i.Priority).Select(i => (i.Element, i.Priority.Score))]
        : [.. _newest.Reverse().Select(id => (id, 0.0))];
}
