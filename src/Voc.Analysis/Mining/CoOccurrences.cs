namespace Voc.Analysis.Mining;

/// <summary>Counts which of a few things stand in the same text. One thread.</summary>
/// <param name="count">Number of things; their places are below it.</param>
public sealed class CoOccurrences(int count)
{
    private readonly int[] _texts = new int[count];
    private readonly int[] _together = new int[count * count];

    /// <summary>Texts that hold each thing.</summary>
    public IReadOnlyList<int> Texts => _texts;

    /// <summary>Counts a text.</summary>
    /// <param name="places">Places of what it holds, each once.</param>
    public void Add(ReadOnlySpan<int> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            _texts[places[i]]++;
            for (var j = 0; j < i; j++)
            {
                _together[Cell(places[i], places[j])]++;
            }
        }
    }

    /// <summary>Texts that hold both.</summary>
    public int Together(int a, int b) => a == b ? _texts[a] : _together[Cell(a, b)];

    /// <summary>
    /// Texts that hold both over texts that hold either, 0 to 1 (Jaccard, "The distribution of the flora in the alpine zone", 1912).
    /// </summary>
    public double Jaccard(int a, int b)
    {
        var both = Together(a, b);
        return both == 0 ? 0 : (double)both / (_texts[a] + _texts[b] - both);
    }

    /// <summary>The strongest ties, strongest first; of equal ones those of more texts, then those of lower places.</summary>
    /// <param name="least">Texts that must hold both, at least 1.</param>
    /// <param name="threshold">Jaccard coefficient at least.</param>
    /// <param name="most">How many ties at most.</param>
    public IReadOnlyList<Tie> Strongest(int least, double threshold, int most)
    {
        var ties = new List<Tie>();
        for (var b = 1; b < _texts.Length; b++)
        {
            for (var a = 0; a < b; a++)
            {
                var both = _together[Cell(a, b)];
                if (both >= Math.Max(1, least) && Jaccard(a, b) is var jaccard && jaccard >= threshold)
                {
                    ties.Add(new Tie(a, b, both, jaccard));
                }
            }
        }
        return [.. ties.OrderByDescending(t => t.Jaccard).ThenByDescending(t => t.Texts).ThenBy(t => t.A).ThenBy(t => t.B).Take(most)];
    }

    private int Cell(int a, int b) => (Math.Max(a, b) * _texts.Length) + Math.Min(a, b);
}

/// <summary>Two things that stand in the same texts.</summary>
/// <param name="A">Place of the first, below that of the second.</param>
/// <param name="B">Place of the second.</param>
/// <param name="Texts">Texts that hold both.</param>
/// <param name="Jaccard">Jaccard coefficient, 0 to 1.</param>
public readonly record struct Tie(int A, int B, int Texts, double Jaccard);
