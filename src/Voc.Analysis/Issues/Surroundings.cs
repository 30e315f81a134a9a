namespace Voc.Analysis.Issues;

/// <summary>The reports of a scope around which is scanned, by their place in it: as they came, or dealt to random days.</summary>
internal abstract class Surroundings
{
    /// <summary>Who counts as near a report.</summary>
    public abstract Nearness Nearness(int report);

    /// <summary>How alike a report is to each of the scope.</summary>
    public abstract float[] Likeness(int report);

    /// <summary>How alike two reports are.</summary>
    public abstract float Likeness(int report, int other);

    /// <summary>What to expect around a report in the days that end today, or null where a window of so many days says nothing.</summary>
    /// <param name="report">The report.</param>
    /// <param name="window">Days.</param>
    /// <param name="now">What lies around it in them.</param>
    /// <param name="lately">What lies around it in the longest window.</param>
    public abstract Expectation? Expect(int report, int window, Usual now, Usual lately);
}
