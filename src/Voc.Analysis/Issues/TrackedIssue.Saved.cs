using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

public sealed partial class TrackedIssue
{
    internal void Write(BlockWriter to, SavedNames names, SavedReports reports)
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
        WriteParts(to, names, reports);
    }

    /// <summary>Becomes what the store knows of it, where that is later.</summary>
    internal void Resume(KnownIssue known)
    {
        (Onset, LastRise, Peak) = (known.Onset.DayNumber, Math.Max(LastRise, known.LastRise.DayNumber), known.Peak);
        (DetectedAt, Slice) = (known.DetectedAt, known.Slice);
        SetKeys(known.Keys);
        _linked.UnionWith(known.Feedback);
        _unlinked.RemoveAll(known.Feedback.ToHashSet().Contains);
        ResumeParts(known);
    }

    internal static TrackedIssue Read(ref BlockReader from, SavedNames names, SavedReports reports)
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
        issue.ReadParts(ref from, names, reports);
        return issue;
    }

    /// <summary>Gives every report that it remembers a number.</summary>
    internal void Note(SavedReports reports)
    {
        _parts.ForEach(p => p.Note(reports));
        _pending.ForEach(reports.Note);
    }

    private void WriteParts(BlockWriter to, SavedNames names, SavedReports reports)
    {
        to.Number(Asked.Feedback);
        to.Signed(Asked.Day);
        to.Number(Suspicion is null ? 0 : 1);
        if (Suspicion is { } suspicion)
        {
            to.Signed(suspicion.Day);
            foreach (var part in new[] { suspicion.Part, suspicion.Rest })
            {
                to.Number(part.Count);
                to.Raw<long>([.. part]);
            }
        }
        to.Number(_parts.Count);
        _parts.ForEach(part => part.Write(to, names, reports));
        reports.Write(to, _pending);
    }

    private void ReadParts(ref BlockReader from, SavedNames names, SavedReports reports)
    {
        Asked = (from.Int(), from.Signed());
        if (from.Int() == 1)
        {
            Suspicion = new PartingSuspicion(from.Signed(), from.Raw<long>(from.Int()).ToHashSet(), from.Raw<long>(from.Int()).ToHashSet());
        }
        for (var left = from.Int(); left > 0; left--)
        {
            _parts.Add(IssuePart.Read(ref from, names, reports));
        }
        reports.Read(ref from, _pending);
    }
}
