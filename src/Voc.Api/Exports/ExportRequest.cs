using System.Text.Json.Serialization;

namespace Voc.Api.Exports;

[JsonConverter(typeof(JsonStringEnumConverter<ExportFormat>))]
internal enum ExportFormat
{
    [JsonStringEnumMemberName("csv")]
    Csv,

    [JsonStringEnumMemberName("xlsx")]
    Xlsx,

    /// <summary>JSON Lines: an object a line.</summary>
    [JsonStringEnumMemberName("jsonl")]
    Jsonl,
}

[JsonConverter(typeof(JsonStringEnumConverter<ExportEncoding>))]
internal enum ExportEncoding
{
    /// <summary>UTF-8, CSV with a byte order mark, without which Excel shows no Japanese.</summary>
    [JsonStringEnumMemberName("utf-8")]
    Utf8,

    /// <summary>Windows-31J, for programs that know no other; what it cannot hold becomes 〓.</summary>
    [JsonStringEnumMemberName("cp932")]
    Cp932,
}

/// <summary>How to write what a search finds.</summary>
internal sealed record ExportRequest
{
    public ExportFormat Format { get; init; }

    /// <summary>Of CSV; the others are UTF-8.</summary>
    public ExportEncoding Encoding { get; init; }

    /// <summary>Identifiers of columns in order; null for the usual ones.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether it begins by saying what was searched for, when, and how many were found.</summary>
    public bool Cover { get; init; } = true;

    public string Extension => Format switch { ExportFormat.Csv => "csv", ExportFormat.Xlsx => "xlsx", _ => "jsonl" };

    public string ContentType => Format switch
    {
        ExportFormat.Csv => Encoding == ExportEncoding.Cp932 ? "text/csv; charset=windows-31j" : "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/x-ndjson; charset=utf-8",
    };
}

/// <summary>What a file cannot hold as it is.</summary>
/// <param name="ReplacedCharacters">Characters that CP932 does not have, written as 〓.</param>
/// <param name="CutCells">Cells longer than Excel allows, cut off with an ellipsis.</param>
internal sealed record ExportLosses(long ReplacedCharacters, long CutCells)
{
    public static readonly ExportLosses None = new(0, 0);
}

/// <summary>A part of an export request that does not hold what it should.</summary>
internal sealed class ExportRequestException(string field, LocalizedText message) : Exception(message.En)
{
    public string Field { get; } = field;

    public LocalizedText Explanation { get; } = message;
}
