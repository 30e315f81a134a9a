using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voc.Api.Exports;

/// <summary>A JSON object a line; the cover is the first, under the key <c>export</c>.</summary>
internal sealed class JsonLinesExportWriter(Stream output, IReadOnlyList<ExportColumn> columns, CultureInfo reader) : ExportWriter
{
    /// <summary>A file of data is no part of a page, so nothing that JSON itself allows need be escaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly JsonEncodedText[] _names = [.. columns.Select(c => JsonEncodedText.Encode(c.Id, Options.Encoder))];
    private readonly Utf8JsonWriter _json = new(output, Options);

    public override void Begin(ExportCover? cover)
    {
        if (cover is null)
        {
            return;
        }
        _json.WriteStartObject();
        _json.WriteStartObject("export");
        foreach (var (name, value) in cover.Lines)
        {
            _json.WriteString(name.In(reader), value);
        }
        _json.WriteEndObject();
        _json.WriteEndObject();
        EndLine();
    }

    public override void Write(ExportedText text)
    {
        _json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            _json.WritePropertyName(_names[i]);
            Value(columns[i].Value(text));
        }
        _json.WriteEndObject();
        EndLine();
    }

    public override void End() => output.Flush();

    public override void Dispose() => _json.Dispose();

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case string text:
                _json.WriteStringValue(text);
                break;
            case double number:
                _json.WriteNumberValue(number);
                break;
            case long number:
                _json.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                _json.WriteStringValue(time);
                break;
            case DateOnly day:
                _json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<string> list:
                _json.WriteStartArray();
                foreach (var one in list)
                {
                    _json.WriteStringValue(one);
                }
                _json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is no value of a column.", nameof(value));
        }
    }

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }
}
