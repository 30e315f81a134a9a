using System.Collections.Frozen;
using System.Globalization;

namespace Voc.Analysis.Issues.Calendar;

/// <summary>The public holidays of Japan, from the npm package <c>@holiday-jp/holiday_jp</c>; days in lieu and one-off holidays are among them.</summary>
public sealed class JapaneseHolidays
{
    private static readonly Lazy<JapaneseHolidays> LazyShipped = new(() => Load());

    private readonly FrozenDictionary<int, LocalizedText> _names;

    private JapaneseHolidays(Dictionary<int, LocalizedText> names)
    {
        _names = names.ToFrozenDictionary();
        FirstYear = names.Count == 0 ? 1 : DateOnly.FromDayNumber(names.Keys.Min()).Year;
        LastYear = names.Count == 0 ? 0 : DateOnly.FromDayNumber(names.Keys.Max()).Year;
    }

    /// <summary>What lies beside the program, read once.</summary>
    public static JapaneseHolidays Shipped => LazyShipped.Value;

    /// <summary>The first year whose holidays are known.</summary>
    public int FirstYear { get; }

    /// <summary>The last year whose holidays are known; a later law may still move those to come.</summary>
    public int LastYear { get; }

    /// <summary>Reads lines of date, Japanese name and English name, separated by tabs.</summary>
    /// <param name="path">The file; by default <c>dictionary/holidays.tsv</c> beside the program.</param>
    /// <exception cref="DataFileException">A line is none of these.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static JapaneseHolidays Load(string? path = null)
    {
        path ??= Path.Combine(AppContext.BaseDirectory, "dictionary", "holidays.tsv");
        var names = new Dictionary<int, LocalizedText>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split('\t');
            if (fields.Length != 3 || !DateOnly.TryParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new DataFileException($"{Path.GetFileName(path)}:{number}", new(
                    "日付（2026-01-01 の形）、日本語名、英語名をタブで区切ってください。", "Write a date such as 2026-01-01, the Japanese name and the English name, separated by tabs."));
            }
            names[day.DayNumber] = new(fields[1], fields[2]);
        }
        return new JapaneseHolidays(names);
    }

    /// <summary>Whether the holidays of this year are known; of other years only weekends are.</summary>
    public bool Knows(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>The name of the holiday, or null on any other day and in years that are not known.</summary>
    public LocalizedText? Name(DateOnly day) => _names.GetValueOrDefault(day.DayNumber);

    /// <summary>Whether a day is a public holiday.</summary>
    public bool Contains(DateOnly day) => _names.ContainsKey(day.DayNumber);
}
