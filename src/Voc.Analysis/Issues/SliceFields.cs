namespace Voc.Analysis.Issues;

/// <summary>
/// Decides which fields of feedback divide it into slices worth watching: the source, and attributes of few values. What is different in
/// nearly every report, such as an order number, divides nothing. Bounded: some fields are followed, each with some values.
/// </summary>
/// <param name="chosen">The fields to use, or null for those that turn out to have few values.</param>
internal sealed partial class SliceFields(IReadOnlyList<string>? chosen)
{
    /// <summary>Fields that are followed, and those of them that are used where nobody has chosen and where somebody has.</summary>
    private const int MaxFollowed = 32;
    private const int MaxUsed = 4;

    /// <summary>Values a field may have where nobody has chosen it and where somebody has.</summary>
    private const int MaxValues = 60;
    private const int MaxChosenValues = 200;
    private const int MaxLength = 60;

    /// <summary>Reports with a value from which on it counts as one, and reports a value of a field must have on average.</summary>
    private const int MinReports = 20;
    private const int MinMean = 10;

    private readonly Dictionary<string, SliceField> _fields = new(StringComparer.Ordinal);
    private int _reports;

    /// <summary>The slices of a feedback, whether or not they are used yet; none of fields that have too many values.</summary>
    public Slice[] Of(Feedback feedback)
    {
        var slices = new List<Slice>();
        if (Follow(Slice.SourceField, feedback.Source) is { } source)
        {
            slices.Add(source);
        }
        foreach (var (name, value) in feedback.Attributes.Where(a => a.Key != Slice.SourceField).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            if (Follow(name, value) is { } slice)
            {
                slices.Add(slice);
            }
        }
        return [.. slices];
    }

    /// <summary>Counts a report; returns the slices that all before it were in and it is not.</summary>
    public IReadOnlyList<Slice> Count(IReadOnlyList<Slice> slices)
    {
        var ended = Constant.Where(slice => _reports > 0 && !slices.Contains(slice)).ToList();
        ended.ForEach(slice => _fields[slice.Field].IsConstant = false);
        foreach (var slice in slices)
        {
            _fields[slice.Field].Count(slice, _reports == 0);
        }
        _reports++;
        return ended;
    }

    /// <summary>Whether a field was given up since this was last set to false.</summary>
    public bool HasBarred { get; set; }

    /// <summary>No longer divides by a field.</summary>
    public void Bar(string field)
    {
        _fields[field].Bar();
        HasBarred = true;
    }

    public bool IsBarred(string field) => _fields.TryGetValue(field, out var known) && known.IsBarred;

    /// <summary>Whether a field had one value in all reports so far, and divides nothing.</summary>
    public bool IsConstant(string field) => _fields[field].IsConstant;

    /// <summary>The fields that divide the feedback there is so far, in the order of their use.</summary>
    public IReadOnlyList<string> Used() =>
    [
        .. _fields.Values.Where(f => !f.IsBarred && IsFit(f))
            .OrderByDescending(f => f.Name == Slice.SourceField).ThenByDescending(f => f.Reports).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f.Name).Take(chosen is null ? MaxUsed : IssueDetectorOptions.MaxSliceFields),
    ];

    /// <summary>What is known of each field.</summary>
    /// <param name="used">The fields in use.</param>
    public IReadOnlyList<SliceFieldUse> Uses(IReadOnlySet<string> used) =>
        [.. _fields.Values.Select(f => new SliceFieldUse(f.Name, f.Values, f.Reports, used.Contains(f.Name) ? "used" : f.IsBarred ? "many" : IsFit(f) ? "spare" : "one"))
            .OrderByDescending(f => f.Use == "used").ThenByDescending(f => f.Reports).ThenBy(f => f.Field, StringComparer.Ordinal)];

    private bool IsFit(SliceField field) => field.Counts.Count(c => c >= MinReports) > 1 && (chosen is not null || field.Reports >= MinMean * field.Values);

    /// <summary>Slices that all reports so far were in.</summary>
    private IEnumerable<Slice> Constant => _fields.Values.Where(f => f.IsConstant).Select(f => f.Only);

    /// <summary>Values a field may have.</summary>
    private int Values => chosen is null ? MaxValues : MaxChosenValues;

    private Slice? Follow(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > MaxLength || name.Length > MaxLength || (chosen is not null && !chosen.Contains(name)))
        {
            return null;
        }
        if (!_fields.TryGetValue(name, out var field))
        {
            if (_fields.Count >= MaxFollowed)
            {
                return null;
            }
            _fields.Add(name, field = new SliceField(name, Values));
        }
        var before = field.IsBarred;
        var slice = field.Slice(value.Trim());
        HasBarred |= field.IsBarred && !before;
        return slice;
    }
}
