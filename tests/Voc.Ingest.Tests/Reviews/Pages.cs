using System.Text;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Tests.Reviews;

/// <summary>Reads pages written in a test.</summary>
internal static class Pages
{
    public static ReviewExtraction Extract(string html, ReviewProfile? profile = null) => ReviewExtractor.Extract(Encoding.UTF8.GetBytes(html), null, profile);

    public static ReviewReading Read(string html, ReviewProfile? profile = null) =>
        ReviewPages.ReadSaved(Encoding.UTF8.GetBytes(html), "レビューサイト", profile, Samples.Context);

    public static IReadOnlyList<Feedback> Accepted(this IEnumerable<IngestedRow> rows) => [.. rows.Select(row => Assert.IsType<AcceptedRow>(row).Feedback)];

    public static string JsonLd(string json) => $"<html><head><script type=\"application/ld+json\">{json}</script></head><body>x</body></html>";
}
