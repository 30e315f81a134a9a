namespace Voc.Api.Storage;

/// <summary>
/// Identifiers that sort by the time the feedback was said: seconds since 1970 in the upper 32 bits, 21 bits to tell apart what was
/// said in the same second. The search index uses them as row numbers, so "newest first" and a range of days need no sorting.
/// Below 2^53, hence exact in JavaScript.
/// </summary>
internal static class FeedbackId
{
    public const int OrdinalBits = 21;

    /// <summary>Odd, so that it reaches all; near the golden section of the range (Knuth, 1973).</summary>
    private const long Stride = 1_296_131;
    private const long OrdinalMask = (1L << OrdinalBits) - 1;

    public static long At(DateTimeOffset occurredAt, long ordinal) =>
        (occurredAt.ToUnixTimeSeconds() << OrdinalBits) | (ordinal & OrdinalMask);

    /// <summary>
    /// The next identifier to try when one is taken; comes to every one of its second, in strides, for where one is taken its neighbours
    /// mostly are too: dates without a time put a whole day into one second.
    /// </summary>
    public static long Next(long id) => (id & ~OrdinalMask) | ((id + Stride) & OrdinalMask);

    /// <summary>The least identifier of feedback said at or after this time.</summary>
    public static long From(DateTimeOffset time) => At(time, 0);

    /// <summary>When the feedback of an identifier was said, to the second.</summary>
    public static DateTimeOffset TimeOf(long id) => DateTimeOffset.FromUnixTimeSeconds(id >> OrdinalBits);

    /// <summary>The first and last identifier of the company's days from one day to another, both included.</summary>
    public static (long First, long Last) Range(DateOnly? from, DateOnly? to, TimeZoneInfo zone) =>
        (from is { } f ? From(CompanyDay.Start(f, zone)) : 0,
         to is { } t ? From(CompanyDay.Start(t.AddDays(1), zone)) - 1 : long.MaxValue);
}

/// <summary>Days in the company's time zone.</summary>
internal static class CompanyDay
{
    public static DateOnly Of(DateTimeOffset time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
