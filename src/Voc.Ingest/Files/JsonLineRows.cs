using System.Text.Json;

namespace Voc.Ingest.Files;

/// <summary>One line of a JSON Lines file.</summary>
/// <param name="Line">Its number from 1.</param>
/// <param name="Element">The object, where it is one.</param>
/// <param name="Problem">Why it is none, or null.</param>
internal readonly record struct JsonLine(long Line, JsonElement Element, LocalizedText? Problem);

/// <summary>Reads JSON Lines: a malformed line is reported and the next one is read.</summary>
internal static class JsonLineRows
{
    private const int SampleLines = 200;

    /// <summary>The lines that are not blank. An element is valid until the next line is asked for.</summary>
    public static IEnumerable<JsonLine> Read(TextReader text)
    {
        foreach (var (number, line) in CappedLines.Read(text))
        {
            if (line is null)
            {
                yield return new(number, default, new(
                    $"行が長すぎます（上限 {CappedLines.MaxLine:N0} 文字）。1 行に 1 件ずつ書いてください。",
                    $"The line is too long (at most {CappedLines.MaxLine:N0} characters). Write one object a line."));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                using var document = Parse(line, out var problem);
                yield return new(number, document?.RootElement ?? default, problem);
            }
        }
    }

    /// <summary>The lines as rows of a table: a column for every property of the first lines, nested ones as <c>outer.inner</c>.</summary>
    public static Table ReadTable(TextReader text)
    {
        var rest = Read(text).Select(Flat.Of).GetEnumerator();
        var head = new List<Flat>();
        while (head.Count < SampleLines && rest.MoveNext())
        {
            head.Add(rest.Current);
        }

        string[] columns = [.. head.SelectMany(flat => flat.Values.Keys).Distinct()];
        return new(columns, [.. head.Where(flat => flat.Problem is null).Select(flat => flat.Row(columns))], Rows(head, rest, columns));
    }

    private static IEnumerable<RawRow> Rows(List<Flat> head, IEnumerator<Flat> rest, string[] columns)
    {
        using (rest)
        {
            foreach (var flat in head)
            {
                yield return flat.Row(columns);
            }

            while (rest.MoveNext())
            {
                yield return rest.Current.Row(columns);
            }
        }
    }

    private static JsonDocument? Parse(string line, out LocalizedText? problem)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            problem = document.RootElement.ValueKind == JsonValueKind.Object ? null : new(
                "JSON のオブジェクトではありません。1 行に {\"text\": …} を 1 つずつ書いてください。",
                "This is not a JSON object. Write one {\"text\": …} a line.");
            return document;
        }
        catch (JsonException e)
        {
            var column = e.BytePositionInLine + 1;
            problem = new(
                $"JSON として読めません（{column} バイト目）。引用符や括弧の閉じ忘れを確かめてください。",
                $"This is not valid JSON (at byte {column}). Check that quotation marks and brackets are closed.");
            return null;
        }
    }

    private sealed record Flat(long Line, Dictionary<string, string?> Values, LocalizedText? Problem)
    {
        public static Flat Of(JsonLine line)
        {
            var values = new Dictionary<string, string?>();
            if (line.Problem is null)
            {
                try
                {
                    Add(values, "", line.Element);
                }
                catch (InvalidOperationException)
                {
                    return new(line.Line, values, new(
                        "文字列に壊れた文字（サロゲートの片方）があります。送信元の文字の切り方を確かめてください。",
                        "A string holds half a surrogate pair. Check how the sender cuts texts."));
                }
            }

            return new(line.Line, values, line.Problem);
        }

        public RawRow Row(string[] columns) => new(Line, Array.ConvertAll(columns, Values.GetValueOrDefault), Problem);

        private static void Add(Dictionary<string, string?> values, string prefix, JsonElement element)
        {
            foreach (var property in element.EnumerateObject())
            {
                var name = prefix + property.Name;
                switch (property.Value.ValueKind)
                {
                    case JsonValueKind.Object:
                        Add(values, name + ".", property.Value);
                        break;
                    case JsonValueKind.String:
                        values[name] = property.Value.GetString();
                        break;
                    case JsonValueKind.Null:
                        values[name] = null;
                        break;
                    default:
                        values[name] = property.Value.GetRawText();
                        break;
                }
            }
        }
    }
}
