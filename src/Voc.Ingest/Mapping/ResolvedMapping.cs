using Voc.Ingest.Files;

namespace Voc.Ingest.Mapping;

/// <summary>A mapping with the numbers of the columns in one file.</summary>
internal sealed record ResolvedMapping
{
    public required IReadOnlyList<(string Name, int Index)> Texts { get; init; }

    public required IReadOnlyList<(string Name, int Index)> Attributes { get; init; }

    public required IReadOnlyList<(string Score, string Name, int Index)> Scores { get; init; }

    public required (string Name, int Index)? OccurredAt { get; init; }

    public required (string Name, int Index)? ExternalId { get; init; }

    public required (string Name, int Index)? Product { get; init; }

    public required (string Name, int Index)? Customer { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Looks the columns up.</summary>
    /// <exception cref="UnreadableFileException">A column does not exist, or the channel is none; the message names what there is.</exception>
    public static ResolvedMapping Of(FieldMapping mapping, IReadOnlyList<string> columns, Channel defaultChannel)
    {
        (string Name, int Index) Find(string field, string name) =>
            ColumnNames.IndexOf(columns, name) is >= 0 and var index ? (columns[index], index) : throw MappingProblems.NoColumn(field, name, columns);
        (string Name, int Index)? FindAny(string field, string? name) => name is null ? null : Find(field, name);
        IEnumerable<(string, string, int)> Score(string score, string? name) => FindAny(score, name) is var (column, index) ? [(score, column, index)] : [];

        return new()
        {
            Texts = [.. mapping.Text.Select(name => Find("text", name))],
            OccurredAt = FindAny("occurredAt", mapping.OccurredAt),
            ExternalId = FindAny("externalId", mapping.ExternalId),
            Product = FindAny("product", mapping.Product),
            Customer = FindAny("customer", mapping.Customer),
            Scores = [.. Score("rating", mapping.Rating), .. Score("nps", mapping.Nps), .. Score("csat", mapping.Csat)],
            Attributes = [.. mapping.Attributes.Select(name => Find("attributes", name)).DistinctBy(column => column.Index)],
            Channel = mapping.Channel is null ? defaultChannel : Channels.TryParse(mapping.Channel, out var channel) ? channel : throw MappingProblems.NoChannel(mapping.Channel),
        };
    }

    /// <summary>The column a field was read from, or the field itself.</summary>
    public string ColumnOf(string field, string textColumn) => field switch
    {
        "text" => textColumn,
        "occurredAt" => OccurredAt?.Name ?? field,
        "externalId" => ExternalId?.Name ?? field,
        "product" => Product?.Name ?? field,
        "customer" => Customer?.Name ?? field,
        _ when field.StartsWith("attributes.", StringComparison.Ordinal) => field["attributes.".Length..],
        _ when field.StartsWith("scores.", StringComparison.Ordinal) => Scores.FirstOrDefault(s => $"scores.{s.Score}" == field).Name ?? field,
        _ => field,
    };
}
