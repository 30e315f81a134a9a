using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class SliceScopes
{
    /// <summary>Gives every report that is kept a number.</summary>
    public void Note(SavedReports reports)
    {
        foreach (var scope in _scopes.Values)
        {
            scope.Note(reports);
        }
    }

    public void Write(BlockWriter to, SavedReports reports, SavedNames names)
    {
        fields.Write(to, names);
        to.Number(_scopes.Count);
        foreach (var ((polarity, slice), scope) in _scopes)
        {
            to.Signed((int)polarity);
            names.Write(to, slice);
            scope.Write(to, reports);
        }
        to.Number(_used.Count);
        foreach (var field in _used)
        {
            names.Write(to, field);
        }
        to.Number(_kept);
    }

    public void Read(ref BlockReader from, SavedReports reports, SavedNames names)
    {
        fields.Read(ref from, names);
        for (var left = from.Int(); left > 0; left--)
        {
            var (polarity, slice) = ((IssuePolarity)from.Signed(), names.ReadSlice(ref from)!);
            var scope = ReportScope.Of(polarity, slice, isExplained);
            scope.Read(ref from, reports);
            _scopes.Add((polarity, slice), scope);
        }
        for (var left = from.Int(); left > 0; left--)
        {
            _used.Add(names.Read(ref from)!);
        }
        _kept = from.Int();
    }
}
