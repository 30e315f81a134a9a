namespace Voc.Analysis.Issues;

/// <summary>Weights of reports, summed.</summary>
internal struct Usual
{
    public Usual()
    {
        (Weight, Squares, Count, Standing) = (0, 0, 0, 1);
    }

    public double Weight { get; private set; }

    public double Squares { get; private set; }

    public int Count { get; private set; }

    /// <summary>Reports that each of them stands for.</summary>
    public double Standing { get; set; }

    public void Add(double weight)
    {
        Weight += weight;
        Squares += weight * weight;
        Count++;
    }

    public void Add(Usual other)
    {
        Weight += other.Weight;
        Squares += other.Squares;
        Count += other.Count;
    }

    public readonly Usual Without(Usual part, double share) => this with
    {
        Weight = Math.Max(0, Weight - (part.Weight * share)),
        Squares = Math.Max(0, Squares - (part.Squares * share)),
        Count = Math.Max(0, Count - (int)Math.Round(part.Count * share)),
    };
}
