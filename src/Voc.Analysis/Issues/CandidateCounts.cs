namespace Voc.Analysis.Issues;

/// <summary>
/// Daily counts of everything feedback is about. Memory is bounded: at most <c>capacity</c> candidates are kept (3 KB each
/// on average in a stream of 100,000 a year, each with at most 400 recent reports), and those not seen for longest are forgotten first.
/// </summary>
internal sealed partial class CandidateCounts(int capacity)
{
    private static readonly string NoProduct = "";

    private readonly Dictionary<CandidateKey, CandidateSeries> _series = [];
    private readonly Dictionary<(IssuePolarity, string), List<CandidateSeries>> _scopes = [];
    private readonly Dictionary<(IssuePolarity, string), int> _totals = [];
    private readonly NearDuplicates _copies = new();

    public IReadOnlyCollection<CandidateSeries> All => _series.Values;

    /// <summary>The latest company day on which anything was said.</summary>
    public int LatestDay { get; private set; } = int.MinValue;

    /// <summary>How often this text was said before by customers who are not known; those who are known are told apart by who they are.</summary>
    public Repetition Repetition(Feedback feedback, int day) => feedback.Customer is not null ? Issues.Repetition.Seldom
        : _copies.Seen(feedback.Text, day, isRecorded: feedback.Channel is Channel.CallNote or Channel.Survey);

    /// <summary>Feedback counted on a side, of a product or, where it is null, in all.</summary>
    public int Total(IssuePolarity polarity, string? product) => _totals.GetValueOrDefault((polarity, product ?? NoProduct));

    public void Count(IssuePolarity polarity, string? product)
    {
        _totals[(polarity, NoProduct)] = Total(polarity, null) + 1;
        if (product is not null)
        {
            _totals[(polarity, product)] = Total(polarity, product) + 1;
        }
    }

    public void NoteDay(int day) => LatestDay = Math.Max(LatestDay, day);

    public CandidateSeries Series(CandidateKey key)
    {
        if (_series.TryGetValue(key, out var known))
        {
            return known;
        }
        if (_series.Count >= capacity)
        {
            Forget();
        }
        var series = new CandidateSeries(key);
        _series.Add(key, series);
        AddToScope(series);
        return series;
    }

    public CandidateSeries? Find(CandidateKey key) => _series.GetValueOrDefault(key);

    /// <summary>All candidates of a product, or across products where it is null.</summary>
    public IReadOnlyList<CandidateSeries> Scope(IssuePolarity polarity, string? product) =>
        _scopes.TryGetValue((polarity, product ?? NoProduct), out var scope) ? scope : [];

    /// <summary>Forgets recent feedback that was deleted.</summary>
    public void Forget(long feedback)
    {
        foreach (var series in _series.Values)
        {
            series.Forget(feedback);
        }
    }

    private void AddToScope(CandidateSeries series)
    {
        var scope = (series.Key.Polarity, series.Key.Product ?? NoProduct);
        if (!_scopes.TryGetValue(scope, out var list))
        {
            _scopes.Add(scope, list = []);
        }
        list.Add(series);
    }

    private void Forget()
    {
        var forgotten = _series.Values.OrderBy(s => s.LastDay).ThenBy(s => s.Total).Take(Math.Max(1, capacity / 10)).ToHashSet();
        var kept = _series.Values.Where(s => !forgotten.Contains(s)).ToList();
        // Added anew, so that they stay in the order in which they were first seen.
        _series.Clear();
        _scopes.Clear();
        foreach (var series in kept)
        {
            _series.Add(series.Key, series);
            AddToScope(series);
        }
    }
}
