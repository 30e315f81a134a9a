using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Voc.Ingest.Values;

namespace Voc.Ingest.Reviews;

/// <summary>Reads dates as review sites show them: any that <see cref="DateReader"/> reads, one inside a phrase, or the time since (「3日前」, "2 weeks ago").</summary>
internal static partial class ReviewDate
{
    private const int MaximumLength = 200;

    /// <summary>Reads a date.</summary>
    /// <param name="value">What stands on the page.</param>
    /// <param name="zone">The zone of a time that names none.</param>
    /// <param name="now">When the page was read.</param>
    /// <param name="time">The moment.</param>
    public static bool TryRead(string value, TimeZoneInfo zone, DateTimeOffset now, out DateTimeOffset time)
    {
        time = default;
        if (value.Length > MaximumLength)
        {
            return false;
        }

        if (DateReader.TryRead(value, zone, out time))
        {
            return true;
        }

        var folded = StorableText.Clean(value).Normalize(NormalizationForm.FormKC);
        return TryReadAgo(folded, zone, now, out time)
            || (Inside().Match(folded) is { Success: true } inside && DateReader.TryRead(inside.Value, zone, out time));
    }

    private static bool TryReadAgo(string value, TimeZoneInfo zone, DateTimeOffset now, out DateTimeOffset time)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone);
        var match = Ago().Match(value);
        if (!match.Success)
        {
            time = value.Trim() switch
            {
                "今日" or "本日" or "today" or "Today" or "たった今" or "just now" => now,
                "昨日" or "yesterday" or "Yesterday" => today.AddDays(-1),
                "一昨日" or "おととい" => today.AddDays(-2),
                _ => default,
            };
            return time != default;
        }

        var count = match.Groups["count"] is { Success: true, Value: var digits } && digits is not ("a" or "an") ? int.Parse(digits, CultureInfo.InvariantCulture) : 1;
        time = match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "秒" or "SECOND" => today.AddSeconds(-count),
            "分" or "MINUTE" => today.AddMinutes(-count),
            "時間" or "HOUR" => today.AddHours(-count),
            "日" or "DAY" => today.AddDays(-count),
            "週間" or "WEEK" => today.AddDays(-7 * count),
            "年" or "YEAR" => today.AddYears(-Math.Min(count, 100)),
            _ => today.AddMonths(-count),
        };
        return true;
    }

    [GeneratedRegex(@"(?:(?<count>\d{1,3}|\ban?)\s*)(?<unit>秒|分|時間|日|週間|[かカケヶヵ]月|年|second|minute|hour|day|week|month|year)s?(?:\s*前|\s+ago)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ago();

    [GeneratedRegex(@"(?<!\d)\d{4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?|月)(?:\s\d{1,2}:\d{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
