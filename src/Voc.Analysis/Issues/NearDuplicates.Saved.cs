using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

public sealed partial class NearDuplicates
{
    internal void Write(BlockWriter to)
    {
        to.Number(_prints.Count);
        foreach (var (print, day) in _prints)
        {
            to.Value(print);
            to.Signed(day);
        }
    }

    /// <summary>The bands are those of the fingerprints, in the order in which they were noted.</summary>
    internal void Read(ref BlockReader from)
    {
        for (var left = from.Int(); left > 0; left--)
        {
            Note(from.Value<ulong>(), from.Signed());
        }
    }
}
