namespace Voc.Analysis.Issues;

/// <summary>A field and the values it had.</summary>
internal sealed partial class SliceField(string name, int maxValues)
{
    private readonly Dictionary<string, (Slice Slice, int Reports)> _values = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public int Reports { get; private set; }

    public bool IsBarred { get; private set; }

    /// <summary>Whether all reports so far had the same value.</summary>
    public bool IsConstant { get; set; }

    public Slice Only => _values.Values.First(v => v.Reports > 0).Slice;

    public int Values => _values.Count;

    public IEnumerable<int> Counts => _values.Values.Select(v => v.Reports);

    /// <summary>The slice of a value, always the same object; null where there are too many.</summary>
    public Slice? Slice(string value)
    {
        if (IsBarred)
        {
            return null;
        }
        if (_values.TryGetValue(value, out var known))
        {
            return known.Slice;
        }
        if (_values.Count >= maxValues)
        {
            Bar();
            return null;
        }
        var slice = new Slice(Name, value);
        _values.Add(value, (slice, 0));
        return slice;
    }

    public void Count(Slice slice, bool first)
    {
        Reports++;
        IsConstant |= first;
        _values[slice.Value] = (slice, _values[slice.Value].Reports + 1);
    }

    public void Bar()
    {
        (IsBarred, IsConstant) = (true, false);
        _values.Clear();
    }
}
