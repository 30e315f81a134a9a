namespace Voc.Analysis.Issues;

/// <summary>From which likeness on reports count as near one, and how near anybody's are.</summary>
internal sealed partial class Nearness
{
    /// <summary>Share of all reports that count as near on one product, where few are alike by chance.</summary>
    private const double NearOnProduct = 0.4;

    /// <summary>
    /// What a report on the same product counts that is not near at all: a cause is told in words so different that nothing connects
    /// them, and a product about which everything rises at once is news too.
    /// </summary>
    private const double LeastOnProduct = 0.2;

    /// <summary>The part of that which a report counts that is less alike than half of all: those are about the same once in thirty-five times, the others that are not near once in ten.</summary>
    private const double UnlikePart = 0.3;

    /// <summary>Share of all reports that count as near among all products, where many are alike by chance.</summary>
    private const double NearAmongAll = 0.02;

    private readonly float _from;
    private readonly float _usual;
    private readonly float[] _nearest;
    private readonly int _sampled;

    private Nearness(float[] sorted, float[] nearest, double near, double least)
    {
        (_nearest, _sampled, Least) = (nearest, sorted.Length, least);
        _usual = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
        _from = sorted.Length == 0 ? 0 : Math.Max(0, sorted[(int)(sorted.Length * (1 - near))]);
        var sum = near;
        foreach (var likeness in sorted)
        {
            sum += Weight(likeness);
        }
        Mean = sum / (sorted.Length + 1);
    }

    /// <summary>The most that a report counts that is not near at all.</summary>
    public double Least { get; }

    /// <summary>The mean weight of anybody's report.</summary>
    public double Mean { get; }

    /// <summary>Measured against a sample of everybody's reports.</summary>
    public static (Nearness Product, Nearness Everything) Of(Report report, IReadOnlyList<Report> sample)
    {
        var likeness = new float[sample.Count];
        for (var i = 0; i < likeness.Length; i++)
        {
            likeness[i] = report == sample[i] ? 0 : report.Meaning.Likeness(sample[i].Meaning);
        }
        Array.Sort(likeness);
        var nearest = likeness[(int)(likeness.Length * (1 - NearOnProduct))..];
        return (new Nearness(likeness, nearest, NearOnProduct, LeastOnProduct), new Nearness(likeness, nearest, NearAmongAll, 0));
    }

    /// <summary>What a report of this likeness counts, up to 1; a near one more than <see cref="Least"/>.</summary>
    public double Weight(float likeness) => likeness > _from && _from < 1
        ? Least + ((1 - Least) * Math.Min(1, (likeness - _from) / (1 - _from)))
        : Least * (likeness <= _usual ? UnlikePart : 1);

    /// <summary>Share of all reports that are less alike than this; what is not even near counts as half of what is.</summary>
    public double Rank(float likeness)
    {
        if (_sampled == 0 || likeness < _nearest[0])
        {
            return (1 - NearOnProduct) / 2;
        }
        var at = Array.BinarySearch(_nearest, likeness);
        return 1 - ((_nearest.Length - (at < 0 ? ~at : at)) / (double)_sampled);
    }
}
