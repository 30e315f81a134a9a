using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class IssuePart
{
    public void Note(SavedReports reports) => _examples.ForEach(reports.Note);

    public void Write(BlockWriter to, SavedNames names, SavedReports reports)
    {
        Seen.Write(to, names, reports);
        reports.Write(to, _examples);
    }

    public static IssuePart Read(ref BlockReader from, SavedNames names, SavedReports reports)
    {
        var part = new IssuePart(TrackedIssue.Read(ref from, names, reports));
        reports.Read(ref from, part._examples);
        return part;
    }
}
