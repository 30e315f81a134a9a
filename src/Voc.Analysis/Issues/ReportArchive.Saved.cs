using Voc.Analysis.Issues.Calendar;
using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class ReportArchive
{
    /// <summary>Gives every report that is kept a number.</summary>
    public void Note(SavedReports reports)
    {
        foreach (var scope in _scopes.Values)
        {
            scope.Note(reports);
        }
        Slices.Note(reports);
        _sample.ForEach(reports.Note);
    }

    public void WriteSpace(BlockWriter to) => _space.Write(to);

    public MeaningSpace ReadSpace(ref BlockReader from) => _space = MeaningSpace.Read(ref from);

    public void Write(BlockWriter to, SavedReports reports)
    {
        var names = new SavedNames();
        to.Number(_scopes.Count);
        foreach (var scope in _scopes.Values)
        {
            to.Signed((int)scope.Polarity);
            names.Write(to, scope.Product);
            to.Number(scope.Everything ? 1 : 0);
            scope.Write(to, reports);
        }
        Slices.Write(to, reports, names);
        to.Number(_voices.Count);
        foreach (var (voice, day) in _voices)
        {
            to.Value(voice.Customer);
            names.Write(to, voice.Product);
            to.Signed(day);
        }
        reports.Write(to, _sample);
        to.Value(_random.Drawn);
        to.Value(_added);
        to.Value(_learnedAt);
        to.Number(_kept);
        Volume.Write(to);
        _factors.Write(to);
    }

    public void Read(ref BlockReader from, SavedReports reports)
    {
        var names = new SavedNames();
        for (var left = from.Int(); left > 0; left--)
        {
            var (polarity, product, everything) = ((IssuePolarity)from.Signed(), names.Read(ref from), from.Int() == 1);
            var scope = new ReportScope(polarity, product, everything, isExplained);
            scope.Read(ref from, reports);
            _scopes.Add((polarity, product, everything), scope);
        }
        Slices.Read(ref from, reports, names);
        for (var left = from.Int(); left > 0; left--)
        {
            _voices.Add((from.Value<int>(), names.Read(ref from)), from.Signed());
        }
        reports.Read(ref from, _sample);
        _random.SkipTo(from.Value<long>());
        _added = from.Value<long>();
        _learnedAt = from.Value<long>();
        _kept = from.Int();
        Volume.Read(ref from);
        _factors = DayFactors.Read(ref from);
    }
}
