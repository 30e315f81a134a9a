namespace Voc.Api.Exports;

/// <summary>Reads the parameters that the API and the command line share.</summary>
internal static class ExportParameters
{
    /// <exception cref="ExportRequestException">There is no such format.</exception>
    public static ExportFormat Format(string? value) => (value ?? "").ToLowerInvariant() switch
    {
        "" or "csv" => ExportFormat.Csv,
        "xlsx" => ExportFormat.Xlsx,
        "jsonl" => ExportFormat.Jsonl,
        _ => throw new ExportRequestException("format", new($"形式「{value}」はありません。csv、xlsx、jsonl から選んでください。", $"There is no format '{value}': choose csv, xlsx or jsonl.")),
    };

    /// <exception cref="ExportRequestException">There is no such encoding.</exception>
    public static ExportEncoding Encoding(string? value) => (value ?? "").ToLowerInvariant() switch
    {
        "" or "utf-8" or "utf8" => ExportEncoding.Utf8,
        "cp932" or "sjis" or "shift_jis" or "windows-31j" => ExportEncoding.Cp932,
        _ => throw new ExportRequestException("encoding", new($"文字コード「{value}」では書き出せません。utf-8 か cp932 を指定してください。", $"Cannot write '{value}': choose utf-8 or cp932.")),
    };

    /// <summary>Names with commas between, or null for the usual ones.</summary>
    public static IReadOnlyList<string>? Columns(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : value.Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
