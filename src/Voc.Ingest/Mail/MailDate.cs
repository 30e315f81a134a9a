using System.Text.RegularExpressions;
using MimeKit.Utils;

namespace Voc.Ingest.Mail;

/// <summary>Reads the dates of mails (RFC 5322), old ones with named zones and those without a zone too.</summary>
internal static partial class MailDate
{
    /// <summary>The time a <c>Date</c> header tells, or null. A time without a zone is one in <paramref name="zone"/>.</summary>
    public static DateTimeOffset? Of(string? header, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(header) || header.Length > 200)
        {
            return null;
        }

        var written = Japan().Replace(Comment().Replace(header.Trim(), "").Trim(), " +0900");
        if (!DateUtils.TryParse(written, out var date) || date == DateTimeOffset.MinValue)
        {
            return null;
        }

        try
        {
            return Zone().IsMatch(written) ? date : new DateTimeOffset(date.DateTime, zone.GetUtcOffset(DateTime.SpecifyKind(date.DateTime, DateTimeKind.Unspecified)));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // In the first or last hours that can be told at all.
        }
    }

    /// <summary>The time after the last semicolon of a <c>Received</c> header, or null.</summary>
    public static DateTimeOffset? OfReceived(string? header) =>
        header?.LastIndexOf(';') is { } at and >= 0 ? Of(header[(at + 1)..], TimeZoneInfo.Utc) : null;

    [GeneratedRegex("\\([^()]{0,80}\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex("\\s+(?:\"?JST\"?|JST-9)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Japan();

    [GeneratedRegex("[+-]\\d{4}$|\\b(?:GMT|UTC?|Z|[ECMP][SD]T)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
