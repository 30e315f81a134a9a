namespace Voc.Analysis.Morphology;

/// <summary>The nodes that end at one place, and which of them is the cheapest to come from. Reused from place to place.</summary>
internal sealed class Predecessors(ConnectionCosts connections)
{
    private readonly int[] _placeOfAnswer = new int[connections.LeftContexts];
    private readonly int[] _bestCost = new int[connections.LeftContexts];
    private readonly int[] _bestNode = new int[connections.LeftContexts];
    private int[] _nodes = new int[256];
    private int[] _costs = new int[256];
    private ushort[] _rightContexts = new ushort[256];
    private int _count;
    private int _place;

    /// <summary>Gathers the nodes that end at a place.</summary>
    public void Gather(Lattice lattice, int offset)
    {
        _count = 0;
        if (++_place == int.MaxValue)
        {
            _place = 1;
            Array.Clear(_placeOfAnswer);
        }

        for (var node = lattice.NewestEndingAt(offset); node >= 0; node = lattice[node].NextAtEnd)
        {
            if (_count == _nodes.Length)
            {
                Grow();
            }

            _nodes[_count] = node;
            _costs[_count] = lattice[node].Cost;
            _rightContexts[_count++] = lattice[node].RightContext;
        }
    }

    /// <summary>The cheapest predecessor of words with a left context. All words at the place that share it get the same answer.</summary>
    /// <param name="leftContext">The left context.</param>
    /// <param name="cost">Cost of the way up to the word, without the word.</param>
    /// <returns>The node; of equally cheap ones the first, which started last, as in MeCab.</returns>
    public int Cheapest(int leftContext, out int cost)
    {
        if (_placeOfAnswer[leftContext] != _place)
        {
            Answer(leftContext);
        }

        cost = _bestCost[leftContext];
        return _bestNode[leftContext];
    }

    private void Answer(int leftContext)
    {
        var connection = connections.Before(leftContext);
        var (best, bestCost) = (0, int.MaxValue);
        for (var i = 0; i < _count; i++)
        {
            var cost = _costs[i] + connection[_rightContexts[i]];
            if (cost < bestCost)
            {
                (best, bestCost) = (i, cost);
            }
        }

        _placeOfAnswer[leftContext] = _place;
        _bestNode[leftContext] = _nodes[best];
        _bestCost[leftContext] = bestCost;
    }

    private void Grow()
    {
        Array.Resize(ref _nodes, _count * 2);
        Array.Resize(ref _costs, _count * 2);
        Array.Resize(ref _rightContexts, _count * 2);
    }
}
