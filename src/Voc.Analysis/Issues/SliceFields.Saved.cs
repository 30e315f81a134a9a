using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class SliceFields
{
    public void Write(BlockWriter to, SavedNames names)
    {
        to.Number(_reports);
        to.Number(HasBarred ? 1 : 0);
        to.Number(_fields.Count);
        foreach (var field in _fields.Values)
        {
            names.Write(to, field.Name);
            field.Write(to, names);
        }
    }

    public void Read(ref BlockReader from, SavedNames names)
    {
        _reports = from.Int();
        HasBarred = from.Int() == 1;
        for (var left = from.Int(); left > 0; left--)
        {
            var name = names.Read(ref from)!;
            var field = new SliceField(name, Values);
            field.Read(ref from, names);
            _fields.Add(name, field);
        }
    }
}
