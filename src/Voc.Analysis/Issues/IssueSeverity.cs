namespace Voc.Analysis.Issues;

/// <summary>How much an issue matters, however surprising it is.</summary>
public enum IssueSeverity
{
    /// <summary>For information.</summary>
    Low,

    /// <summary>Worth a look.</summary>
    Medium,

    /// <summary>Needs somebody.</summary>
    High,

    /// <summary>Needs somebody now.</summary>
    Critical,
}

/// <summary>
/// Weighs reach, displeasure, danger to people or money, and growth to a score from 0 to 100. Rising praise is never graver than medium.
/// </summary>
internal static class SeverityScale
{
    private const double ReachWeight = 35;
    private const double NegativityWeight = 20;
    private const double GraveWeight = 30;
    private const double GrowthWeight = 15;

    /// <summary>Voices that count as full reach.</summary>
    private const double FullReach = 64;

    /// <summary>Growth that counts as full.</summary>
    private const double FullGrowth = 16;

    public static IssueSeverity Of(IssuePolarity polarity, IReadOnlyCollection<Member> members, double growth)
    {
        var voices = Voices(members);
        var reach = Math.Min(1, Math.Log2(Math.Max(1, voices)) / Math.Log2(FullReach));
        var growing = Math.Min(1, Math.Log2(Math.Max(1, growth)) / Math.Log2(FullGrowth));
        if (polarity == IssuePolarity.Positive)
        {
            return reach + growing > 1 ? IssueSeverity.Medium : IssueSeverity.Low;
        }
        double Share(GraveMarks mark) => members.Count(m => m.Marks.HasFlag(mark)) / (double)Math.Max(1, members.Count);
        var grave = Math.Max(Math.Min(1, 2 * Share(GraveMarks.Safety)), Math.Min(0.8, 2 * Share(GraveMarks.Money)));
        var negativity = members.Count == 0 ? 0 : members.Average(m => (double)m.Negativity);
        var score = (ReachWeight * reach) + (NegativityWeight * negativity) + (GraveWeight * grave) + (GrowthWeight * growing);
        return score switch
        {
            >= 72 => IssueSeverity.Critical,
            >= 52 => IssueSeverity.High,
            >= 32 => IssueSeverity.Medium,
            _ => IssueSeverity.Low,
        };
    }

    /// <summary>Customers, each counted once; who is not known counts each time.</summary>
    public static int Voices(IEnumerable<Member> members)
    {
        var customers = new HashSet<int>();
        var unknown = 0;
        foreach (var member in members)
        {
            if (!member.Counted)
            {
                continue;
            }
            if (member.Customer == 0)
            {
                unknown++;
            }
            else
            {
                customers.Add(member.Customer);
            }
        }
        return customers.Count + unknown;
    }
}
