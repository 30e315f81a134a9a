namespace Voc.Analysis.Issues;

/// <summary>An issue that was found before, as the store remembers it.</summary>
/// <param name="Id">Identifier in the store.</param>
/// <param name="Polarity">Which way it rises.</param>
/// <param name="Product">Name of the product, or null.</param>
/// <param name="Keys">What it is about, strongest first.</param>
/// <param name="Onset">Company day its rise began.</param>
/// <param name="DetectedAt">When it was found.</param>
/// <param name="LastRise">The last company day on which it was surprising.</param>
/// <param name="Peak">Its count when it was most surprising.</param>
/// <param name="Feedback">Identifiers of the feedback that is linked to it.</param>
public sealed record KnownIssue(
    long Id, IssuePolarity Polarity, string? Product, IReadOnlyList<CandidateKey> Keys, DateOnly Onset, DateTimeOffset DetectedAt, DateOnly LastRise,
    IssuePeak Peak, IReadOnlyCollection<long> Feedback)
{
    /// <summary>What its feedback has in common besides the product, or null.</summary>
    public Slice? Slice { get; init; }

    /// <summary>The issues that were split off from it by themselves, whose feedback is among its own.</summary>
    public IReadOnlyList<KnownIssue> Parts { get; init; } = [];
}

/// <summary>The count of an issue when it was most surprising.</summary>
/// <param name="WindowDays">Length of the window in days.</param>
/// <param name="Count">Reports in it.</param>
/// <param name="Expected">Reports its past let expect.</param>
/// <param name="Size">Size of the negative binomial around that.</param>
/// <param name="PValue">Probability of at least so many.</param>
public sealed record IssuePeak(int WindowDays, int Count, double Expected, double Size, double PValue)
{
    /// <summary>The p-value up to which there was an alarm then; 0 where that is not known.</summary>
    public double Threshold { get; init; }

    /// <summary>False alarms a year at which it would have just been told; 0 where that is not known.</summary>
    public double Budget { get; init; }

    /// <summary>The largest count that would not have been told, or null where that is not known.</summary>
    public int? QuietCount()
    {
        var chance = new NegativeBinomial(Expected, Size);
        var scale = PValue / Math.Max(chance.Tail(Count), double.Epsilon);
        for (var count = Count - 1; count >= 0 && Threshold > 0; count--)
        {
            if (Math.Min(1, chance.Tail(count) * scale) > Threshold)
            {
                return count;
            }
        }
        return null;
    }
}

/// <summary>An issue the detector keeps track of: the candidates it explains, and their feedback since it began.</summary>
public sealed partial class TrackedIssue
{
    /// <summary>Feedback an issue keeps to recognise what belongs to it; where it has more, the latest.</summary>
    internal const int MaxMembers = 20_000;

    private readonly List<CandidateKey> _keys = [];
    private readonly OrderedDictionary<long, Member> _members = [];
    private readonly HashSet<long> _linked = [];
    private readonly List<long> _unlinked = [];

    internal TrackedIssue(IssuePolarity polarity, string? product, int onset, DateTimeOffset detectedAt, Slice? slice = null)
    {
        (Polarity, Product, Onset, LastRise, DetectedAt, Slice) = (polarity, product, onset, onset, detectedAt, slice);
    }

    internal TrackedIssue(KnownIssue known)
        : this(known.Polarity, known.Product, known.Onset.DayNumber, known.DetectedAt)
    {
        (Id, LastRise, Peak, Slice) = (known.Id, known.LastRise.DayNumber, known.Peak, known.Slice);
        _keys.AddRange(known.Keys);
        _linked.UnionWith(known.Feedback);
        ResumeParts(known);
    }

    /// <summary>Identifier in the store; 0 until the host has stored it and set it.</summary>
    public long Id { get; set; }

    internal IssuePolarity Polarity { get; }

    internal string? Product { get; }

    /// <summary>What its feedback has in common besides the product; null where it comes from all.</summary>
    internal Slice? Slice { get; private set; }

    internal int Onset { get; private set; }

    internal DateTimeOffset DetectedAt { get; private set; }

    internal int LastRise { get; private set; }

    internal IssuePeak? Peak { get; set; }

    internal IReadOnlyList<CandidateKey> Keys => _keys;

    internal IReadOnlyDictionary<long, Member> Members => _members;

    internal bool HasUnlinked => _unlinked.Count > 0;

    /// <summary>Feedback it was told of.</summary>
    internal IReadOnlyCollection<long> Linked => _linked;

    /// <summary>Found to have begun before the day it was known for, or in a replay of the past to have been found before.</summary>
    internal void FoundEarlier(int onset, DateTimeOffset detectedAt)
    {
        Onset = Math.Min(Onset, onset);
        DetectedAt = detectedAt < DetectedAt ? detectedAt : DetectedAt;
    }

    /// <summary>Still surprising on this day.</summary>
    internal void Rose(int day) => LastRise = Math.Max(LastRise, day);

    /// <summary>It is found elsewhere too: from now on it takes feedback wherever it comes from.</summary>
    internal void Widen() => Slice = null;

    /// <summary>Whether feedback of these slices can belong to it.</summary>
    internal bool Takes(IReadOnlyList<Slice> slices) => Slice is null || slices.Contains(Slice);

    /// <summary>Whether a report can belong to it.</summary>
    internal bool Takes(Report report) => Takes(report.Slices) && (Product is null || Product == report.Product);

    internal void SetKeys(IReadOnlyList<CandidateKey> keys)
    {
        _keys.Clear();
        _keys.AddRange(keys);
    }

    internal void AddMember(Member member)
    {
        if (member.Day < Onset)
        {
            return;
        }
        if (_members.TryGetValue(member.Id, out var known))
        {
            _members[member.Id] = known.Counted ? known : member;
            return;
        }
        if (_members.Count >= MaxMembers)
        {
            Drop([.. _members.Values.OrderBy(m => m.Day).Take(MaxMembers / 4).Select(m => m.Id)]);
        }
        _members.Add(member.Id, member);
        if (_linked.Add(member.Id))
        {
            _unlinked.Add(member.Id);
        }
        else
        {
            Return(member);
        }
    }

    /// <summary>Feedback that belongs to it since the last call.</summary>
    internal IReadOnlyList<long> TakeUnlinked()
    {
        long[] taken = [.. _unlinked];
        _unlinked.Clear();
        return taken;
    }

    /// <summary>Forgets feedback that was deleted.</summary>
    internal void Forget(long id)
    {
        _members.Remove(id);
        _linked.Remove(id);
        _unlinked.Remove(id);
        _parts.ForEach(p => p.Forget(id));
        _pending.RemoveAll(r => r.Member.Id == id);
    }

    /// <summary>Forgets feedback that no window reaches any more.</summary>
    internal void Trim(int today)
    {
        Drop([.. _members.Values.Where(m => m.Day <= today - CandidateSeries.RecentDays).Select(m => m.Id)]);
        _parts.ForEach(p => p.Seen.Trim(today));
    }

    private void Drop(HashSet<long> old)
    {
        if (old.Count > 0)
        {
            var kept = _members.Values.Where(m => !old.Contains(m.Id)).ToList();
            _members.Clear();
            kept.ForEach(m => _members.Add(m.Id, m));
            _linked.ExceptWith(old);
        }
    }
}
