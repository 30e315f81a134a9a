namespace Voc.Analysis.Issues;

/// <summary>
/// The reports of each slice. All slices that divide the feedback are kept, so that one that is used later knows its past; memory is
/// bounded by <see cref="MaxReports"/>: beyond it the field of most reports is given up.
/// </summary>
internal sealed partial class SliceScopes(SliceFields fields, Func<long, bool> isExplained)
{
    /// <summary>Reports kept at most, over all slices; most of them are kept on their product too.</summary>
    private const int MaxReports = 60_000;

    /// <summary>A slice of nearly all reports tells no more than all of them.</summary>
    private const double MostOfAll = 0.9;

    private readonly OrderedDictionary<(IssuePolarity Polarity, Slice Slice), ReportScope> _scopes = [];
    private HashSet<string> _used = [];
    private int _kept;

    /// <summary>Reports kept, each counted in every slice it is in.</summary>
    public int Kept => _kept;

    /// <summary>The reports of all slices.</summary>
    public IEnumerable<Report> Reports => _scopes.Values.SelectMany(s => s.Past.Concat(s.Recent));

    /// <summary>The scopes that are used at present.</summary>
    public IEnumerable<ReportScope> Used(Func<IssuePolarity, ReportScope?> all) =>
        _scopes.Values.Where(s => _used.Contains(s.Slice!.Field) && all(s.Polarity) is { } everything && s.Volume.Total <= MostOfAll * everything.Volume.Total);

    public ReportScope? Find(IssuePolarity polarity, Slice slice) => _scopes.TryGetValue((polarity, slice), out var scope) ? scope : null;

    /// <summary>The scopes used at present that a report is in.</summary>
    public IEnumerable<ReportScope> Of(Report report, ReportScope everything)
    {
        foreach (var slice in report.Slices)
        {
            if (_used.Contains(slice.Field) && _scopes.TryGetValue((report.Polarity, slice), out var scope) && scope.Volume.Total <= MostOfAll * everything.Volume.Total)
            {
                yield return scope;
            }
        }
    }

    /// <summary>Keeps a report, before it is kept among all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="all">The reports of both sides before it, which were all in the slices of a field that had one value so far.</param>
    /// <param name="today">Company day.</param>
    public void Add(Report report, IEnumerable<ReportScope> all, int today)
    {
        foreach (var slice in fields.Count(report.Slices))
        {
            foreach (var scope in all)
            {
                _scopes[(scope.Polarity, slice)] = scope.As(slice);
                _kept += scope.Kept;
            }
        }
        foreach (var slice in report.Slices.Where(s => !fields.IsConstant(s.Field)))
        {
            if (!_scopes.TryGetValue((report.Polarity, slice), out var scope))
            {
                _scopes.Add((report.Polarity, slice), scope = ReportScope.Of(report.Polarity, slice, isExplained));
            }
            _kept -= scope.Kept;
            scope.Add(report, today);
            _kept += scope.Kept;
        }
        if (_kept > MaxReports && (_kept = _scopes.Values.Sum(s => s.Kept)) > MaxReports)
        {
            fields.Bar(_scopes.GroupBy(s => s.Key.Slice.Field).MaxBy(g => g.Sum(s => s.Value.Kept))!.Key);
        }
        Drop();
    }

    /// <summary>What is known of the fields.</summary>
    public IReadOnlyList<SliceFieldUse> Fields => fields.Uses(_used);

    /// <summary>Decides anew which fields are used.</summary>
    public void Choose() => _used = [.. fields.Used()];

    public void Forget(long id)
    {
        foreach (var scope in _scopes.Values)
        {
            scope.Forget(id);
        }
    }

    private void Drop()
    {
        if (!fields.HasBarred)
        {
            return;
        }
        foreach (var (key, scope) in _scopes.Where(s => fields.IsBarred(s.Key.Slice.Field)).ToList())
        {
            _scopes.Remove(key);
            _kept -= scope.Kept;
        }
        fields.HasBarred = false;
    }
}
