using System.Globalization;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Transcripts;

/// <summary>The time of a call as recorders write it into the names of files: <c>call_20250601_103000.vtt</c>.</summary>
internal static class CallTime
{
    private static readonly string[] Parts = ["y", "m", "d", "h", "n"];
    private static readonly string[] Formats = ["yyyyMMddHHmm", "yyyyMMdd"];

    private static readonly Regex Pattern = new(
        @"(?<y>20[0-9]{2})[-_.]?(?<m>[0-9]{2})[-_.]?(?<d>[0-9]{2})(?:[-_ T]?(?<h>[0-9]{2})[-_:]?(?<n>[0-9]{2}))?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The time, or null where the name tells none.</summary>
    public static DateTimeOffset? Of(string fileName, TimeZoneInfo zone)
    {
        var match = Pattern.Match(fileName);
        var digits = string.Concat(Parts.Select(part => match.Groups[part].Value));
        return DateTime.TryParseExact(digits, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;
    }
}
