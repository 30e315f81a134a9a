namespace Voc.Benchmarks.Search.Texts;

/// <summary>Fragments of which one is drawn; the first the most often.</summary>
internal sealed class Slot
{
    private const double Exponent = 0.8;
    private const int Offset = 3;

    private readonly ZipfRanks _ranks;

    public Slot(IReadOnlyList<string> fragments)
    {
        Fragments = fragments;
        _ranks = new ZipfRanks(fragments.Count, Exponent, Offset);
    }

    public IReadOnlyList<string> Fragments { get; }

    public string Draw(ref SeededRandom random) => Fragments[_ranks.Draw(ref random)];
}
