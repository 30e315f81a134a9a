using MathNet.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>A negative binomial count of weights.</summary>
/// <param name="Unit">The typical weight.</param>
/// <param name="Mean">Mean, in units.</param>
/// <param name="Size">Size.</param>
internal readonly record struct Expectation(double Unit, double Mean, double Size)
{
    /// <summary>How much the shares of causes differ between products: shape of the gamma prior.</summary>
    private const double PriorShape = 10;

    /// <summary>What a report of the scope's past adds to that shape: how often it is spoken of at all is known no better than its few reports tell.</summary>
    private const double ShapePerReport = 0.25;

    /// <summary>Shape around what a scope without a past lets expect.</summary>
    private const double NewShape = 1.5;

    /// <summary>However many reports lie behind an expectation, causes vary by more than chance: by a third, as a standard deviation.</summary>
    private const double Dispersion = 0.1;

    /// <summary>What the count is compared with.</summary>
    /// <param name="now">What lies around a report now.</param>
    /// <param name="usual">What lay there in the past.</param>
    /// <param name="nearness">How near anybody's reports are.</param>
    /// <param name="time">The window as a part of the past.</param>
    public static Expectation Of(Usual now, Usual usual, Nearness nearness, double time)
    {
        var unit = Math.Max(1e-6, (now.Squares + usual.Squares) / Math.Max(1e-9, now.Weight + usual.Weight));
        var prior = (usual.Count + 0.5) * usual.Standing * nearness.Mean / unit;
        var seen = usual.Weight / unit;
        var shape = 1 / ((1 / PriorShape) + (1 / (ShapePerReport * ((usual.Count * usual.Standing) + 0.5))));
        var size = 1 / ((1 / (shape + seen)) + Dispersion);
        return new Expectation(unit, time * (shape + (usual.Standing * seen)) / ((shape / prior) + 1), size);
    }

    /// <summary>What the count of something new is compared with: the share that it would have among anybody's reports.</summary>
    public static Expectation OfNew(Usual now, Nearness nearness, double rest)
    {
        var unit = Math.Max(1e-6, now.Squares / Math.Max(1e-9, now.Weight));
        return new Expectation(unit, nearness.Mean * Math.Max(1, rest) / unit, NewShape);
    }

    /// <summary>Logarithm of the chance of at least so much weight; 0 for no more than expected.</summary>
    public double LogTail(double weight) => weight / Unit <= Mean ? 0 : Math.Log(Math.Max(1e-300, SpecialFunctions.BetaRegularized(weight / Unit, Size, Mean / (Mean + Size))));
}
