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

/// <summary>The severity of what the detector finds, by the weights that are shipped; a company's own are applied where issues are stored.</summary>
internal static class SeverityScale
{
    public static IssueSeverity Of(IssuePolarity polarity, IReadOnlyCollection<Member> members, double growth)
    {
        double Share(GraveMarks mark) => members.Count(m => m.Marks.HasFlag(mark)) / (double)Math.Max(1, members.Count);
        var negativity = members.Count == 0 ? 0 : members.Average(m => (double)m.Negativity);
        return SeverityWeights.Shipped.Level(polarity, SeverityParts.Of(Voices(members), growth, negativity, Share(GraveMarks.Safety), Share(GraveMarks.Money)));
    }

    /// <summary>Customers, each counted once; who is not known counts each time, unless it was said several times before.</summary>
    public static int Voices(IEnumerable<Member> members)
    {
        var customers = new HashSet<int>();
        var unknown = 0;
        foreach (var member in members)
        {
            if (!member.Counted || member.Repeated)
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
