using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

public sealed partial class TrackedIssue
{
    internal void Write(BlockWriter to, SavedNames names)
    {
        to.Signed((int)Polarity);
        names.Write(to, Product);
        names.Write(to, Slice);
        to.Signed(Onset);
        to.Value(DetectedAt.UtcTicks);
        to.Value(Id);
        to.Signed(LastRise);
        to.Number(Peak is null ? 0 : 1);
        if (Peak is { } peak)
        {
            to.Number(peak.WindowDays);
            to.Number(peak.Count);
            to.Raw<double>([peak.Expected, peak.Size, peak.PValue, peak.Threshold, peak.Budget]);
        }
        to.Number(_keys.Count);
        _keys.ForEach(key => names.Write(to, key));
        to.Number(_members.Count);
        to.Raw<Member>([.. _members.Values]);
        to.Number(_linked.Count);
        to.Raw<long>([.. _linked]);
        to.Number(_unlinked.Count);
        to.Raw<long>([.. _unlinked]);
    }

    /// <summary>Becomes what the store knows of it, where that is later.</summary>
    internal void Resume(KnownIssue known)
    {
        (Onset, LastRise, Peak) = (known.Onset.DayNumber, Math.Max(LastRise, known.LastRise.DayNumber), known.Peak);
        (DetectedAt, Slice) = (known.DetectedAt, known.Slice);
        SetKeys(known.Keys);
        _linked.UnionWith(known.Feedback);
        _unlinked.RemoveAll(known.Feedback.ToHashSet().Contains);
    }

    internal static TrackedIssue Read(ref BlockReader from, SavedNames names)
    {
        var (polarity, product, slice) = ((IssuePolarity)from.Signed(), names.Read(ref from), names.ReadSlice(ref from));
        var issue = new TrackedIssue(polarity, product, from.Signed(), new DateTimeOffset(from.Value<long>(), TimeSpan.Zero), slice)
        {
            Id = from.Value<long>(),
            LastRise = from.Signed(),
        };
        if (from.Int() == 1)
        {
            var (days, count, peak) = (from.Int(), from.Int(), from.Raw<double>(5));
            issue.Peak = new IssuePeak(days, count, peak[0], peak[1], peak[2]) { Threshold = peak[3], Budget = peak[4] };
        }
        for (var left = from.Int(); left > 0; left--)
        {
            issue._keys.Add(names.ReadKey(ref from));
        }
        foreach (var member in from.Raw<Member>(from.Int()))
        {
            issue._members.Add(member.Id, member);
        }
        issue._linked.UnionWith(from.Raw<long>(from.Int()));
        issue._unlinked.AddRange(from.Raw<long>(from.Int()));
        return issue;
    }
}
