using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class ReportScope
{
    public void Note(SavedReports reports)
    {
        _recent.ForEach(reports.Note);
        _past.ForEach(reports.Note);
    }

    public void Write(BlockWriter to, SavedReports reports)
    {
        reports.Write(to, _recent);
        reports.Write(to, _past);
        to.Value(_random.Drawn);
        to.Signed(_aged);
        to.Number(_isSample ? 1 : 0);
        to.Signed(LastDay);
        to.Signed(CompleteFrom);
        Volume.Write(to);
    }

    public void Read(ref BlockReader from, SavedReports reports)
    {
        reports.Read(ref from, _recent);
        reports.Read(ref from, _past);
        _random.SkipTo(from.Value<long>());
        _aged = from.Signed();
        _isSample = from.Int() == 1;
        LastDay = from.Signed();
        CompleteFrom = from.Signed();
        Volume.Read(ref from);
    }
}
