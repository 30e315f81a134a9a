using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voc.Ingest.Mapping;

/// <summary>
/// Which column of a file holds which field, as in a mapping file:
/// <c>{"text","occurredAt","externalId","channel","product","customer","rating","nps","csat","attributes":[…]}</c>.
/// </summary>
public sealed record FieldMapping
{
    private static readonly JsonSerializerOptions Json = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The column of the verbatim; with several, each becomes feedback of its own.</summary>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(OneOrManyConverter))]
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>The column of the time it was said; without one, the time of the import.</summary>
    [JsonPropertyName("occurredAt")]
    public string? OccurredAt { get; init; }

    /// <summary>The column of the source's own identifier; without one, rows are identified by their content.</summary>
    [JsonPropertyName("externalId")]
    public string? ExternalId { get; init; }

    /// <summary>The channel of every row by its name; no column.</summary>
    [JsonPropertyName("channel")]
    public string? Channel { get; init; }

    /// <summary>The column of the product.</summary>
    [JsonPropertyName("product")]
    public string? Product { get; init; }

    /// <summary>The column that tells the customer; only a pseudonym of it is stored.</summary>
    [JsonPropertyName("customer")]
    public string? Customer { get; init; }

    /// <summary>The column of a rating, 1 to 5.</summary>
    [JsonPropertyName("rating")]
    public string? Rating { get; init; }

    /// <summary>The column of the answer to the question for the net promoter score, 0 to 10.</summary>
    [JsonPropertyName("nps")]
    public string? Nps { get; init; }

    /// <summary>The column of a satisfaction score, 1 to 5.</summary>
    [JsonPropertyName("csat")]
    public string? Csat { get; init; }

    /// <summary>Columns that are kept beside the text under their own names.</summary>
    [JsonPropertyName("attributes")]
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="Files.UnreadableFileException">It is no JSON, names a field that does not exist, or has no text column.</exception>
    public static FieldMapping Parse(string json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<FieldMapping>(json, Json);
            return mapping is { Text.Count: > 0 } ? mapping : throw new Files.UnreadableFileException(new(
                "マッピングに text がありません。本文の列名を {\"text\": \"列名\"} の形で指定してください。",
                "The mapping has no text. Name the column of the verbatim as {\"text\": \"column\"}."));
        }
        catch (JsonException e)
        {
            const string Fields = "text, occurredAt, externalId, channel, product, customer, rating, nps, csat, attributes";
            var place = e.Path is { Length: > 1 } path ? path.TrimStart('$', '.') : null;
            var (ja, en) = e.LineNumber is { } line ? ($"{line + 1} 行目", $"line {line + 1}") : ("内容", "content");
            throw new Files.UnreadableFileException(new(
                $"マッピングを読めません（{ja}{(place is null ? "" : $"の {place}")}）。JSON で、使える項目は {Fields} です。値は列名、attributes は列名の配列です。",
                $"The mapping cannot be read ({en}{(place is null ? "" : $", {place}")}). It is JSON with the fields {Fields}; values are names of columns, attributes is an array of them."));
        }
    }

    /// <summary>The mapping as a mapping file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Every column the mapping names, with the field it names it for.</summary>
    public IEnumerable<(string Field, string Column)> Columns()
    {
        IEnumerable<(string, string?)> single =
        [
            ("occurredAt", OccurredAt), ("externalId", ExternalId), ("product", Product), ("customer", Customer), ("rating", Rating), ("nps", Nps), ("csat", Csat),
        ];
        return Text.Select(column => ("text", column))
            .Concat(single.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!)))
            .Concat(Attributes.Select(column => ("attributes", column)));
    }
}
