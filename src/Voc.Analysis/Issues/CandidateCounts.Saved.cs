using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class CandidateCounts
{
    /// <summary>Candidates of one block: blocks are read on all processors.</summary>
    private const int BlockSize = 20_000;

    public void Write(BlockWriter to, Stream file)
    {
        var names = new SavedNames();
        to.Signed(LatestDay);
        to.Number(_totals.Count);
        foreach (var ((polarity, product), total) in _totals)
        {
            to.Signed((int)polarity);
            names.Write(to, product);
            to.Number(total);
        }
        _copies.Write(to);
        to.Number((_series.Count + BlockSize - 1) / BlockSize);
        to.End(file);
        foreach (var block in _series.Values.Chunk(BlockSize))
        {
            names = new SavedNames();
            to.Number(block.Length);
            foreach (var series in block)
            {
                series.Write(to, names);
            }
            to.End(file);
        }
    }

    public void Read(Stream file)
    {
        var from = new BlockReader(BlockReader.Next(file));
        var names = new SavedNames();
        LatestDay = from.Signed();
        for (var left = from.Int(); left > 0; left--)
        {
            _totals.Add(((IssuePolarity)from.Signed(), names.Read(ref from)!), from.Int());
        }
        _copies.Read(ref from);
        var blocks = new Task<CandidateSeries[]>[from.Int()];
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = BlockReader.Next(file);
            blocks[i] = Task.Run(() => Read(block));
        }
        foreach (var series in blocks.SelectMany(b => b.GetAwaiter().GetResult()))
        {
            _series.Add(series.Key, series);
            AddToScope(series);
        }
    }

    /// <summary>What is remembered of recent feedback, by its identifier.</summary>
    public IReadOnlyDictionary<long, Member> Members(IReadOnlySet<long> feedback)
    {
        var members = new Dictionary<long, Member>();
        foreach (var member in _series.Values.SelectMany(s => s.Members).Where(m => feedback.Contains(m.Id)))
        {
            members[member.Id] = member with { Counted = member.Counted || members.GetValueOrDefault(member.Id).Counted };
        }
        return members;
    }

    private static CandidateSeries[] Read(Block block)
    {
        var from = new BlockReader(block);
        var (names, series) = (new SavedNames(), new CandidateSeries[from.Int()]);
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = CandidateSeries.Read(ref from, names);
        }
        return series;
    }
}
