namespace Voc.Analysis.Retrieval;

/// <summary>A segment as a snapshot sees it: without the texts that have newer versions or are gone.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Dead">A bit for each text that is no longer there, or null.</param>
internal sealed record SegmentView(Segment Segment, ulong[]? Dead)
{
    public int Live { get; } = Segment.Count - (Dead is null ? 0 : Dead.Sum(w => System.Numerics.BitOperations.PopCount(w)));

    public bool IsLive(int text) => Dead is null || (Dead[text >> 6] >> text & 1) == 0;

    public SegmentView Without(IReadOnlyCollection<long> ids)
    {
        ulong[]? dead = null;
        foreach (var id in ids)
        {
            var at = Array.BinarySearch(Segment.Ids, id);
            if (at >= 0 && IsLive(at))
            {
                dead ??= Dead is null ? new ulong[(Segment.Count + 63) / 64] : [.. Dead];
                dead[at >> 6] |= 1UL << at;
            }
        }
        return dead is null ? this : new SegmentView(Segment, dead);
    }
}
