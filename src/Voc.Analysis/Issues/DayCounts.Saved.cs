using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class DayCounts
{
    public void Write(BlockWriter to)
    {
        to.Signed(_before);
        to.Number(_days.Count);
        foreach (var (day, through) in _days)
        {
            to.Signed(day);
            to.Signed(through);
        }
    }

    public void Read(ref BlockReader from)
    {
        _before = from.Signed();
        for (var left = from.Int(); left > 0; left--)
        {
            _days.Add((from.Signed(), from.Signed()));
        }
    }
}
