namespace Voc.Benchmarks.Search.Texts;

/// <summary>Draws ranks so that rank <c>r</c>, from 0, comes up in proportion to <c>1/(r+offset)^exponent</c> (Zipf, 1935; Mandelbrot, 1953).</summary>
internal sealed class ZipfRanks
{
    private readonly double[] _cumulative;

    public ZipfRanks(int count, double exponent, int offset = 1)
    {
        _cumulative = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            sum += Math.Pow(rank + offset, -exponent);
            _cumulative[rank] = sum;
        }
    }

    public int Draw(ref SeededRandom random)
    {
        var found = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, _cumulative.Length - 1);
    }
}
