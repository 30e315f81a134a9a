using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class Nearness
{
    private Nearness(float from, float usual, float[] nearest, int sampled, double least, double mean) =>
        (_from, _usual, _nearest, _sampled, Least, Mean) = (from, usual, nearest, sampled, least, mean);

    /// <summary>The two are of the same likenesses.</summary>
    public static void Write(BlockWriter to, (Nearness Product, Nearness Everything) near)
    {
        to.Number(near.Product._nearest.Length);
        to.Raw<float>(near.Product._nearest);
        near.Product.Write(to);
        near.Everything.Write(to);
    }

    public static (Nearness Product, Nearness Everything) Read(ref BlockReader from)
    {
        var nearest = from.Raw<float>(from.Int());
        return (Read(ref from, nearest), Read(ref from, nearest));
    }

    private void Write(BlockWriter to)
    {
        to.Value(_from);
        to.Value(_usual);
        to.Number(_sampled);
        to.Value(Least);
        to.Value(Mean);
    }

    private static Nearness Read(ref BlockReader from, float[] nearest) =>
        new(from.Value<float>(), from.Value<float>(), nearest, from.Int(), from.Value<double>(), from.Value<double>());
}
