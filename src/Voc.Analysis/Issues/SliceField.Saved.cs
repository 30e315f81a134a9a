using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class SliceField
{
    public void Write(BlockWriter to, SavedNames names)
    {
        to.Number(Reports);
        to.Number(IsBarred ? 1 : 0);
        to.Number(IsConstant ? 1 : 0);
        to.Number(_values.Count);
        foreach (var (slice, reports) in _values.Values)
        {
            names.Write(to, slice);
            to.Number(reports);
        }
    }

    public void Read(ref BlockReader from, SavedNames names)
    {
        Reports = from.Int();
        IsBarred = from.Int() == 1;
        IsConstant = from.Int() == 1;
        for (var left = from.Int(); left > 0; left--)
        {
            var slice = names.ReadSlice(ref from)!;
            _values.Add(slice.Value, (slice, from.Int()));
        }
    }
}
