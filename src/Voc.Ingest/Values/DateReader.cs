using System.Globalization;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Values;

/// <summary>
/// Reads dates and times as they stand in Japanese files: ISO 8601, 2019/1/31 13:05, 2019年1月31日, 令和7年3月1日, R7.3.1, the American order
/// of survey tools, Excel's serial numbers; with full-width digits, weekdays, 午前 and 午後. A time without a zone is a time in the zone given.
/// </summary>
public static partial class DateReader
{
    /// <summary>Longest value that can be a date, in UTF-16 units. It also bounds the work of the expressions.</summary>
    private const int MaxLength = 64;

    private const double FirstSerial = 25_569; // 1970-01-01
    private const double LastSerial = 109_574; // 2199-12-31

    private const string Rest =
        """(?:[\s,]*(?:\([^)]{1,9}\)|[月火水木金土日]曜日?))?(?:(?:T|[\s,]+|(?<=日|\)))(?<half>午前|午後|AM|PM)?\s*(?<hour>\d{1,2})(?:[:時](?:(?<minute>\d{1,2})(?:[:分](?:(?<second>\d{1,2})(?<fraction>[.,]\d{1,9})?秒?)?)?)?)\s*(?<half>午前|午後|AM|PM|a\.m\.|p\.m\.)?)?\s*(?<zone>Z|JST|(?:GMT|UTC)?(?<offset>[+-]\d{1,2}(?::?\d{2})?)|GMT|UTC)?$""";

    /// <summary>Reads a date, a date with a time or an Excel serial number.</summary>
    /// <param name="value">The cell or field.</param>
    /// <param name="zone">The zone of a time that names none.</param>
    /// <param name="time">The moment; midnight where there is only a date, the first of the month where there is only a month.</param>
    public static bool TryRead(string? value, TimeZoneInfo zone, out DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(zone);
        time = default;
        if (string.IsNullOrWhiteSpace(value) || value.Length > MaxLength)
        {
            return false;
        }

        var folded = FoldedValue.Fold(value);
        return First(folded) is { } match ? TryCompose(match, zone, out time)
            : double.TryParse(folded, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) ? TryReadSerial(serial, zone, out time)
            : TryReadInWords(folded, zone, out time);
    }

    private static Match? First(string value)
    {
        var match = char.IsAsciiDigit(value.AsSpan()[0]) ? YearFirst().Match(value) : Era().Match(value);
        match = match.Success ? match : YearLast().Match(value);
        match = match.Success ? match : Compact().Match(value);
        return match.Success ? match : null;
    }

    private static bool TryCompose(Match match, TimeZoneInfo zone, out DateTimeOffset time)
    {
        time = default;
        var year = Number(match, "year", 1) + EraStart(match.Groups["era"].Value);
        var (month, day) = (Number(match, "month", 1), Number(match, "day", 1));
        if (match.Groups["month"].Value.Length > 0 && month > 12 && YearIsLast(match))
        {
            (month, day) = (day, month);
        }

        var (hour, minute, second) = (Number(match, "hour", 0), Number(match, "minute", 0), Number(match, "second", 0));
        hour = InDay(hour, match.Groups["half"].Value);
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59 || second > 60)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].ValueSpan;
        var seconds = second + (fraction.Length > 1 ? double.Parse($"0.{fraction[1..]}", CultureInfo.InvariantCulture) : 0);
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour).AddMinutes(minute).AddTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
        return TryPlace(local, Offset(match, local, zone), out time);
    }

    private static bool YearIsLast(Match match) => match.Groups["year"].Index > match.Groups["month"].Index;

    private static int Number(Match match, string group, int missing) =>
        match.Groups[group] is { Success: true, Value: not "元" } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : missing;

    private static int EraStart(string era) => era switch
    {
        "令和" or "R" or "r" => 2018,
        "平成" or "H" or "h" => 1988,
        "昭和" or "S" or "s" => 1925,
        _ => 0,
    };

    private static int InDay(int hour, string half) => half switch
    {
        "午前" or "AM" or "am" or "a.m." => hour == 12 ? 0 : hour,
        "午後" or "PM" or "pm" or "p.m." => hour < 12 ? hour + 12 : hour,
        _ => hour,
    };

    private static TimeSpan? Offset(Match match, DateTime local, TimeZoneInfo zone)
    {
        var offset = match.Groups["offset"].ValueSpan;
        if (offset.IsEmpty)
        {
            return match.Groups["zone"].Value.ToUpperInvariant() switch
            {
                "" => zone.GetUtcOffset(local),
                "JST" => TimeSpan.FromHours(9),
                _ => TimeSpan.Zero,
            };
        }

        var digits = offset[1..].ToString().Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length > 2 ? (digits[..^2], digits[^2..]) : (digits, "0");
        var span = TimeSpan.FromMinutes((int.Parse(hours, CultureInfo.InvariantCulture) * 60) + int.Parse(minutes, CultureInfo.InvariantCulture));
        return span > TimeSpan.FromHours(14) ? null : offset[0] == '-' ? -span : span;
    }

    private static bool TryReadSerial(double serial, TimeZoneInfo zone, out DateTimeOffset time)
    {
        time = default;
        if (serial is < FirstSerial or >= LastSerial + 1)
        {
            return false;
        }

        var local = DateTime.FromOADate(serial);
        return TryPlace(local, zone.GetUtcOffset(local), out time);
    }

    /// <summary>Dates with the name of a month, as mail and social feeds have them.</summary>
    private static bool TryReadInWords(string value, TimeZoneInfo zone, out DateTimeOffset time)
    {
        time = default;
        if (!MonthName().IsMatch(value))
        {
            return false;
        }

        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AdjustToUniversal;
        return (DateTime.TryParse(value, CultureInfo.InvariantCulture, Styles, out var read)
                || DateTime.TryParseExact(value, "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture, Styles, out read))
            && TryPlace(DateTime.SpecifyKind(read, DateTimeKind.Unspecified), read.Kind == DateTimeKind.Utc ? TimeSpan.Zero : zone.GetUtcOffset(read), out time);
    }

    private static bool TryPlace(DateTime local, TimeSpan? offset, out DateTimeOffset time)
    {
        time = default;
        if (offset is null || local.Ticks < TimeSpan.TicksPerDay || local.Ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)
        {
            return false;
        }

        time = new(local, offset.Value);
        return true;
    }

    [GeneratedRegex("""^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})(?:\s*[-/.月]\s*(?<day>\d{1,2})日?|月)""" + Rest, RegexOptions.IgnoreCase)]
    private static partial Regex YearFirst();

    [GeneratedRegex("""^(?<month>\d{1,2})[-/.](?<day>\d{1,2})[-/.](?<year>\d{4})""" + Rest, RegexOptions.IgnoreCase)]
    private static partial Regex YearLast();

    [GeneratedRegex("""^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})""" + Rest, RegexOptions.IgnoreCase)]
    private static partial Regex Compact();

    [GeneratedRegex("""^(?<era>令和|平成|昭和|[RHS])\.?\s*(?<year>\d{1,2}|元)\s*[年./-]\s*(?<month>\d{1,2})\s*[月./-]\s*(?<day>\d{1,2})日?""" + Rest, RegexOptions.IgnoreCase)]
    private static partial Regex Era();

    [GeneratedRegex("""\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b.*\b\d{4}\b""", RegexOptions.IgnoreCase)]
    private static partial Regex MonthName();
}
