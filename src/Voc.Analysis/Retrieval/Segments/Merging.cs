namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Keeps segments few. They have tiers by size, each eight times as large as the one below; where a tier has eight, they become one
/// of the next. A segment of which most is gone is written anew.
/// </summary>
internal static class Merging
{
    private const int Width = 8;

    /// <summary>The most texts that are merged while a writer waits.</summary>
    private const int Small = 1024;

    /// <summary>Merges small segments of a list as long as there are too many.</summary>
    public static void MergeSmall(List<SegmentView> views, IndexTables tables)
    {
        while (Choose(views.Where(v => v.Live <= Small / Width)) is { } chosen)
        {
            views.RemoveAll(chosen.Contains);
            views.Add(new SegmentView(Merge(chosen, tables)));
        }
    }

    /// <summary>Segments that should become one, or null. Those that wait for their texts stay.</summary>
    public static IReadOnlyList<SegmentView>? Choose(IEnumerable<SegmentView> views)
    {
        var ready = views.Where(v => v.Segment.Texts is not null).ToList();
        if (ready.Find(v => v.Segment.Count > Small && v.Live < v.Segment.Count / 2) is { } mostlyGone)
        {
            return [mostlyGone];
        }
        return ready.GroupBy(v => Tier(v.Live)).Where(tier => tier.Count() >= Width).Select(Fitting).FirstOrDefault(chosen => chosen.Count > 1);
    }

    /// <summary>Makes one segment of the texts that are there in several.</summary>
    public static Segment Merge(IReadOnlyList<SegmentView> views, IndexTables tables)
    {
        var texts = new List<(long Id, Segment Segment, int Text)>(views.Sum(v => v.Live));
        foreach (var view in views)
        {
            for (var text = 0; text < view.Segment.Count; text++)
            {
                if (view.IsLive(text))
                {
                    texts.Add((view.Segment.Ids[text], view.Segment, text));
                }
            }
        }
        texts.Sort((a, b) => a.Id.CompareTo(b.Id));
        var draft = new SegmentDraft(tables);
        foreach (var (_, segment, text) in texts)
        {
            draft.Add(segment, text);
        }
        return draft.Build();
    }

    /// <summary>What went from segments since they were merged.</summary>
    /// <param name="merged">The segments as they were.</param>
    /// <param name="current">All segments as they are.</param>
    public static IReadOnlyCollection<long> GoneSince(IReadOnlyList<SegmentView> merged, IReadOnlyList<SegmentView> current)
    {
        var gone = new List<long>();
        foreach (var before in merged)
        {
            var now = current.FirstOrDefault(v => v.Segment == before.Segment);
            for (var text = 0; now != before && text < before.Segment.Count; text++)
            {
                if (before.IsLive(text) && now?.IsLive(text) != true)
                {
                    gone.Add(before.Segment.Ids[text]);
                }
            }
        }
        return gone;
    }

    private static int Tier(int texts) => (int)Math.Log(texts, Width);

    private static List<SegmentView> Fitting(IEnumerable<SegmentView> tier)
    {
        var chosen = new List<SegmentView>();
        var texts = 0;
        foreach (var view in tier.OrderBy(v => v.Live))
        {
            if (chosen.Count == Width || texts + view.Live > Segment.Capacity)
            {
                break;
            }
            chosen.Add(view);
            texts += view.Live;
        }
        return chosen;
    }
}
