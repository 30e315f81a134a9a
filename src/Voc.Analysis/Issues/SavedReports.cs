using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

/// <summary>The reports of a saved detector, each once, whichever lists it is in. One for writing or one for reading.</summary>
internal sealed class SavedReports
{
    private readonly Dictionary<Report, int> _numbers = [];
    private Report[] _reports = [];

    /// <summary>Reports in the order of their numbers.</summary>
    public IReadOnlyCollection<Report> All => _numbers.Count > 0 ? _numbers.Keys : _reports;

    /// <summary>Gives a report a number, unless it has one.</summary>
    public void Note(Report report) => _numbers.TryAdd(report, _numbers.Count);

    public void Write(BlockWriter to, IReadOnlyList<Report> list)
    {
        to.Number(list.Count);
        foreach (var report in list)
        {
            to.Number(_numbers[report]);
        }
    }

    public void Read(ref BlockReader from, List<Report> into)
    {
        for (var left = from.Int(); left > 0; left--)
        {
            into.Add(_reports[from.Int()]);
        }
    }

    /// <summary>Writes the reports themselves.</summary>
    public void Write(BlockWriter to)
    {
        var names = new SavedNames();
        to.Number(_numbers.Count);
        foreach (var report in _numbers.Keys)
        {
            report.Write(to, names);
        }
    }

    public void Read(ref BlockReader from, MeaningSpace space)
    {
        var names = new SavedNames();
        _reports = new Report[from.Int()];
        for (var i = 0; i < _reports.Length; i++)
        {
            _reports[i] = Report.Read(ref from, names, space);
        }
    }
}
