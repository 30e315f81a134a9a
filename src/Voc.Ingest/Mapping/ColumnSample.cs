using Voc.Ingest.Files;
using Voc.Ingest.Values;

namespace Voc.Ingest.Mapping;

/// <summary>What the first rows of a file show of one column.</summary>
internal sealed class ColumnSample
{
    private readonly List<string> _values;

    private ColumnSample(string name, int index, List<string> values) => (Name, Index, _values, Plain) = (name, index, values, ColumnNames.Plain(name));

    public string Name { get; }

    public int Index { get; }

    /// <summary>The name without width, case and signs.</summary>
    public string Plain { get; }

    /// <summary>Whether no row has anything in it.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>Mean length of its values in UTF-16 units.</summary>
    public double MeanLength => IsEmpty ? 0 : _values.Average(value => value.Length);

    public int Distinct => _values.Distinct().Count();

    public int Count => _values.Count;

    public static IReadOnlyList<ColumnSample> Of(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows) =>
        [.. columns.Select((name, i) => new ColumnSample(name, i, [.. rows.Select(row => i < row.Count ? row[i]?.Trim() : null).OfType<string>().Where(value => value.Length > 0)]))];

    public bool IsNamed(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Plain == word)
            {
                return true;
            }
        }

        return false;
    }

    public bool Mentions(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Plain.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool HoldsDates() => IsEmpty || Share(value => DateReader.TryRead(value, TimeZoneInfo.Utc, out _)) >= 0.8;

    public bool HoldsScores(double low, double high) =>
        IsEmpty || Share(value => ScoreReader.Read(value, out var score) is var cell && (cell == ScoreCell.NoAnswer || (cell == ScoreCell.Score && score >= low && score <= high))) >= 0.9;

    /// <summary>Whether its values read like sentences: several characters that are no digits, and hardly any twice.</summary>
    public bool HoldsProse() => MeanLength >= 8 && Distinct > Count / 2 && Share(value => value.Any(char.IsLetter)) > 0.8 && !HoldsDates();

    private double Share(Func<string, bool> holds) => (double)_values.Count(holds) / _values.Count;
}
