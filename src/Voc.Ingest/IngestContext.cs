using Voc.Ingest.Masking;

namespace Voc.Ingest;

/// <summary>What every entry point needs to know of the installation.</summary>
/// <param name="TimeZone">The company's time zone; a date without a zone is a date there.</param>
/// <param name="Pseudonyms">Replaces customer identifiers.</param>
/// <param name="Clock">Tells when the feedback is received.</param>
/// <param name="Masking">Takes personal data out of texts.</param>
/// <param name="KeepOriginal">Encrypts the verbatim of a source that keeps it, and answers null for any other; null where none does.</param>
public sealed record IngestContext(TimeZoneInfo TimeZone, CustomerPseudonyms Pseudonyms, TimeProvider Clock, MaskingInUse Masking, Func<string, string, string?>? KeepOriginal = null)
{
    /// <summary>The time zone of an installation that names none: Asia/Tokyo.</summary>
    public static TimeZoneInfo DefaultTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
}
