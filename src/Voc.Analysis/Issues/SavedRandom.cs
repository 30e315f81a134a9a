namespace Voc.Analysis.Issues;

/// <summary>
/// Random numbers of a seed that can be saved: one that has drawn as often draws the same from then on. Skipping a million takes a few
/// milliseconds.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class SavedRandom(int seed) : Random(seed)
{
    /// <summary>How often it has drawn.</summary>
    public long Drawn { get; private set; }

    /// <summary>Draws until it has drawn so often.</summary>
    public void SkipTo(long drawn)
    {
        while (Drawn < drawn)
        {
            Sample();
        }
    }

    /// <inheritdoc/>
    protected override double Sample()
    {
        Drawn++;
        return base.Sample();
    }
}
