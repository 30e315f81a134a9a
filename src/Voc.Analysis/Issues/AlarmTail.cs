namespace Voc.Analysis.Issues;

/// <summary>How many false alarms a year come at a p-value: so many at one, and fewer by a power of it below.</summary>
/// <param name="PValue">The p-value at which they were counted.</param>
/// <param name="PerYear">False alarms a year at it, as a part of the whole budget.</param>
/// <param name="Slope">The power.</param>
/// <param name="Largest">The largest p-value that may alarm.</param>
internal readonly record struct AlarmTail(double PValue, double PerYear, double Slope, double Largest)
{
    /// <summary>The p-value at which so many false alarms a year come.</summary>
    public double Threshold(double falseAlarmsPerYear) => Math.Min(Largest, PValue * Math.Pow(falseAlarmsPerYear / PerYear, 1 / Slope));

    /// <summary>The same, with the threshold half way, in orders of magnitude, to what it was: each is found from few alarms.</summary>
    public AlarmTail Between(AlarmTail before, double falseAlarmsPerYear) => before.Threshold(falseAlarmsPerYear) is > 0 and var old && Threshold(falseAlarmsPerYear) is > 0 and var found
        ? this with { PValue = PValue * Math.Sqrt(old / found) }
        : this;

    /// <summary>The budget, in false alarms a year, at which a p-value is just an alarm.</summary>
    public double Budget(double pValue) => PerYear * Math.Pow(pValue / PValue, Slope);
}

/// <summary>The false alarms by the kind of scope they come in.</summary>
/// <param name="Products">On a product.</param>
/// <param name="Everything">Among all products.</param>
/// <param name="Slices">In a slice.</param>
internal readonly record struct AlarmTails(AlarmTail Products, AlarmTail Everything, AlarmTail Slices)
{
    /// <summary>The largest p-value that may alarm where a sample stands for the past: how often false alarms come there is known less well.</summary>
    private const double LargestOfSample = 0.005;

    public AlarmTails Between(AlarmTails before, double falseAlarmsPerYear) => new(
        Products.Between(before.Products, falseAlarmsPerYear), Everything.Between(before.Everything, falseAlarmsPerYear), Slices.Between(before.Slices, falseAlarmsPerYear));

    public AlarmTail Of(ReportScope scope)
    {
        var tail = scope.Slice is not null ? Slices : scope.Everything ? Everything : Products;
        return scope.IsSample ? tail with { Largest = Math.Min(tail.Largest, LargestOfSample) } : tail;
    }
}
