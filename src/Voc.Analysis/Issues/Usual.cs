namespace Voc.Analysis.Issues;

/// <summary>Weights of reports, summed.</summary>
internal struct Usual
{
    public Usual()
    {
        (Weight, Squares, Far, Count, Standing) = (0, 0, 0, 0, 1);
    }

    public double Weight { get; private set; }

    public double Squares { get; private set; }

    /// <summary>How many of them are not near at all.</summary>
    public double Far { get; private set; }

    public int Count { get; private set; }

    /// <summary>Reports that each of them stands for.</summary>
    public double Standing { get; set; }

    /// <param name="weight">What a report counts.</param>
    /// <param name="isNear">Whether it is near, be it a little.</param>
    /// <param name="part">The part of it that counts, from 0 to 1.</param>
    public void Add(double weight, bool isNear, double part = 1)
    {
        Weight += part * weight;
        Squares += part * part * weight * weight;
        Far += isNear ? 0 : part;
        Count++;
    }

    public void Add(Usual other)
    {
        Weight += other.Weight;
        Squares += other.Squares;
        Far += other.Far;
        Count += other.Count;
    }

    public readonly Usual Without(Usual part, double share) => this with
    {
        Weight = Math.Max(0, Weight - (part.Weight * share)),
        Squares = Math.Max(0, Squares - (part.Squares * share)),
        Far = Math.Max(0, Far - (part.Far * share)),
        Count = Math.Max(0, Count - (int)Math.Round(part.Count * share)),
    };
}
