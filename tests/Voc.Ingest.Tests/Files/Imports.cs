using System.Text;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;

namespace Voc.Ingest.Tests.Files;

/// <summary>Imports files from memory.</summary>
internal static class Imports
{
    public static List<IngestedRow> Read(string text, string? mapping = null, string fileName = "voice.csv") => Read(Encoding.UTF8.GetBytes(text), mapping, fileName);

    public static List<IngestedRow> Read(byte[] file, string? mapping = null, string fileName = "voice.csv")
    {
        using var reading = Open(file, mapping, fileName);
        return [.. reading.Rows()];
    }

    public static FileReading Open(byte[] file, string? mapping = null, string fileName = "voice.csv", string? preset = null) =>
        new FileImport(Samples.Context).Open(new MemoryStream(file), new(fileName, "店頭アンケート")
        {
            Mapping = mapping is null ? null : FieldMapping.Parse(mapping),
            Preset = preset,
        });

    public static FilePreview Preview(string text, string? mapping = null) =>
        new FileImport(Samples.Context).Preview(new MemoryStream(Encoding.UTF8.GetBytes(text)), new("voice.csv", "店頭アンケート") { Mapping = mapping is null ? null : FieldMapping.Parse(mapping) });

    public static List<Feedback> Accepted(this IEnumerable<IngestedRow> rows) => [.. rows.Select(row => Assert.IsType<AcceptedRow>(row).Feedback)];

    public static List<string> Ids(this IEnumerable<IngestedRow> rows) => [.. rows.Accepted().Select(feedback => feedback.ExternalId)];

    public static LocalizedText Refused(byte[] file, string? mapping = null, string fileName = "voice.csv") =>
        Assert.Throws<UnreadableFileException>(() => Read(file, mapping, fileName)).Problem;

    public static LocalizedText Refused(string text, string? mapping = null, string fileName = "voice.csv") => Refused(Encoding.UTF8.GetBytes(text), mapping, fileName);
}
