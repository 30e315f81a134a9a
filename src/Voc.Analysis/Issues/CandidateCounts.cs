namespace Voc.Analysis.Issues;

/// <summary>
/// Daily counts of everything feedback is about. Memory is bounded: at most <c>capacity</c> candidates are kept (3 KB each
/// on average in a stream of 100,000 a year, each with at most 400 recent reports), and those not seen for longest are forgotten first.
/// </summary>
internal sealed class CandidateCounts(int capacity)
{
    private static readonly string NoProduct = "";

    private readonly Dictionary<CandidateKey, CandidateSeries> _series = [];
    private readonly Dictionary<(IssuePolarity, string), List<CandidateSeries>> _scopes = [];
    private readonly Dictionary<string, DailyVolume> _products = new(StringComparer.Ordinal);
    private readonly DailyVolume _all = new();
    private readonly NearDuplicates _copies = new();

    public IReadOnlyCollection<CandidateSeries> All => _series.Values;

    /// <summary>The latest company day on which anything was said.</summary>
    public int LatestDay { get; private set; } = int.MinValue;

    /// <summary>Whether this text, by a customer who is not known, is a copy of a recent one.</summary>
    public bool IsCopy(Feedback feedback, int day) => feedback.Customer is null && _copies.IsCopy(feedback.Text, day, CandidateSeries.SameVoiceDays);

    public void CountVolume(string? product, int day, Channel channel)
    {
        LatestDay = Math.Max(LatestDay, day);
        _all.Add(day, channel);
        if (product is null)
        {
            return;
        }
        if (!_products.TryGetValue(product, out var volume))
        {
            _products.Add(product, volume = new DailyVolume());
        }
        volume.Add(day, channel);
    }

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

    /// <summary>What a candidate is measured against: a product by other products, a part of a product by the rest of what is said of it.</summary>
    public VolumeReference Reference(CandidateKey key, CandidateSeries series)
    {
        if (key.Product is null || !_products.TryGetValue(key.Product, out var product))
        {
            return new VolumeReference(_all, null, series, _all.FirstDay);
        }
        return key.Kind == CandidateKind.Product
            ? new VolumeReference(_all, product, null, product.FirstDay)
            : new VolumeReference(product, null, series, product.FirstDay);
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
        var forgotten = _series.Values.OrderBy(s => s.LastDay).ThenBy(s => s.Total).Take(Math.Max(1, capacity / 10)).ToList();
        forgotten.ForEach(s => _series.Remove(s.Key));
        _scopes.Clear();
        foreach (var series in _series.Values)
        {
            AddToScope(series);
        }
    }
}
