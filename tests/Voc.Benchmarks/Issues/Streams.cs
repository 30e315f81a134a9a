namespace Voc.Benchmarks.Issues;

/// <summary>Makes streams in which by construction nothing happens, and puts events into them.</summary>
internal static class Streams
{
    public const int EventDays = 28;

    /// <summary>The same complaints with their days dealt out anew.</summary>
    public static IReadOnlyList<Complaint> Shuffled(IReadOnlyList<Complaint> complaints, int seed)
    {
        var random = new Random(seed);
        var days = complaints.Select(c => c.Day).ToArray();
        random.Shuffle(days);
        return Ordered(complaints.Select((c, i) => c with { Day = days[i] }), random);
    }

    /// <summary>Events of different products: so many complaints of one product, label and year, taken from where they were to random days of 28, anywhere in the days that are judged.</summary>
    public static IReadOnlyList<Complaint> Inject(IReadOnlyList<Complaint> original, IReadOnlyList<Complaint> shuffled, int reports, int events, DateOnly from, DateOnly to, int seed)
    {
        var random = new Random(seed);
        var pools = original.GroupBy(c => (c.Product, c.Label, c.Day.Year)).Where(g => g.Count() >= reports).Select(g => g.ToArray()).ToArray();
        random.Shuffle(pools);
        var copies = new List<Complaint>();
        var number = 0;
        foreach (var pool in pools.DistinctBy(p => p[0].Product).Take(events))
        {
            number++;
            var start = from.AddDays(random.Next(to.DayNumber - from.DayNumber - EventDays));
            random.Shuffle(pool);
            copies.AddRange(pool.Take(reports).Select(c => c with { Day = start.AddDays(random.Next(EventDays)), Event = number }));
        }
        var moved = copies.Select(c => c.Row).ToHashSet();
        return Ordered(shuffled.Where(c => !moved.Contains(c.Row)).Concat(copies), random);
    }

    private static Complaint[] Ordered(IEnumerable<Complaint> complaints, Random random) =>
        [.. complaints.Select(c => (Complaint: c, Tie: random.Next())).OrderBy(c => c.Complaint.Day).ThenBy(c => c.Tie).Select(c => c.Complaint)];
}
